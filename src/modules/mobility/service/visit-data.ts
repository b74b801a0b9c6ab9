import { sql } from 'kysely'
import { renamePerson, type Work } from '#kernel/database'

/** The visits in which a person takes part, and what they did for those of others. */
export async function exportVisitsOf(work: Work, personId: string) {
  const visits = await work.read
    .selectFrom('visit_members as x')
    .innerJoin('visits as v', 'v.id', 'x.visit_id')
    .select(['v.id', 'v.kind', 'v.title', 'v.state', 'v.starts_on', 'v.ends_on'])
    .select(['x.family', 'x.given', 'x.native', 'x.role', 'x.email', 'x.arrives_on'])
    .where('x.person_id', '=', personId)
    .where('v.visible', '=', true)
    .orderBy('v.starts_on')
    .orderBy('v.id')
    .execute()
  const { rows: acts } = await sql<{ act: string; mobility_id: string; at: Date }>`
    select 'visit-made' as act, id as mobility_id, created_at as at from visits where created_by = ${personId}
    union all
    select 'visit-answered', id, answered_at from visits where answered_by = ${personId}
    union all
    select 'visit-reported', id, reported_at from visits where reported_by = ${personId}
    order by at`.execute(work.read as never)
  return { visits, acts }
}

/** Takes the name and the address out of the lists of visits; that somebody of that role came stays. */
export async function eraseVisitsOf(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('visit_members')
      .set({ family: '–', given: '', native: '', email: '' })
      .where('person_id', '=', personId)
      .execute(),
  )
}

/** Moves a person's part in visits, and what they did for others', to the one who stays. */
export async function mergeVisitsOf(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    renamePerson(
      tx,
      { visit_members: ['person_id'], visits: ['created_by', 'answered_by', 'reported_by'] },
      from,
      into,
    ),
  )
}
