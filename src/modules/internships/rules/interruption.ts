import type { DateOnly } from '#kernel/values'
import type { InterruptionKind } from '../schema-agreements.ts'

/** Something that interrupts a placement or ends it early, in the order in which it counts. */
interface Interruption {
  kind: InterruptionKind
  /** The first day of a suspension, the first day back, the last day of work. */
  day: DateOnly
}

/**
 * What stands against saying that a placement is suspended, goes on or ends early: a day outside it or before what was said
 * already, going on without a suspension, another suspension within one, or anything after the end.
 */
export function interruptionFault(
  known: readonly Interruption[],
  next: Interruption,
  placement: { startsOn: DateOnly; endsOn: DateOnly },
): 'outside' | 'before' | 'order' | null {
  if (next.day < placement.startsOn || next.day > placement.endsOn) return 'outside'
  const last = known.at(-1)
  if (last?.kind === 'ended') return 'order'
  const isSuspended = last?.kind === 'suspended'
  if (next.kind === 'suspended' && isSuspended) return 'order'
  if (next.kind === 'resumed' && !isSuspended) return 'order'
  return last !== undefined && next.day < last.day ? 'before' : null
}

/** Whether nothing is worked on a day because the placement is suspended on it or has ended before it. */
export function isInterrupted(known: readonly Interruption[], day: DateOnly): boolean {
  const last = known.findLast((each) => (each.kind === 'ended' ? each.day < day : each.day <= day))
  return last !== undefined && last.kind !== 'resumed'
}
