import { sql, type SqlBool } from 'kysely'
import { renamePerson, renamePersonOnce, type Work, type Writer } from '#kernel/database'

/** Moves applications to the one who stays; of two to one call the one that was sent stays, and the other is withdrawn. */
export async function mergePersonCalls(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    const twin = sql<SqlBool>`exists (select from call_applications other where other.call_id = call_applications.call_id
      and other.person_id in (${from}, ${into}) and other.person_id <> call_applications.person_id
      and other.state <> 'withdrawn'
      and (other.state = 'submitted', other.person_id = ${into}) > (call_applications.state = 'submitted', call_applications.person_id = ${into}))`
    await tx
      .updateTable('call_applications')
      .set({ state: 'withdrawn', withdrawn_at: work.now })
      .where('person_id', 'in', [from, into])
      .where('state', '<>', 'withdrawn')
      .where(twin)
      .execute()
    await mergeReviews(tx, from, into)
    await mergeAppeals(tx, from, into)
    const columns = ['person_id', 'brought_in_by', 'decided_by'] as const
    await renamePerson(tx, { call_applications: columns }, from, into)
  })
}

async function mergeReviews(tx: Writer, from: string, into: string): Promise<void> {
  await renamePersonOnce(tx, 'call_reviewers', { person: 'person_id', of: 'call_id' }, from, into)
  await tx
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
    .execute()
  await renamePerson(tx, { call_reviews: ['reviewer_id'] }, from, into)
  await renamePersonOnce(
    tx,
    'call_conflicts',
    { person: 'person_id', of: 'application_id' },
    from,
    into,
  )
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
