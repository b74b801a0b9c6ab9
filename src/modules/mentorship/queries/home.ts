import { sql } from 'kysely'
import type { Work } from '#kernel/database'

/** How many students a person mentors now, and how many mentors they have themselves; one query, by two indexes. */
export async function ownCounts(
  work: Work,
  personId: string,
): Promise<{ students: number; mentors: number }> {
  return work.read
    .selectFrom('mentorships')
    .select(
      sql<number>`count(distinct mentee_id) filter (where mentor_id = ${personId})::int`.as(
        'students',
      ),
    )
    .select(
      sql<number>`count(distinct mentor_id) filter (where person_id = ${personId})::int`.as(
        'mentors',
      ),
    )
    .where('state', 'in', ['accepted', 'active'])
    .where((eb) => eb.or([eb('mentor_id', '=', personId), eb('person_id', '=', personId)]))
    .executeTakeFirstOrThrow()
}
