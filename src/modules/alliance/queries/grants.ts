import { sql } from 'kysely'
import type { Grant, Reader } from '#kernel/database'
import '../schema.ts'

/** The unit of an appointment with all under it; null for one of the whole organisation. */
const unitsBelow = sql<string[] | null>`case when a.unit_id is null then null else array(
  with recursive below as (
    select u.id from units u where u.id = a.unit_id
    union
    select c.id from units c join below on c.parent_id = below.id)
  select below.id::text from below order by 1) end`

/**
 * The roles that a person plays at this moment: appointments that are current on the organisation's own calendar day,
 * those of people for whom the person stands in on that day, and `student` for each current enrolment, limited to its
 * degree programme. One query, asked at every request.
 */
export async function grantsOf(read: Reader, personId: string, now: Date): Promise<Grant[]> {
  const today = sql`(${now}::timestamptz at time zone coalesce(o.time_zone, 'UTC'))::date`
  const runs = (table: 'a' | 'e') => {
    const [first, last] = [sql.ref(`${table}.starts_on`), sql.ref(`${table}.ends_on`)]
    return sql<boolean>`${first} <= ${today} and coalesce(${last} >= ${today}, true)`
  }
  const own = read
    .selectFrom('appointments as a')
    .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select([
      sql<string>`a.role`.as('role'),
      'a.organisation_id',
      'a.degree_programme_id',
      'a.object_id',
      unitsBelow.as('unit_ids'),
      sql<string | null>`null::uuid`.as('on_behalf_of'),
    ])
    .where('a.person_id', '=', personId)
    .where(runs('a'))
  const standingIn = read
    .selectFrom('stand_ins as s')
    .innerJoin('appointments as a', 'a.person_id', 's.person_id')
    .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select([
      sql<string>`a.role`.as('role'),
      'a.organisation_id',
      'a.degree_programme_id',
      'a.object_id',
      unitsBelow.as('unit_ids'),
      sql<string | null>`s.person_id`.as('on_behalf_of'),
    ])
    .where('s.stand_in_id', '=', personId)
    .where(runs('a'))
    .where(sql<boolean>`${today} between s.valid_from and s.valid_until`)
    .where(sql<boolean>`(s.organisation_id is null or s.organisation_id = a.organisation_id)`)
    .where(sql<boolean>`(cardinality(s.roles) = 0 or a.role = any(s.roles))`)
  const studying = read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select([
      sql<string>`'student'`.as('role'),
      sql<string | null>`e.organisation_id`.as('organisation_id'),
      sql<string | null>`e.degree_programme_id`.as('degree_programme_id'),
      sql<string | null>`null::uuid`.as('object_id'),
      sql<string[] | null>`null::text[]`.as('unit_ids'),
      sql<string | null>`null::uuid`.as('on_behalf_of'),
    ])
    .where('e.person_id', '=', personId)
    .where('e.outcome', 'is', null)
    .where(runs('e'))
  const rows = await own.unionAll(standingIn).unionAll(studying).execute()
  return rows.map((row) => ({
    role: row.role,
    organisationId: row.organisation_id,
    programmeId: row.degree_programme_id,
    objectId: row.object_id,
    unitIds: row.unit_ids,
    via: row.on_behalf_of === null ? ('appointment' as const) : ('stand-in' as const),
    onBehalfOf: row.on_behalf_of,
  }))
}
