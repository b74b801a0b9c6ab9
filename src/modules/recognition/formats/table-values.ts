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

/** What a cell says of a term; `buddhist` where its year was of the Buddhist era and now is of the common one. */
export interface TermReading {
  term: string
  buddhist: boolean
}

/**
 * Reads a term. One whose year is of the Buddhist era (2568/1, 1/2568, ภาคเรียนที่ 1 ปีการศึกษา 2568) is written as the
 * academic year that it is and its number (2025/2026-1), since limits of a year are counted by it; a Thai academic year
 * ends in the next calendar year. Whatever else stands there stays as it is, the school's own words for it too.
 */
export function readTermCell(text: string): TermReading {
  const clean = normaliseDigits(text).trim()
  const years = [...clean.matchAll(buddhistYear)].map(([year]) => Number(year))
  const [first, second] = years
  const isOneYear = years.length === 1 || (years.length === 2 && second === first! + 1)
  if (!isOneYear) return { term: text, buddhist: false }
  const rest = clean
    .replaceAll(buddhistYear, ' ')
    .replace(/พ\.?\s?ศ\.?|B\.?E\.?|ปีการศึกษา|ปี|ภาคการศึกษา|ภาคเรียน|ภาค|เทอม|ที่/gi, ' ')
    .replace(/\b(academic year|semester|trimester|term|year)\b/gi, ' ')
    .replace(/[\s/\-–—.,:()]+/g, ' ')
    .trim()
  const number = numberOfTerm(rest)
  if (number === undefined) return { term: text, buddhist: false }
  const year = `${first! - 543}/${first! - 542}`
  return { term: number === null ? year : `${year}-${number}`, buddhist: true }
}

/** From 1997 to 2106: what looks like an earlier year may be a school's own number of a term, such as 2501. */
const buddhistYear = /(?<!\d)2(?:5[4-9]|6[0-4])\d(?!\d)/g

const termWords: readonly [RegExp, number][] = [
  [/^(ต้น|first|1st)$/i, 1],
  [/^(ปลาย|second|2nd)$/i, 2],
  // The summer term comes after the two of the year.
  [/^(ฤดูร้อน|ซัมเมอร์|summer|s|third|3rd)$/i, 3],
]

/** The number of a term; null where a cell names none, undefined where it says something else. */
function numberOfTerm(text: string): number | null | undefined {
  if (text === '') return null
  if (/^[1-9]$/.test(text)) return Number(text)
  return termWords.find(([word]) => word.test(text))?.[1]
}

/** The language that the script of a title leaves no doubt about; null for Latin letters. */
export function languageOfScript(text: string): Language | null {
  if (/\p{Script=Thai}/u.test(text)) return 'th'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return null
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : null
}
