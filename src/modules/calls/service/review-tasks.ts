import type { Work } from '#kernel/database'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import { pairsOf, type ReviewRow } from '../queries/reviews.ts'

/** The kind of task by which a reviewer learns of applications to read. */
export const reviewTask = 'calls.review'

/** Asks reviewers for what they have not given. */
export async function askForReviews(
  work: Work,
  call: Pick<CallRow, 'id' | 'results_at' | 'time_zone'>,
  reviewerIds: Iterable<string>,
): Promise<void> {
  for (const personId of new Set(reviewerIds)) {
    await openTask(work, {
      kind: reviewTask,
      assignee: { personId },
      object: { kind: 'call-reviews', id: call.id },
      subject: m('task.review'),
      href: '/reviews',
      dueOn: dateInZone(call.results_at!, call.time_zone),
      closesWithAct: true,
    })
  }
}

/** Closes the task of a reviewer for whom nothing is left to read. */
export async function closeTaskIfDone(
  work: Work,
  review: Pick<ReviewRow, 'call_id' | 'reviewer_id'>,
): Promise<void> {
  const pairs = await pairsOf(work, review.call_id)
  const waits = pairs.some(
    ({ reviewer_id: id, state }) => id === review.reviewer_id && state === 'open',
  )
  if (waits) return
  await completeTasksOf(work, {
    object: { kind: 'call-reviews', id: review.call_id },
    kinds: [reviewTask],
    personId: review.reviewer_id,
  })
}

/** Asks nobody any more: the decisions are closed, and a review would come too late. */
export async function askForNoReviews(work: Work, callId: string): Promise<void> {
  await cancelTasks(work, { object: { kind: 'call-reviews', id: callId }, kinds: [reviewTask] })
}

/** Asks again whoever still owes a review: the decisions are open again. */
export async function askForReviewsAgain(work: Work, call: CallRow): Promise<void> {
  const owed = (await pairsOf(work, call.id)).filter(({ state }) => state === 'open')
  await askForReviews(
    work,
    call,
    owed.map(({ reviewer_id: id }) => id),
  )
}
