import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

/** How long before the end an institution is reminded where it has not said so itself. */
export const usualLeadDays = 90

/** An institution's lead time in days, and where its days begin. */
export async function leadOf(
  work: Work,
  organisationId: string,
): Promise<{ days: number; timeZone: string }> {
  const row = await work.read
    .selectFrom('organisations as o')
    .leftJoin('equivalence_settings as s', 's.organisation_id', 'o.id')
    .select(['o.time_zone', 's.lead_days'])
    .where('o.id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return { days: row.lead_days ?? usualLeadDays, timeZone: row.time_zone }
}

/** The lead times of institutions, in their order; one query. */
export async function leadsOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<{ organisationId: string; days: number }[]> {
  const rows = await work.read
    .selectFrom('equivalence_settings')
    .select(['organisation_id', 'lead_days'])
    .where('organisation_id', 'in', organisationIds.length > 0 ? [...organisationIds] : [nobody])
    .execute()
  const known = new Map(rows.map((row) => [row.organisation_id, row.lead_days]))
  return organisationIds.map((organisationId) => ({
    organisationId,
    days: known.get(organisationId) ?? usualLeadDays,
  }))
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Standing equivalences of an institution that end in a span of days, both included. */
export async function endingSoon(
  work: Work,
  organisationId: string,
  from: DateOnly,
  until: DateOnly,
): Promise<{ id: string; validTo: DateOnly; remindedOf: DateOnly | null }[]> {
  const rows = await work.read
    .selectFrom('equivalences')
    .select(['id', 'valid_to', 'reminded_of'])
    .where('home_organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .where('valid_to', '>=', from)
    .where('valid_to', '<=', until)
    .orderBy('valid_to')
    .execute()
  return rows.map((row) => ({ id: row.id, validTo: row.valid_to!, remindedOf: row.reminded_of }))
}

/** Institutions that have equivalences with an end. */
export async function institutionsWithEnds(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('equivalences')
    .select('home_organisation_id')
    .distinct()
    .where('withdrawn_at', 'is', null)
    .where('valid_to', 'is not', null)
    .execute()
  return rows.map((row) => row.home_organisation_id)
}
