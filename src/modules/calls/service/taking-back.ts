import type { Work } from '#kernel/database'
import { applicationWithdrawn } from '../entries.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import { aboutApplication, seatFacts } from './about.ts'
import { endAppeal } from './ending-appeals.ts'
import { freeSeat } from './moving-up.ts'
import { releaseReferees } from './references.ts'
import { dropReviews } from './reviews.ts'

/**
 * Withdraws an application that is locked with its call, and everything that hangs on it: its reviews, referees and
 * appeal. The seat that it holds goes to the next who waits; before the telling that happens when everybody is told.
 */
export async function takeBack(work: Work, application: ApplicationRow): Promise<void> {
  const { call_id: callId, destination_id: destinationId } = application
  const held =
    application.call_state === 'told' &&
    application.outcome === 'accepted' &&
    (application.reply ?? 'accepted') === 'accepted'
  // What is decided and not yet told stands in no entry about a seat.
  const seat = seatFacts(application, callId, held ? destinationId : null)
  const entry = applicationWithdrawn({
    ...aboutApplication(application),
    data: { ...seat, held },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_applications')
      .set({ state: 'withdrawn', withdrawn_at: work.now })
      .where('id', '=', application.id)
      .execute(),
  )
  await dropReviews(work, application)
  await releaseReferees(work, application.id)
  await endAppeal(work, application.id, 'withdrawn')
  if (held) await freeSeat(work, callId, destinationId)
}
