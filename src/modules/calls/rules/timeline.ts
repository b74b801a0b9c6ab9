import type { Fraction } from '#kernel/values'

/** Minutes after the closing during which a form that was begun before it may still be sent. */
export const graceMinutes = 15

/** The states of a call that are stored; whether a published one is open says the clock. */
export const callStates = ['draft', 'published', 'decided', 'told'] as const
/** One stored state of a call. */
export type CallState = (typeof callStates)[number]

/** Where a call stands at a moment. */
export const callStages = ['draft', 'announced', 'open', 'closed', 'decided', 'told'] as const
/** One stage of a call. */
export type CallStage = (typeof callStages)[number]

/** The moments of a call; a draft may lack them. */
export interface CallTimes {
  state: CallState
  opens_at: Date | null
  closes_at: Date | null
}

/** Where a call stands at a moment: nothing has to run for it to open or to close. */
export function stageOf(call: CallTimes, now: Date): CallStage {
  if (call.state !== 'published') return call.state
  if (call.opens_at === null || now < call.opens_at) return 'announced'
  return call.closes_at !== null && now >= call.closes_at ? 'closed' : 'open'
}

/** Whether a form may still be filled in and sent: while the call is open, and, begun before the closing, a little after it. */
export function mayStillFill(call: CallTimes, begunAt: Date, now: Date): 'yes' | 'grace' | 'no' {
  const stage = stageOf(call, now)
  if (stage === 'open') return 'yes'
  if (stage !== 'closed' || call.closes_at === null || begunAt >= call.closes_at) return 'no'
  return now.getTime() < graceEnd(call.closes_at).getTime() ? 'grace' : 'no'
}

/** The moment at which a form that was begun in time can no longer be sent. */
export function graceEnd(closesAt: Date): Date {
  return new Date(closesAt.getTime() + graceMinutes * 60_000)
}

/** The time of day of an instant in a time zone, '23:59', for a box in which it can be changed. */
export function timeInZone(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Compares two numbers that were answered, for an order of merit: the higher first, none last. */
export function byMerit(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return b.compare(a)
}
