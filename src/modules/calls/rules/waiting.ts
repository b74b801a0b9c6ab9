import { type Answers, type CallDefinition, wishesOf } from './questions.ts'

/** Somebody on the waiting list; the list is in its order. */
interface Waiter {
  answers: Answers
}

/** Who gets a seat that is free: the first of the waiting list who wished for its destination; null where nobody did. */
export function nextFor<T extends Waiter>(
  waiting: readonly T[],
  definition: CallDefinition,
  destinationId: string | null,
): T | null {
  const next = waiting.find(
    ({ answers }) =>
      destinationId === null || wishesOf(definition, answers).includes(destinationId),
  )
  return next ?? null
}

/** How many seats of each destination are given. */
export function seatsTaken(
  counts: readonly { outcome: string | null; destination_id: string | null; count: number }[],
): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { outcome, destination_id: id, count } of counts) {
    if (outcome === 'accepted' && id !== null) taken.set(id, (taken.get(id) ?? 0) + count)
  }
  return taken
}

/** How many seats of a destination are free; none less than none. A call without destinations has no count of seats. */
export function freeSeats(
  definition: CallDefinition,
  taken: ReadonlyMap<string, number>,
  destinationId: string,
): number {
  const seats = definition.destinations.find(({ id }) => id === destinationId)?.seats ?? 0
  return Math.max(0, seats - (taken.get(destinationId) ?? 0))
}
