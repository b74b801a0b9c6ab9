import { addDays, dateInZone, startOfDay } from '#kernel/values'

/** When a job repeats: every so many minutes counted from midnight UTC, or once a day at a time of a place. */
export type Schedule = { everyMinutes: number } | { dailyAt: string; timeZone?: string }

/** The first time after `now` at which the schedule falls due. A local time that the clocks skip is that much later. */
export function nextAfter(schedule: Schedule, now: Date): Date {
  if ('everyMinutes' in schedule) return nextOnGrid(schedule.everyMinutes, now)
  const zone = schedule.timeZone ?? 'UTC'
  const today = dateInZone(now, zone)
  for (const date of [today, addDays(today, 1)]) {
    const at = localTime(date, schedule.dailyAt, zone)
    if (at > now) return at
  }
  return localTime(addDays(today, 2), schedule.dailyAt, zone)
}

/** The schedule as text: a change of it makes a stored time obsolete. */
export function scheduleRule(schedule: Schedule): string {
  return 'everyMinutes' in schedule
    ? `every ${schedule.everyMinutes} minutes`
    : `daily at ${schedule.dailyAt} ${schedule.timeZone ?? 'UTC'}`
}

function nextOnGrid(minutes: number, now: Date): Date {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`every ${minutes} minutes`)
  const step = minutes * 60_000
  return new Date((Math.floor(now.getTime() / step) + 1) * step)
}

function localTime(date: string, time: string, zone: string): Date {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw new RangeError(`not a time of the day: ${time}`)
  const start = startOfDay(date, zone).getTime()
  const guess = new Date(start + (Number(match[1]) * 60 + Number(match[2])) * 60_000)
  return new Date(guess.getTime() + driftMs(guess, start, zone))
}

/** What a change of the clocks between midnight and the guess has moved the local time by. */
function driftMs(guess: Date, start: number, zone: string): number {
  return offsetMs(new Date(start), zone) - offsetMs(guess, zone)
}

function offsetMs(at: Date, zone: string): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
}
