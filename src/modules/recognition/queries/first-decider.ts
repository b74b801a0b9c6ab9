import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'
import { settingsOf } from './settings.ts'

/** Who must let somebody else decide. */
export interface FirstDecider {
  id: string
  name: PersonName
}

interface OfCase {
  id: string
  state: string
  person_id: string
  home_organisation_id: string
  degree_programme_id: string
  unit_id: string | null
}

/**
 * Who took the decision that an appeal led to look at again, where the institution has somebody else decide it anew and
 * anybody else may: an evaluator of the case, or whoever stands in for one today. Null where the case is open for another
 * reason, or nobody else is there. It is the person who acted that counts, in whosever place they did.
 */
export async function firstDeciderOf(work: Work, found: OfCase): Promise<FirstDecider | null> {
  if (found.state !== 'open') return null
  const row = await work.read
    .selectFrom('decision_revisions as v')
    .innerJoin('recognition_decisions as d', 'd.id', 'v.decision_id')
    .innerJoin('persons as p', 'p.id', 'd.decided_by')
    .select(['p.id', 'p.name', 'v.appeal_id'])
    .where('v.case_id', '=', found.id)
    .orderBy('v.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.appeal_id === null) return null
  const { revisionByAnother } = await settingsOf(work, found.home_organisation_id)
  if (!revisionByAnother || !(await isAnybodyElse(work, found, row.id))) return null
  return { id: row.id, name: row.name }
}

async function isAnybodyElse(work: Work, found: OfCase, deciderId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    with recursive above as (
      select u.id, u.parent_id from units u where u.id = ${found.unit_id}::uuid
      union all
      select u.id, u.parent_id from units u join above on u.id = above.parent_id
    ),
    evaluators as (
      select a.person_id, a.organisation_id, days.today
      from appointments a
      join organisations o on o.id = a.organisation_id
      cross join lateral (
        select (${work.now}::timestamptz at time zone o.time_zone)::date as today
      ) as days
      where a.organisation_id = ${found.home_organisation_id} and a.role = 'evaluator' and a.object_id is null
        and days.today between a.starts_on and coalesce(a.ends_on, 'infinity'::date)
        and (a.degree_programme_id is null or a.degree_programme_id = ${found.degree_programme_id})
        and (a.unit_id is null or a.unit_id in (select id from above))
        and a.person_id <> ${found.person_id}
    ),
    acting as (
      select person_id from evaluators
      union
      select s.stand_in_id from stand_ins s
      join evaluators e on e.person_id = s.person_id
        and e.today between s.valid_from and s.valid_until
        and (s.organisation_id is null or s.organisation_id = e.organisation_id)
        and (cardinality(s.roles) = 0 or 'evaluator' = any (s.roles))
    )
    select exists (
      select from acting join persons p on p.id = acting.person_id
      where p.state = 'active' and p.id not in (${deciderId}, ${found.person_id})
    ) as is
  `.execute(work.read as never)
  return rows[0]?.is ?? false
}
