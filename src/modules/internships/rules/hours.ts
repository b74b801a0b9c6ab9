import {
  addDays,
  type DateOnly,
  dateInZone,
  instantAt,
  startOfDay,
  weekdayOf,
} from '#kernel/values'

/** A stretch of work, as instants. */
export interface Stretch {
  startsAt: Date
  endsAt: Date
}

/** A logged stretch with its day on the host's clock. */
export interface LoggedHours extends Stretch {
  id: string
  day: DateOnly
}

/** The most hours a week and a year, from one side: the visa, the agreement. Null is no cap. */
export interface HourLimits {
  visaWeek: number | null
  visaYear: number | null
  agreementWeek: number
}

/** What stands against a stretch of work. */
export type HoursFault =
  | { fault: 'overlap'; with: LoggedHours }
  | { fault: 'outside' | 'future' | 'visa-week' | 'visa-year' }

/**
 * A stretch from two times of a day on a clock, or which of the two is none; an end that is not after the beginning is on
 * the next day: a night shift.
 */
export function stretchOn(
  day: DateOnly,
  from: string,
  until: string,
  timeZone: string,
): Stretch | { fault: 'from' | 'until' } {
  const startsAt = instantAt(day, from, timeZone)
  if (startsAt === null) return { fault: 'from' }
  const sameDay = instantAt(day, until, timeZone)
  if (sameDay === null) return { fault: 'until' }
  const nextDay = () => instantAt(addDays(day, 1), until, timeZone)!
  return { startsAt, endsAt: sameDay > startsAt ? sameDay : nextDay() }
}

/** The minutes of a stretch: real time, whatever the clocks do meanwhile. */
export function minutesOf({ startsAt, endsAt }: Stretch): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000
}

/** The Monday of a day's week. */
export function weekOf(day: DateOnly): DateOnly {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

/** Minutes of each week by its Monday. What runs over midnight counts on either day as much as lies there. */
export function minutesByWeek(
  stretches: readonly Stretch[],
  timeZone: string,
): Map<DateOnly, number> {
  const weeks = new Map<DateOnly, number>()
  for (const stretch of stretches) {
    for (const { day, minutes } of byDay(stretch, timeZone)) {
      const week = weekOf(day)
      weeks.set(week, (weeks.get(week) ?? 0) + minutes)
    }
  }
  return weeks
}

/** The minutes that a stretch has on each day of a clock. */
export function byDay(stretch: Stretch, timeZone: string): { day: DateOnly; minutes: number }[] {
  const parts: { day: DateOnly; minutes: number }[] = []
  let startsAt = stretch.startsAt
  while (startsAt < stretch.endsAt) {
    const day = dateInZone(startsAt, timeZone)
    const midnight = startOfDay(addDays(day, 1), timeZone)
    const endsAt = midnight < stretch.endsAt ? midnight : stretch.endsAt
    parts.push({ day, minutes: minutesOf({ startsAt, endsAt }) })
    startsAt = endsAt
  }
  return parts
}

/**
 * What stands against logging a stretch: it overlaps another, lies outside the placement or ahead, or takes the week or the
 * year over what the visa allows. More than was agreed with the host is shown, and no fault: it happened.
 */
export function hoursFault(
  given: Stretch,
  known: readonly LoggedHours[],
  placement: { startsOn: DateOnly; endsOn: DateOnly; timeZone: string; limits: HourLimits },
  now: Date,
): HoursFault | null {
  const { timeZone, limits } = placement
  const overlapping = known.find(
    ({ startsAt, endsAt }) => startsAt < given.endsAt && given.startsAt < endsAt,
  )
  if (overlapping) return { fault: 'overlap', with: overlapping }
  const days = byDay(given, timeZone).map(({ day }) => day)
  if (days[0]! < placement.startsOn || days[0]! > placement.endsOn) return { fault: 'outside' }
  if (given.endsAt > now) return { fault: 'future' }
  const all = [...known, given]
  const weeks = minutesByWeek(all, timeZone)
  const isOver = (minutes: number, hours: number | null) => hours !== null && minutes > hours * 60
  if (days.some((day) => isOver(weeks.get(weekOf(day)) ?? 0, limits.visaWeek))) {
    return { fault: 'visa-week' }
  }
  const total = all.reduce((sum, each) => sum + minutesOf(each), 0)
  return isOver(total, limits.visaYear) ? { fault: 'visa-year' } : null
}
