import { sql } from 'kysely'
import type { Grant, Reader } from '#kernel/database'
import './schema.ts'

/**
 * The roles that a person plays at this moment: appointments that are current on the organisation's own calendar day,
 * and `student` for each current enrolment, limited to its degree programme. One query, asked at every request.
 */
export async function grantsOf(read: Reader, personId: string, now: Date): Promise<Grant[]> {
  const today = sql`(${now}::timestamptz at time zone coalesce(o.time_zone, 'UTC'))::date`
  const current = sql<boolean>`starts_on <= ${today} and coalesce(ends_on >= ${today}, true)`
  const rows = await read
    .selectFrom('appointments as a')
    .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select([
      sql<string>`a.role`.as('role'),
      'a.organisation_id',
      'a.degree_programme_id',
      'a.object_id',
    ])
    .where('a.person_id', '=', personId)
    .where(current)
    .unionAll((eb) =>
      eb
        .selectFrom('enrolments as e')
        .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
        .select([
          sql<string>`'student'`.as('role'),
          sql<string | null>`e.organisation_id`.as('organisation_id'),
          sql<string | null>`e.degree_programme_id`.as('degree_programme_id'),
          sql<string | null>`null::uuid`.as('object_id'),
        ])
        .where('e.person_id', '=', personId)
        .where('e.outcome', 'is', null)
        .where(current),
    )
    .execute()
  return rows.map((row) => ({
    role: row.role,
    organisationId: row.organisation_id,
    programmeId: row.degree_programme_id,
    objectId: row.object_id,
    via: 'appointment' as const,
  }))
}
