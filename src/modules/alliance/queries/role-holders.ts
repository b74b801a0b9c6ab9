import { sql } from 'kysely'
import type { Reader } from '#kernel/database'
import type { AppointmentRole } from '../schema.ts'

/**
 * Who holds a role at an organisation at this moment, on its own calendar day, by appointment or standing in: those for
 * whom a role's task waits. A role that is limited to one object, to another programme or unit, does not count.
 */
export async function holdersOfRole(
  read: Reader,
  place: {
    role: string
    organisationId: string | null
    programmeId: string | null
    unitId?: string | null
  },
  now: Date,
): Promise<string[]> {
  const today = sql`(${now}::timestamptz at time zone coalesce(o.time_zone, 'UTC'))::date`
  const appointed = () =>
    read
      .selectFrom('appointments as a')
      .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
      .where('a.role', '=', place.role as never)
      .where('a.organisation_id', 'is not distinct from', place.organisationId)
      .where('a.object_id', 'is', null)
      .where((eb) =>
        eb.or([
          eb('a.degree_programme_id', 'is', null),
          eb('a.degree_programme_id', '=', place.programmeId),
        ]),
      )
      .$if(place.unitId !== undefined, (query) => query.where(isOfUnit(place.unitId!)))
      .where(sql<boolean>`a.starts_on <= ${today} and coalesce(a.ends_on >= ${today}, true)`)
  const standingIn = appointed()
    .innerJoin('stand_ins as s', 's.person_id', 'a.person_id')
    .select('s.stand_in_id as person_id')
    .where(sql<boolean>`${today} between s.valid_from and s.valid_until`)
    .where(sql<boolean>`(s.organisation_id is null or s.organisation_id = a.organisation_id)`)
    .where(sql<boolean>`(cardinality(s.roles) = 0 or a.role = any(s.roles))`)
  const rows = await appointed().select('a.person_id').union(standingIn).execute()
  return rows.map((row) => row.person_id).toSorted()
}

/**
 * Which of some roles somebody holds at each of some organisations at this moment, as `holdersOfRole` asks for one of them
 * without a programme; one query. Who only stands in does so for a holder, and changes nothing here.
 */
export async function heldRoles<Role extends AppointmentRole>(
  read: Reader,
  places: { roles: readonly Role[]; organisationIds: readonly string[] },
  now: Date,
): Promise<Map<string, Set<Role>>> {
  const { roles, organisationIds } = places
  if (organisationIds.length === 0) return new Map()
  const today = sql`(${now}::timestamptz at time zone o.time_zone)::date`
  const rows = await read
    .selectFrom('appointments as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select(['o.id', 'a.role'])
    .distinct()
    .where('a.role', 'in', [...roles])
    .where('a.organisation_id', 'in', [...organisationIds])
    .where('a.object_id', 'is', null)
    .where('a.degree_programme_id', 'is', null)
    .where(sql<boolean>`a.starts_on <= ${today} and coalesce(a.ends_on >= ${today}, true)`)
    .execute()
  const held = Map.groupBy(rows, ({ id }) => id)
  return new Map([...held].map(([id, own]) => [id, new Set(own.map(({ role }) => role as Role))]))
}

/** Whether an appointment is for a unit or one above it; for no unit, whether it is for the whole organisation. */
function isOfUnit(unitId: string | null) {
  return unitId === null
    ? sql<boolean>`a.unit_id is null`
    : sql<boolean>`a.unit_id in (
        with recursive above as (
          select u.id, u.parent_id from units u where u.id = ${unitId}
          union
          select p.id, p.parent_id from units p join above on p.id = above.parent_id)
        select above.id from above)`
}
