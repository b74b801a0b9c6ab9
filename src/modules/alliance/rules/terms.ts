import { type DateOnly, daysBetween, isAcademicYearId } from '#kernel/values'
import { sharedDays } from './periods.ts'

/** A term of an institution's academic year, by its dates. */
export interface Term {
  academicYear: string
  termNumber: number
  termsInYear: number
  startsOn: DateOnly
  endsOn: DateOnly
}

/** What is wrong with a term. */
export type TermFault =
  | 'not-an-academic-year'
  | 'number-beyond-year'
  | 'ends-before-start'
  | 'too-long'
  | 'outside-year'
  | 'overlaps-another'

/** Longer than this is a year, not a term of one. */
const longestTermDays = 366

/**
 * Checks a term against the other terms of its institution. A term begins within the calendar years of its academic
 * year (EWP academic-term: '2026/2027', or '2026/2026' where the year lies in one), is at most a year long, and no two
 * terms of one institution share a day. A term with the same year and number is the one that is being replaced.
 */
export function checkTerm(term: Term, others: readonly Term[]): TermFault | null {
  if (!isAcademicYearId(term.academicYear)) return 'not-an-academic-year'
  if (term.termNumber > term.termsInYear) return 'number-beyond-year'
  if (term.endsOn <= term.startsOn) return 'ends-before-start'
  if (daysBetween(term.startsOn, term.endsOn) >= longestTermDays) return 'too-long'
  const year = term.startsOn.slice(0, 4)
  if (year < term.academicYear.slice(0, 4) || year > term.academicYear.slice(5))
    return 'outside-year'
  const collides = others.some((other) => !sameTerm(term, other) && sharedDays(term, other) > 0)
  return collides ? 'overlaps-another' : null
}

/** Whether two terms are the same part of the same year. */
export function sameTerm(a: Term, b: Term): boolean {
  return a.academicYear === b.academicYear && a.termNumber === b.termNumber
}

/**
 * The terms of one institution that a stay or a partner's term falls into, the longest common time first. Years of
 * different institutions do not line up, so only dates say which term answers to which.
 */
export function matchTerms<T extends Term>(
  terms: readonly T[],
  stay: { startsOn: DateOnly; endsOn: DateOnly },
): { term: T; days: number }[] {
  return terms
    .map((term) => ({ term, days: sharedDays(term, stay) }))
    .filter((match) => match.days > 0)
    .toSorted((a, b) => b.days - a.days || (a.term.startsOn < b.term.startsOn ? -1 : 1))
}
