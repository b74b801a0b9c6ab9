import { Fraction, normaliseDigits } from '#kernel/values'
import type { DateOnly, Language } from '#kernel/values'

/** A cell of a row; columns that are not chosen or not there are empty. */
export function cellOf(row: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (row[column] ?? '').replace(/\s+/g, ' ').trim()
}

/**
 * Credit as offices write it: '3', '1.5', '1,5', and Thai '3(2-2-5)', of which the 3 counts.
 * Null for anything else; a sign is kept, so that the caller can refuse it by name.
 */
export function readCreditCell(text: string): Fraction | null {
  const clean = normaliseDigits(text).replaceAll('−', '-').trim()
  const found =
    /^([+-]?\d{1,6}(?:[.,]\d{1,6})?)\s*(?:[(（]\s*\d+(?:\s*-\s*\d+){1,3}\s*[)）])?$/.exec(clean)
  return found ? Fraction.parse(found[1]!.replace(',', '.')) : null
}

export type DateReading =
  | { kind: 'day'; day: DateOnly; buddhist: boolean }
  | { kind: 'ambiguous' }
  | { kind: 'none' }

/**
 * Reads a day: year first in any of the usual forms, or day and month first where only one
 * reading is possible (31/01/2026). Years from 2400 on are of the Buddhist era.
 */
export function readDateCell(text: string): DateReading {
  const clean = normaliseDigits(text).trim()
  const yearFirst =
    /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일.]?(?:[T ]\d.*)?$/.exec(clean)
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!)
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(clean)
  if (!yearLast) return { kind: 'none' }
  const [, first, second, year] = yearLast
  const dayFirst = dayOf(year!, second!, first!)
  const monthFirst = dayOf(year!, first!, second!)
  if (dayFirst.kind === 'day' && monthFirst.kind === 'day' && first !== second) {
    return { kind: 'ambiguous' }
  }
  return dayFirst.kind === 'day' ? dayFirst : monthFirst
}

function dayOf(year: string, month: string, day: string): DateReading {
  const buddhist = Number(year) >= 2400
  const common = Number(year) - (buddhist ? 543 : 0)
  if (common < 1900) return { kind: 'none' }
  const text = `${common}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(Date.UTC(common, Number(month) - 1, Number(day)))
  if (!time.toISOString().startsWith(text)) return { kind: 'none' }
  return { kind: 'day', day: text, buddhist }
}

/** The language that the script of a title leaves no doubt about; null for Latin letters. */
export function languageOfScript(text: string): Language | null {
  if (/\p{Script=Thai}/u.test(text)) return 'th'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return null
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : null
}
