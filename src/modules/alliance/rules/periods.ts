import { daysBetween, type DateOnly } from '#kernel/values'

/** A time with a first and a last day, both included; open where it has no last day. */
export interface Period {
  startsOn: DateOnly
  endsOn: DateOnly | null
}

/** Whether a period runs on a day; its first and its last day belong to it. */
export function runsOn(period: Period, day: DateOnly): boolean {
  return period.startsOn <= day && (period.endsOn === null || period.endsOn >= day)
}

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return (
    (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn)
  )
}

/** What is wrong with a period that shall be added to those that stand; null where nothing is. */
export type PeriodFault = 'ends-before-start' | 'overlaps'

/**
 * Whether a membership may begin beside those that an organisation has had: it has one membership at a time, so a new
 * one shares no day with another, and it does not end before it starts.
 */
export function checkMembership(wanted: Period, others: readonly Period[]): PeriodFault | null {
  if (wanted.endsOn !== null && wanted.endsOn < wanted.startsOn) return 'ends-before-start'
  return others.some((other) => overlap(wanted, other)) ? 'overlaps' : null
}

/** How many days two closed periods have in common; 0 where they share none. */
export function sharedDays(
  a: { startsOn: DateOnly; endsOn: DateOnly },
  b: { startsOn: DateOnly; endsOn: DateOnly },
): number {
  const from = a.startsOn > b.startsOn ? a.startsOn : b.startsOn
  const until = a.endsOn < b.endsOn ? a.endsOn : b.endsOn
  return from > until ? 0 : daysBetween(from, until) + 1
}
