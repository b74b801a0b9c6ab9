import { normaliseDigits, parseAcademicYear } from '#kernel/values'
import type { LanguageSkill, SubjectField } from '../rules/conditions.ts'

/** Languages as they are typed in one cell: 'en B2; fr B1'. Null where it is not understood. */
export function readLanguages(cell: string): LanguageSkill[] | null {
  const parts = partsOf(cell)
  const read = parts.map((part) => {
    const match = /^([a-z]{2,3}(?:-[a-z0-9]{1,8})*)(?:[\s:]+([abc][12]))?$/i.exec(part)
    return match ? { language: match[1]!, level: match[2]?.toUpperCase() ?? null } : null
  })
  return read.includes(null) ? null : (read as LanguageSkill[])
}

/** Languages as they stand in one cell. */
export function writeLanguages(languages: readonly LanguageSkill[]): string {
  return languages
    .map(({ language, level }) => [language, level].filter(Boolean).join(' '))
    .join('; ')
}

/** Fields as they are typed in one cell: '0211; 0213 Fashion'. Null where it is not understood. */
export function readFields(cell: string): SubjectField[] | null {
  const read = cell
    .split(/[;\n；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) =>
      /^[\d\s,，、]+$/.test(normaliseDigits(part)) ? part.split(/[\s,，、]+/) : [part],
    )
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^(\d{4})(?:\s*[-–:]?\s+(.+))?$/.exec(
        normaliseDigits(part.slice(0, 4)) + part.slice(4),
      )
      return match ? { code: match[1]!, clarification: match[2]?.trim() ?? '' } : null
    })
  return read.includes(null) ? null : (read as SubjectField[])
}

/** Fields as they stand in one cell. */
export function writeFields(fields: readonly SubjectField[]): string {
  return fields
    .map(({ code, clarification }) => [code, clarification].filter(Boolean).join(' '))
    .join('; ')
}

/** EQF levels as they are typed in one cell: '6, 7' or '6–8'. Null where it is not understood. */
export function readLevels(cell: string): number[] | null {
  const levels = new Set<number>()
  for (const part of partsOf(normaliseDigits(cell))) {
    const match = /^([1-8])(?:\s*[-–]\s*([1-8]))?$/.exec(part)
    if (!match) return null
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (last < first) return null
    for (let level = first; level <= last; level += 1) levels.add(level)
  }
  return [...levels].toSorted((a, b) => a - b)
}

/** EQF levels as they stand in one cell. */
export function writeLevels(levels: readonly number[]): string {
  return levels.join(', ')
}

/** A whole number as it is typed; null where it is none. An empty cell is 0. */
export function readWhole(cell: string): number | null {
  const digits = normaliseDigits(cell).trim()
  if (digits === '') return 0
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null
}

/** Months or days as they are typed, with a point or a comma; null in `amount` where the cell is empty. */
export function readAmount(cell: string): { amount: string | null } | null {
  const digits = normaliseDigits(cell).trim().replace(',', '.')
  if (digits === '') return { amount: null }
  return /^\d{1,6}(\.\d{1,2})?$/.test(digits) ? { amount: digits } : null
}

/** An academic year as it is typed; empty where nothing is, null where it is not understood. */
export function readYear(cell: string): string | null {
  return cell.trim() === '' ? '' : parseAcademicYear(cell)
}

function partsOf(cell: string): string[] {
  return cell
    .split(/[;,\n；，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
