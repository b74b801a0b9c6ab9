import { academicYearOf, type DateOnly, daysBetween } from '#kernel/values'

/** The levels of a degree programme, as the alliance has them. */
export type DegreeLevel = 'short-cycle' | 'bachelor' | 'master' | 'doctorate'

const eqf = { 'short-cycle': 5, bachelor: 6, master: 7, doctorate: 8 } as const

/** The level of the European Qualifications Framework of a degree programme; blended or not, EWP asks for it at departure. */
export function eqfLevel(level: DegreeLevel): number {
  return eqf[level]
}

/** A term of an institution, as it is matched by its dates. */
export interface TermDates {
  academic_year: string
  term_number: number
  terms_in_year: number
  starts_on: DateOnly
  ends_on: DateOnly
}

/**
 * The academic year of an institution in which a stay begins, and the term that holds all of it (EWP asks for the smallest
 * one that does; null is non-standard). Where most of it lies in no term that is known, the year begins in the month
 * of a first term that is, else in August as most of the alliance's do.
 */
export function yearAndTerm(
  terms: readonly TermDates[],
  stay: { startsOn: DateOnly; endsOn: DateOnly },
): { year: string; term: string | null } {
  const holds = terms.find((term) => term.starts_on <= stay.startsOn && stay.endsOn <= term.ends_on)
  if (holds) {
    return {
      year: holds.academic_year,
      term: `${holds.academic_year}-${holds.term_number}/${holds.terms_in_year}`,
    }
  }
  const shared = terms
    .map((term) => ({ term, days: sharedDays(term, stay) }))
    .filter(({ days }) => days > 0)
    .toSorted((a, b) => b.days - a.days)
  // Of a stay that lies mostly outside of what is known, the few days inside say nothing.
  const known = shared.reduce((sum, { days }) => sum + days, 0)
  const isKnown = 2 * known >= daysBetween(stay.startsOn, stay.endsOn)
  const year = isKnown ? shared[0]?.term.academic_year : undefined
  return { year: year ?? academicYearOf(stay.startsOn, yearForm(terms)), term: null }
}

/** How the years of a school run, by the terms that are known of it. */
function yearForm(terms: readonly TermDates[]) {
  const first = terms.find(({ term_number: number }) => number === 1)
  const id = terms[0]?.academic_year
  const isOneYear = id !== undefined && id.slice(0, 4) === id.slice(5)
  return {
    firstMonth: first ? Number(first.starts_on.slice(5, 7)) : 8,
    id: isOneYear ? ('one-year' as const) : ('two-years' as const),
  }
}

/** Days that a term and a stay share; both ends count. */
function sharedDays(
  term: TermDates,
  { startsOn, endsOn }: { startsOn: DateOnly; endsOn: DateOnly },
) {
  const from = term.starts_on > startsOn ? term.starts_on : startsOn
  const until = term.ends_on < endsOn ? term.ends_on : endsOn
  return from > until ? 0 : (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
}
