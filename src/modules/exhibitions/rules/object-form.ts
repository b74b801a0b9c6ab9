import { normaliseDigits } from '#kernel/values'
import type { Maker } from '../schema.ts'

/** A year as it is typed: a number, before the common era with a minus; after 2400 it is of the Buddhist era. */
export function yearFrom(typed: string): number | null | 'wrong' {
  const clean = normaliseDigits(typed)
    .replace(/พ\.ศ\.|ค\.ศ\.|年|년/g, '')
    .replace(/[−–]/g, '-')
    .trim()
  if (clean === '') return null
  if (!/^-?\d{1,4}$/.test(clean)) return 'wrong'
  const year = Number(clean)
  if (year === 0) return 'wrong'
  return year > 2400 ? year - 543 : year
}

/** Makers as they are typed: one a line, the name, and after a semicolon what they did. */
export function makersFrom(typed: string): Maker[] {
  return typed
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...role] = line.split(/[;；]/)
      return { name: name.trim(), role: role.join(';').trim() }
    })
    .filter(({ name }) => name !== '')
}

/** The same lines again, for the form. */
export function makersText(makers: readonly Maker[]): string {
  return makers.map(({ name, role }) => (role === '' ? name : `${name}; ${role}`)).join('\n')
}

/** A day of the year as it is typed, MM-DD; month and day in this order, with any sign between. */
export function dayOfYearFrom(typed: string): string | null | 'wrong' {
  const clean = normaliseDigits(typed).trim()
  if (clean === '') return null
  const [, month, day] = /^(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[日일]?$/.exec(clean) ?? []
  if (!month || !day) return 'wrong'
  const isReal =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= lastDays[Number(month) - 1]!
  return isReal ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : 'wrong'
}

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
