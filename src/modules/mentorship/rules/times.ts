import { type DateOnly, startOfDay } from '#kernel/values'

/**
 * The instant of a day and a time of day (`14:30`) on the clock of a time zone; null where the time is none. A time that
 * the clocks skip in spring is that much later.
 */
export function instantIn(day: DateOnly, time: string, timeZone: string): Date | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time)
  if (!match) return null
  const wanted = Number(match[1]) * 60 + Number(match[2])
  const guess = startOfDay(day, timeZone).getTime() + wanted * 60_000
  const shown = minutesInZone(new Date(guess), timeZone)
  // On a day on which the clocks change, midnight plus the minutes is another time of day.
  const drift = ((wanted - shown + 720 + 1440) % 1440) - 720
  return new Date(guess + drift * 60_000)
}

function minutesInZone(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return of('hour') * 60 + of('minute')
}
