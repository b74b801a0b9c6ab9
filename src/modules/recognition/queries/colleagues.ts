import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import type { PersonName } from '#kernel/values'

/** The roles whose holders work on cases, the widest first. */
export const caseRoles = ['evaluator', 'coordinator', 'registrar'] as const
export type CaseRole = (typeof caseRoles)[number]

/** Somebody of the home institution who works on cases like this one. */
export interface Colleague {
  id: string
  name: PersonName
  roles: CaseRole[]
  /** Until when somebody else acts for them, where they are away today. */
  awayUntil: string | null
  standIn: PersonName | null
}

interface OfCase {
  person_id: string
  home_organisation_id: string
  degree_programme_id: string
}

/** Who of the home institution may read a case, on its calendar's today, without the student; one query. */
export async function colleaguesOf(work: Work, found: OfCase): Promise<Colleague[]> {
  return readColleagues(await colleagueRows(work, found).execute())
}

/** The rows of colleagues, one a role, by themselves or as a part of another query. */
export function colleagueRows(work: Work, found: OfCase) {
  const today = sql<string>`(${work.now}::timestamptz at time zone o.time_zone)::date`
  return work.read
    .selectFrom('appointments as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('stand_ins as s', (join) =>
      join
        .onRef('s.person_id', '=', 'a.person_id')
        .on(sql<boolean>`${today} between s.valid_from and s.valid_until`)
        .on(sql<boolean>`(s.organisation_id is null or s.organisation_id = a.organisation_id)`)
        .on(sql<boolean>`(cardinality(s.roles) = 0 or a.role = any (s.roles))`),
    )
    .leftJoin('persons as q', 'q.id', 's.stand_in_id')
    .select(['a.person_id as id', 'p.name', 's.valid_until as awayUntil'])
    .select([sql<CaseRole>`a.role`.as('role'), 'q.name as standIn'])
    .where('a.organisation_id', '=', found.home_organisation_id)
    .where('a.role', 'in', [...caseRoles])
    .where(sql<boolean>`a.starts_on <= ${today} and coalesce(a.ends_on >= ${today}, true)`)
    .where('a.object_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.degree_programme_id', 'is', null),
        eb('a.degree_programme_id', '=', found.degree_programme_id),
      ]),
    )
    .where('p.state', '=', 'active')
    .where('a.person_id', '<>', found.person_id)
    .orderBy(nameOrder(work.language))
    .orderBy('a.person_id')
}

/** Colleagues out of their rows. */
export function readColleagues(
  rows: readonly Omit<Colleague & { role: CaseRole }, 'roles'>[],
): Colleague[] {
  const byPerson = new Map<string, Colleague>()
  for (const { id, name, role, awayUntil, standIn } of rows) {
    const known = byPerson.get(id)
    if (known) known.roles.push(role)
    else byPerson.set(id, { id, name, roles: [role], awayUntil, standIn })
  }
  return [...byPerson.values()]
}
