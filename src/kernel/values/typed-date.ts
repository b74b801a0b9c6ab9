import { type DateOnly, isDateOnly } from './dates.ts'
import type { Language } from './languages.ts'

/** Buddhist years are ahead of the common ones by this. */
const ahead = 543

/**
 * A day as somebody types it who writes in the language, for a box in which it can be changed: in Thai day, month and year
 * of the Buddhist era, '31/8/2569'; elsewhere '2026-08-31'. What is no day stays as it was typed. `parseDate` reads both.
 */
export function typedDate(date: DateOnly | string, language: Language): string {
  if (language !== 'th' || !isDateOnly(date)) return date
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `${day}/${month}/${year + ahead}`
}
