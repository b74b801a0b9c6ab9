import { addDays, type DateOnly, daysBetween } from '#kernel/values'
import type { TermDates } from './calendar.ts'

/** What the calendars of both sides mean for a stay. */
export type CalendarFinding =
  /** A term at home runs while the student is away, and goes on before or after: those days of it are missed. */
  | { kind: 'overlap'; term: TermDates; days: number; at: 'beginning' | 'end' }
  /** Days without a term between the one at home and the stay, or back. */
  | { kind: 'gap'; days: number; at: 'before' | 'after' }
  /** The host's term begins before the student comes, or goes on after they leave. */
  | { kind: 'misses-host'; term: TermDates; days: number; at: 'beginning' | 'end' }

/** A shorter gap is a holiday. */
const longGapDays = 28

/**
 * Compares a stay with the terms of both institutions: days of a home term that the stay cuts into at its beginning or end,
 * days of the host's term that it leaves out, and gaps of four weeks and more without any term. Only dates count: years of
 * different institutions do not line up.
 */
export function compareCalendars(
  home: readonly TermDates[],
  host: readonly TermDates[],
  { startsOn, endsOn }: { startsOn: DateOnly; endsOn: DateOnly },
): CalendarFinding[] {
  const findings: CalendarFinding[] = []
  for (const term of byDate(home)) {
    const { starts_on: from, ends_on: until } = term
    // A term that lies within the stay as a whole is the one that is studied away.
    if (from < startsOn && until >= startsOn && until < endsOn) {
      findings.push({ kind: 'overlap', term, days: daysBetween(startsOn, until) + 1, at: 'end' })
    }
    if (from <= endsOn && from > startsOn && until > endsOn) {
      findings.push({ kind: 'overlap', term, days: daysBetween(from, endsOn) + 1, at: 'beginning' })
    }
  }
  const studied = byDate(host).filter(
    (term) => term.starts_on <= endsOn && term.ends_on >= startsOn,
  )
  const first = studied[0]
  const last = studied.at(-1)
  if (first && first.starts_on < startsOn) {
    const days = daysBetween(first.starts_on, startsOn)
    findings.push({ kind: 'misses-host', term: first, days, at: 'beginning' })
  }
  if (last && last.ends_on > endsOn) {
    const days = daysBetween(endsOn, last.ends_on)
    findings.push({ kind: 'misses-host', term: last, days, at: 'end' })
  }
  return [...findings, ...gapsAround(home, { startsOn, endsOn })]
}

function gapsAround(
  home: readonly TermDates[],
  { startsOn, endsOn }: { startsOn: DateOnly; endsOn: DateOnly },
): CalendarFinding[] {
  const before = byDate(home).findLast((term) => term.ends_on < startsOn)
  const after = byDate(home).find((term) => term.starts_on > endsOn)
  const during = home.some((term) => term.starts_on <= startsOn && term.ends_on >= startsOn)
  const onReturn = home.some((term) => term.starts_on <= endsOn && term.ends_on >= endsOn)
  const gap = (days: number, at: 'before' | 'after'): CalendarFinding[] =>
    days >= longGapDays ? [{ kind: 'gap', days, at }] : []
  return [
    ...(before && !during ? gap(daysBetween(before.ends_on, startsOn) - 1, 'before') : []),
    ...(after && !onReturn ? gap(daysBetween(endsOn, after.starts_on) - 1, 'after') : []),
  ]
}

function byDate(terms: readonly TermDates[]): TermDates[] {
  return terms.toSorted((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
}

/** The days that a picture of both calendars shows: the stay and the terms about it, with two months on each side at most. */
export function windowOf(stay: { startsOn: DateOnly; endsOn: DateOnly }): {
  from: DateOnly
  until: DateOnly
} {
  return { from: addDays(stay.startsOn, -60), until: addDays(stay.endsOn, 60) }
}

/** Where a day lies in a window, from 0 to 1. */
export function shareOf(
  day: DateOnly,
  { from, until }: { from: DateOnly; until: DateOnly },
): number {
  const share = daysBetween(from, day) / Math.max(1, daysBetween(from, until))
  return Math.min(1, Math.max(0, share))
}
