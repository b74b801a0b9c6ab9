import type { Call } from '#kernel/http'
import { personById } from '#kernel/identity'
import { dateInZone, type DateOnly, formatDate, relativeDays } from '#kernel/values'

/** The reader's time zone and the day that it is there. */
export interface ReaderDay {
  timeZone: string
  today: DateOnly
}

/** What day it is where the reader lives; the public reads in UTC. */
export async function readerDay(call: Call): Promise<ReaderDay> {
  const person =
    call.actor.kind === 'person' ? await personById(call.work, call.actor.personId) : null
  const timeZone = person?.timeZone ?? 'UTC'
  return { timeZone, today: dateInZone(call.now, timeZone) }
}

/** A day in the reader's calendar, and how far off it is. */
export function dayAndDistance(call: Call, day: DateOnly, today: DateOnly) {
  return {
    on: formatDate(day, call.language, 'medium'),
    distance: relativeDays(day, today, call.language),
  }
}
