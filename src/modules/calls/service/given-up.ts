import type { Work } from '#kernel/database'
import { outcomeCounts } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import { givenUpSeats, waitingFor } from '../queries/telling.ts'
import { freeSeats, nextFor, seatsTaken } from '../rules/waiting.ts'
import { type Decided, seatFor, writeDecisions } from './writing-decisions.ts'

/**
 * Before anybody is told: seats that were given up since the office last decided go to the first of the waiting list who
 * wished for them, who is then told of the seat like everybody else.
 */
export async function passOnGivenUp(work: Work, call: CallRow): Promise<void> {
  const givenUp = await givenUpSeats(work, call.id)
  if (givenUp.length === 0) return
  const { definition } = call
  const taken = seatsTaken(await outcomeCounts(work, call.id))
  let waiting = await waitingFor(work, call.id)
  const moved: Decided[] = []
  for (const destinationId of givenUp) {
    const isFree = destinationId === null || freeSeats(definition, taken, destinationId) > 0
    const next = isFree ? nextFor(waiting, definition, destinationId) : null
    if (!next) continue
    waiting = waiting.filter(({ id }) => id !== next.id)
    moved.push(seatFor(next, destinationId))
    if (destinationId !== null) taken.set(destinationId, (taken.get(destinationId) ?? 0) + 1)
  }
  if (moved.length > 0) await writeDecisions(work, call, 'moved-up', moved)
}
