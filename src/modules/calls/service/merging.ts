import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'

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
    for (const column of ['person_id', 'brought_in_by', 'decided_by'] as const) {
      await tx
        .updateTable('call_applications')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
  })
}

type Tx = Parameters<Parameters<Work['writeUnchronicled']>[0]>[0]

async function mergeReviews(tx: Tx, from: string, into: string): Promise<void> {
  await tx
    .deleteFrom('call_reviewers')
    .where('person_id', '=', from)
    .where(
      'call_id',
      'in',
      tx.selectFrom('call_reviewers').select('call_id').where('person_id', '=', into),
    )
    .execute()
  await tx
    .updateTable('call_reviewers')
    .set({ person_id: into })
    .where('person_id', '=', from)
    .execute()
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
  await tx
    .updateTable('call_reviews')
    .set({ reviewer_id: into })
    .where('reviewer_id', '=', from)
    .execute()
  await tx
    .deleteFrom('call_conflicts')
    .where('person_id', '=', from)
    .where(
      'application_id',
      'in',
      tx.selectFrom('call_conflicts').select('application_id').where('person_id', '=', into),
    )
    .execute()
  await tx
    .updateTable('call_conflicts')
    .set({ person_id: into })
    .where('person_id', '=', from)
    .execute()
}

async function mergeAppeals(tx: Tx, from: string, into: string): Promise<void> {
  // Two people may turn out to be one: the appeal then names only who answered it.
  await tx
    .updateTable('call_appeals')
    .set({ first_decided_by: null })
    .where('first_decided_by', 'in', [from, into])
    .where('decided_by', 'in', [from, into])
    .execute()
  for (const column of ['first_decided_by', 'decided_by'] as const) {
    await tx
      .updateTable('call_appeals')
      .set({ [column]: into })
      .where(column, '=', from)
      .execute()
  }
}
