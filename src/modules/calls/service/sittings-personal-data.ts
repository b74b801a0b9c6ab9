import { sql, type SqlBool } from 'kysely'
import type { Work, Writer } from '#kernel/database'
import { cancelTasks } from '#kernel/tasks'
import { minutesTask } from './sittings.ts'

/** In which sittings of committees a person sat, and what they were there. */
export async function satIn(work: Work, personId: string) {
  return work.read
    .selectFrom('call_sitting_members as k')
    .innerJoin('call_sittings as s', 's.id', 'k.sitting_id')
    .innerJoin('calls as c', 'c.id', 's.call_id')
    .select(['c.titles', 's.held_on', 'k.is_present', 's.state'])
    .select([
      sql<boolean>`s.chair_id = ${personId}::uuid`.as('chair'),
      sql<boolean>`s.secretary_id = ${personId}::uuid`.as('minute_taker'),
    ])
    .where('k.person_id', '=', personId)
    .orderBy('s.held_on')
    .execute()
}

/** What committees made of a person's applications; who voted how is not recorded. */
export async function minutesAbout(work: Work, personId: string) {
  return work.read
    .selectFrom('call_sitting_items as i')
    .innerJoin('call_sittings as s', 's.id', 'i.sitting_id')
    .innerJoin('call_applications as a', 'a.id', 'i.application_id')
    .select(['i.application_id', 's.held_on', 'i.outcome', 'i.votes_for', 'i.votes_against'])
    .select(['i.votes_abstained', 'i.reason', 'i.note'])
    .where('a.person_id', '=', personId)
    .where('s.state', '=', 'approved')
    .orderBy('s.held_on')
    .execute()
}

/**
 * Removes what a person's applications had noted beside their outcomes, and the person from sittings that are still to
 * come: others can be named. Minutes that were approved name who was there.
 */
export async function eraseFromSittings(work: Work, personId: string): Promise<void> {
  const left = await work.writeUnchronicled(async (tx) => {
    const own = tx.selectFrom('call_applications').select('id').where('person_id', '=', personId)
    await tx
      .updateTable('call_sitting_items')
      .set({ note: '{}' })
      .where('application_id', 'in', own)
      .execute()
    const planned = tx.selectFrom('call_sittings').select('id').where('state', '=', 'planned')
    await tx
      .deleteFrom('call_sitting_absences')
      .where('person_id', '=', personId)
      .where('sitting_id', 'in', planned)
      .execute()
    return tx
      .deleteFrom('call_sitting_members')
      .where('person_id', '=', personId)
      .where('sitting_id', 'in', planned)
      .returning('sitting_id')
      .execute()
  })
  for (const { sitting_id: id } of left) {
    await cancelTasks(work, {
      object: { kind: 'call-sitting', id },
      kinds: [minutesTask],
      personId,
    })
  }
}

/** Moves the seat of a person in sittings whose minutes are not approved; approved minutes name who was there. */
export async function mergeSittings(tx: Writer, from: string, into: string): Promise<void> {
  const planned = tx.selectFrom('call_sittings').select('id').where('state', '=', 'planned')
  for (const column of ['chair_id', 'secretary_id', 'created_by'] as const) {
    await tx
      .updateTable('call_sittings')
      .set({ [column]: into })
      .where(column, '=', from)
      .where('state', '=', 'planned')
      .execute()
  }
  await tx
    .updateTable('call_sitting_items')
    .set({ recorded_by: into })
    .where('recorded_by', '=', from)
    .where('sitting_id', 'in', planned)
    .execute()
  const isPlanned = sql<SqlBool>`sitting_id in (select id from call_sittings where state = 'planned')`
  await sql`insert into call_sitting_members (sitting_id, person_id, is_present)
    select sitting_id, ${into}::uuid, is_present from call_sitting_members
    where person_id = ${from}::uuid and ${isPlanned} on conflict do nothing`.execute(tx)
  await sql`insert into call_sitting_absences (item_id, sitting_id, person_id)
    select item_id, sitting_id, ${into}::uuid from call_sitting_absences
    where person_id = ${from}::uuid and ${isPlanned} on conflict do nothing`.execute(tx)
  for (const table of ['call_sitting_absences', 'call_sitting_members'] as const) {
    await tx.deleteFrom(table).where('person_id', '=', from).where(isPlanned).execute()
  }
}
