import { renamePerson, renamePersonOnce, type Work, type Writer } from '#kernel/database'
import { applicationInCall, applicationsOf, type ApplicationRow } from '../queries/applications.ts'
import { better } from '../rules/twins.ts'
import { closeTaskIfDone } from './review-tasks.ts'
import { takeBack } from './taking-back.ts'
import { mergeSittings } from './sittings-personal-data.ts'

/** Where a person applied, and where it stands that they did something. */
const personColumns = {
  call_applications: ['person_id', 'brought_in_by', 'decided_by'],
  call_decisions: ['decided_by'],
  call_conflicts: ['said_by'],
  call_reviewers: ['added_by'],
  call_reviews: ['assigned_by'],
  call_waivers: ['waived_by'],
  calls: ['created_by'],
} as const

/**
 * Moves what a person did and applied for to the one who stays. Of two applications to one call the better for them
 * stays, and the other is withdrawn as by its applicant: its seat, reviews, referees and appeal do not wait for nobody.
 */
export async function mergePersonCalls(work: Work, from: string, into: string): Promise<void> {
  await withdrawTwins(work, from, into)
  const unread = await work.writeUnchronicled(async (tx) => {
    const declined = await mergeReviews(tx, from, into)
    // A tie that was said of both stands once; another kind of tie to the same applicant stays beside it.
    const tied = { person: 'person_id', of: ['application_id', 'kind'] } as const
    await renamePersonOnce(tx, 'call_conflicts', tied, from, into)
    await mergeAppeals(tx, from, into)
    await mergeSittings(tx, from, into)
    await renamePerson(tx, personColumns, from, into)
    return declined
  })
  for (const callId of unread) {
    await closeTaskIfDone(work, { call_id: callId, reviewer_id: into })
  }
}

async function withdrawTwins(work: Work, from: string, into: string): Promise<void> {
  const both = [...(await applicationsOf(work, into)), ...(await applicationsOf(work, from))]
  const active = both.filter(({ state }) => state !== 'withdrawn')
  for (const pair of Map.groupBy(active, ({ call_id: callId }) => callId).values()) {
    if (pair.length < 2) continue
    const twins: ApplicationRow[] = []
    for (const { id } of pair) {
      const twin = await applicationInCall(work, id)
      if (twin && twin.state !== 'withdrawn') twins.push(twin)
    }
    const [one, other] = twins
    if (!one || !other) continue
    const stays = better(one, other)
    await takeBack(work, { ...(stays === one ? other : one), person_id: into })
  }
}

async function mergeReviews(tx: Writer, from: string, into: string): Promise<Set<string>> {
  await renamePersonOnce(tx, 'call_reviewers', { person: 'person_id', of: 'call_id' }, from, into)
  const declined = await tx
    .updateTable('call_reviews')
    .set({ state: 'declined', given_at: null })
    .where('reviewer_id', '=', from)
    .where('state', '<>', 'declined')
    .where(
      'application_id',
      'in',
      tx
        .selectFrom('call_reviews')
        .select('application_id')
        .where('reviewer_id', '=', into)
        .where('state', '<>', 'declined'),
    )
    .returning('call_id')
    .execute()
  await renamePerson(tx, { call_reviews: ['reviewer_id'] }, from, into)
  return new Set(declined.map(({ call_id: callId }) => callId))
}

async function mergeAppeals(tx: Writer, from: string, into: string): Promise<void> {
  // Two people may turn out to be one: the appeal then names only who answered it.
  await tx
    .updateTable('call_appeals')
    .set({ first_decided_by: null })
    .where('first_decided_by', 'in', [from, into])
    .where('decided_by', 'in', [from, into])
    .execute()
  await renamePerson(tx, { call_appeals: ['first_decided_by', 'decided_by'] }, from, into)
}
