import type { Work } from '#kernel/database'
import { cancelTasks } from '#kernel/tasks'
import { reviewTask } from './review-tasks.ts'

/** For which calls a person reads, what they still owe, and what was said of ties between them and applicants. */
export async function reviewingOf(work: Work, personId: string) {
  const named = await work.read
    .selectFrom('call_reviewers as r')
    .innerJoin('calls as c', 'c.id', 'r.call_id')
    .select(['c.titles', 'r.most', 'r.added_at'])
    .where('r.person_id', '=', personId)
    .orderBy('r.added_at')
    .execute()
  const asked = await work.read
    .selectFrom('call_reviews')
    .select(['call_id', 'state', 'assigned_at'])
    .where('reviewer_id', '=', personId)
    .where('state', '<>', 'given')
    .orderBy('assigned_at')
    .execute()
  const conflicts = await work.read
    .selectFrom('call_conflicts as x')
    .innerJoin('call_applications as a', 'a.id', 'x.application_id')
    .select(['a.call_id', 'x.kind', 'x.said_at'])
    .where('x.person_id', '=', personId)
    .orderBy('x.said_at')
    .execute()
  return { reviewerOf: named, reviewsAsked: asked, conflictsAsReviewer: conflicts }
}

/** What was said of ties between an applicant and who would have read; who that is stays with the office. */
export async function conflictsAbout(work: Work, personId: string) {
  return work.read
    .selectFrom('call_conflicts as x')
    .innerJoin('call_applications as a', 'a.id', 'x.application_id')
    .select(['x.application_id', 'x.kind', 'x.said_at'])
    .where('a.person_id', '=', personId)
    .orderBy('x.said_at')
    .execute()
}

/** What a person gave as a reviewer. */
export async function reviewsGivenBy(work: Work, personId: string) {
  return work.read
    .selectFrom('call_reviews')
    .select(['call_id', 'state', 'points', 'remark', 'given_at'])
    .where('reviewer_id', '=', personId)
    .where('state', '=', 'given')
    .orderBy('given_at')
    .execute()
}

/** Nobody waits for the reviews of who is erased: others can be asked. What was given stays. */
export async function eraseReviewer(work: Work, personId: string): Promise<void> {
  const left = await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('call_reviews')
      .where('reviewer_id', '=', personId)
      .where('state', '=', 'open')
      .execute()
    return tx
      .deleteFrom('call_reviewers')
      .where('person_id', '=', personId)
      .returning('call_id')
      .execute()
  })
  for (const { call_id: id } of left) {
    await cancelTasks(work, { object: { kind: 'call-reviews', id }, kinds: [reviewTask], personId })
  }
}
