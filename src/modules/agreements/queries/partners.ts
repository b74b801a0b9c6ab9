import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { holdersOfRole } from '#modules/alliance'

/** What the agreements of some copies are called, and the names of the other partners, by the copies' ids; one query. */
export async function partnersOfCopies(
  work: Work,
  copyIds: readonly string[],
): Promise<Map<string, { title: string; names: LocalText[] }>> {
  if (copyIds.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreement_copies as x', (join) =>
      join.onRef('x.agreement_id', '=', 'c.agreement_id').onRef('x.id', '<>', 'c.id'),
    )
    .innerJoin('organisations as o', 'o.id', 'x.organisation_id')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .select(['c.id', 'a.title', 'o.names'])
    .where('c.id', 'in', [...copyIds])
    .orderBy('x.position')
    .execute()
  const partners = new Map<string, { title: string; names: LocalText[] }>()
  for (const { id, title, names } of rows) {
    partners.set(id, { title, names: [...(partners.get(id)?.names ?? []), names] })
  }
  return partners
}

/** A unit that a condition may name. */
export interface UnitChoice {
  id: string
  organisationId: string
  names: LocalText
  code: string | null
}

/** The open units of some institutions; one query. */
export async function unitsAt(
  work: Work,
  organisationIds: readonly string[],
): Promise<UnitChoice[]> {
  if (organisationIds.length === 0) return []
  return work.read
    .selectFrom('units')
    .select(['id', 'organisation_id as organisationId', 'names', 'code'])
    .where('organisation_id', 'in', [...organisationIds])
    .where('closed_on', 'is', null)
    .orderBy('organisation_id')
    .orderBy('code')
    .execute()
}

/** Institutions whose agreements the actor may make, and all that may be partners, in the reader's order by name. */
export async function institutions(
  work: Work,
): Promise<{ id: string; names: LocalText; acronym: string | null; isOwn: boolean }[]> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'acronym'])
    .execute()
  return rows.map((row) => ({
    ...row,
    isOwn: work.may('agreements.agreement.edit', { organisation_id: row.id, visible: true }),
  }))
}

/** Whether an institution has somebody here who may answer for its agreements: then nobody brings in its copies. */
export async function worksHere(work: Work, organisationId: string): Promise<boolean> {
  for (const role of ['coordinator', 'administrator']) {
    const place = { role, organisationId, programmeId: null }
    if ((await holdersOfRole(work.read, place, work.now)).length > 0) return true
  }
  return false
}
