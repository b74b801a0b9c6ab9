import { addMonths, type DateOnly } from '#kernel/values'

/** A month as "2026-11". */
export type Month = string

/** The month of an instant, by UTC: the record of reads is kept in partitions of such months. */
export function monthOf(at: Date): Month {
  return at.toISOString().slice(0, 7)
}

/** The month so many months later, or earlier for a negative number. */
export function monthAfter(month: Month, count: number): Month {
  return addMonths(firstDay(month), count).slice(0, 7)
}

/** The first instant of a month, by UTC. */
export function startOfMonth(month: Month): Date {
  return new Date(`${firstDay(month)}T00:00:00Z`)
}

/**
 * The first month that is still kept: an entry is kept for at least `kept` whole months, and goes with the month in
 * which it was made, so up to a month later.
 */
export function firstKeptMonth(now: Date, kept: number): Month {
  return monthAfter(monthOf(now), -kept)
}

function firstDay(month: Month): DateOnly {
  return `${month}-01`
}
