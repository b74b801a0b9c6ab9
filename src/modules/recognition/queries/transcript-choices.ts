import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { likeOf, nameIsLike } from './people.ts'

/** Students whom the form offers at once; of more, a search brings the right ones. */
export const mostChoices = 200

/**
 * What the form for a new transcript offers: students whom the actor may bring one in for, narrowed by a
 * search for name or number, the chosen one in any case; and the hosts whose credit is known here.
 */
export async function transcriptChoices(work: Work, asked: { search: string; chosen: string }) {
  const like = likeOf(asked.search)
  const enrolments = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.id', 'e.person_id', 'e.student_number', 'p.name as student'])
    .select('d.names as programme_names')
    .where('p.state', '=', 'active')
    .where((eb) =>
      eb.or([
        eb('e.student_number', 'like', like),
        nameIsLike('p.name', like),
        eb(sql<string>`e.id::text`, '=', asked.chosen),
      ]),
    )
    // The rule speaks of the case's columns; the enrolment gives them under those names.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom(
            sql<{ id: string }>`(select ${sql.ref('e.person_id')} as person_id,
              ${sql.ref('e.organisation_id')} as home_organisation_id,
              ${sql.ref('e.degree_programme_id')} as degree_programme_id)`.as('facts'),
          )
          .selectAll()
          .where(work.scope('recognition.transcript.add', 'facts')),
      ),
    )
    .orderBy(sql`e.id::text = ${asked.chosen}`, 'desc')
    .orderBy('e.student_number')
    .limit(mostChoices + 1)
    .execute()
  const hosts = await work.read
    .selectFrom('institution_schemes as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['o.id', 'o.names'])
    .distinct()
    .execute()
  return {
    enrolments: enrolments.slice(0, mostChoices),
    hasMore: enrolments.length > mostChoices,
    hosts,
  }
}
