import type { Call } from '#kernel/http'
import { dateInZone, type DateOnly, formatDate, relativeDays } from '#kernel/values'

/** The reader's time zone and the day that it is there. */
export interface ReaderDay {
  timeZone: string
  today: DateOnly
}

/** What day it is where the reader lives. */
export function readerDay({ timeZone, now }: Pick<Call, 'timeZone' | 'now'>): ReaderDay {
  return { timeZone, today: dateInZone(now, timeZone) }
}

/** A day in the reader's calendar, and how far off it is. */
export function dayAndDistance(call: Call, day: DateOnly, today: DateOnly) {
  return {
    on: formatDate(day, call.language, 'medium'),
    distance: relativeDays(day, today, call.language),
  }
}
