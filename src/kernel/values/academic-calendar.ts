import type { DateOnly } from './dates.ts'
import { formatYear } from './dates.ts'
import { normaliseDigits } from './digits.ts'
import type { Language } from './languages.ts'

/** An academic year by its EWP id: '2026/2027', or '2026/2026' where it lies in one calendar year. */
export type AcademicYearId = string

/** An academic term by its EWP id: the year, then which part of how many: '2026/2027-1/2'. */
export type AcademicTermId = string

/** A term taken apart: part `number` of `parts` of the year. */
export interface AcademicTerm {
  readonly year: AcademicYearId
  readonly number: number
  readonly parts: number
}

/** When an institution's year begins, and whether its id names one calendar year (Korea) or two. */
export interface AcademicYearForm {
  readonly firstMonth: number
  readonly id: 'one-year' | 'two-years'
}

const forms: Readonly<Record<string, AcademicYearForm>> = {
  KR: { firstMonth: 3, id: 'one-year' },
  CN: { firstMonth: 9, id: 'two-years' },
  FR: { firstMonth: 9, id: 'two-years' },
}

/**
 * How the academic years of a country's institutions run, for what has to be said of an institution whose terms are not
 * known: in Korea from March within one year, in China and France from September, elsewhere from August as in Thailand.
 */
export function academicYearFormIn(country: string): AcademicYearForm {
  return forms[country] ?? { firstMonth: 8, id: 'two-years' }
}

const yearPattern = /^(\d{4})\/(\d{4})$/
const termPattern = /^(\d{4}\/\d{4})-([1-9])\/([1-9])$/

/** Whether a value is an academic year id of EWP: four digits twice, the same year or the next. */
export function isAcademicYearId(value: unknown): value is AcademicYearId {
  if (typeof value !== 'string') return false
  const match = yearPattern.exec(value)
  if (!match) return false
  const length = Number(match[2]) - Number(match[1])
  return length === 0 || length === 1
}

/**
 * Reads a typed academic year: '2026/2027', '2026-27', '2026–2027', '2026/27' or '2026' alone, which is one calendar
 * year. Years after 2400 are of the Buddhist era; anything else is null.
 */
export function parseAcademicYear(text: string): AcademicYearId | null {
  const match = /^(\d{4})(?:\s?[-/–]\s?(\d{2}|\d{4}))?$/.exec(normaliseDigits(text).trim())
  if (!match) return null
  const first = gregorian(Number(match[1]))
  const typed = match[2]
  const second =
    typed === undefined
      ? first
      : typed.length === 4
        ? gregorian(Number(typed))
        : endWithDigits(Number(match[1]), typed) - (Number(match[1]) - first)
  const id = academicYearText(first, second)
  return isAcademicYearId(id) ? id : null
}

/** The academic year that a day falls in, for an institution whose year begins in `firstMonth`. */
export function academicYearOf(date: DateOnly, form: AcademicYearForm): AcademicYearId {
  const year = Number(date.slice(0, 4))
  const first = Number(date.slice(5, 7)) >= form.firstMonth ? year : year - 1
  return academicYearText(first, form.id === 'one-year' ? first : first + 1)
}

/** The academic year so many years later, or earlier for a negative number, in the same form. */
export function shiftAcademicYear(id: AcademicYearId, years: number): AcademicYearId {
  const [first, second] = academicYearParts(id)
  return academicYearText(first + years, second + years)
}

/** The calendar years in which an academic year begins and ends; an id that is not one throws. */
export function academicYearParts(id: AcademicYearId): [first: number, second: number] {
  if (!isAcademicYearId(id)) throw new RangeError(`${id} is not an academic year`)
  return [Number(id.slice(0, 4)), Number(id.slice(5))]
}

/** The EWP id of a term; a part outside 1 to 9 or beyond the number of parts throws. */
export function academicTermId(term: AcademicTerm): AcademicTermId {
  const id = `${term.year}-${term.number}/${term.parts}`
  if (!parseAcademicTerm(id)) throw new RangeError(`${id} is not an academic term`)
  return id
}

/** Takes an EWP term id apart; null where it is not one, or names part 3 of 2. */
export function parseAcademicTerm(id: string): AcademicTerm | null {
  const match = termPattern.exec(id)
  if (!match || !isAcademicYearId(match[1])) return null
  const term = { year: match[1], number: Number(match[2]), parts: Number(match[3]) }
  return term.number <= term.parts ? term : null
}

/** Orders terms by when they begin: by year, then by how far into the year; equal terms give 0. */
export function compareAcademicTerms(a: AcademicTermId, b: AcademicTermId): number {
  const [first, second] = [requireTerm(a), requireTerm(b)]
  return (
    academicYearParts(first.year)[0] - academicYearParts(second.year)[0] ||
    (first.number - 1) * second.parts - (second.number - 1) * first.parts ||
    first.parts - second.parts
  )
}

/** The academic year as the language writes it: '2026/27', '2026—2027学年', 'ปีการศึกษา 2569', '2026학년도'. */
export function formatAcademicYear(id: AcademicYearId, language: Language): string {
  const [first, second] = academicYearParts(id)
  const one = first === second
  switch (language) {
    case 'zh-Hans':
      return one ? `${first}学年` : `${first}—${second}学年`
    case 'th':
      return `ปีการศึกษา ${formatYear(first, 'th')}`
    case 'ko':
      return `${first}학년도`
    case 'fr':
      return one ? String(first) : `${first}-${second}`
    case 'en':
      return one ? String(first) : `${first}/${String(second).slice(2)}`
  }
}

function requireTerm(id: AcademicTermId): AcademicTerm {
  const term = parseAcademicTerm(id)
  if (!term) throw new RangeError(`${id} is not an academic term`)
  return term
}

function gregorian(year: number): number {
  return year > 2400 ? year - 543 : year
}

/** '26' after 2025 is 2026, and '00' after 1999 is 2000. */
function endWithDigits(first: number, digits: string): number {
  const sameCentury = first - (first % 100) + Number(digits)
  return sameCentury < first ? sameCentury + 100 : sameCentury
}

function academicYearText(first: number, second: number): AcademicYearId {
  return `${String(first).padStart(4, '0')}/${String(second).padStart(4, '0')}`
}
