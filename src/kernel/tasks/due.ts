import { addWorkingDays, type Country, dateInZone, type DateOnly } from '#kernel/values'

/**
 * The day on which something is due: the n-th working day of the country after the day that `now` is there.
 * Public holidays and make-up working days count as the country's own calendar has them.
 */
export function dueInWorkingDays(
  now: Date,
  workingDays: number,
  place: { country: Country; timeZone: string },
): DateOnly {
  return addWorkingDays(dateInZone(now, place.timeZone), workingDays, place.country).date
}
