import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { heldRoles } from '#modules/alliance'

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

/** The partners of some agreements, by the agreement; one query. */
export async function partnersOfAgreements(
  work: Work,
  agreementIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('agreement_copies')
    .select(['agreement_id', 'organisation_id'])
    .where('agreement_id', 'in', [...agreementIds])
    .orderBy('position')
    .execute()
  const partners = Map.groupBy(rows, ({ agreement_id }) => agreement_id)
  return new Map([...partners].map(([id, own]) => [id, own.map((each) => each.organisation_id)]))
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

/** Institutions whose agreements the actor may make, and all that may be partners; in which order they are shown is the page's to say. */
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

/** Who can answer for an institution here, and bind it, in the order in which they are offered. */
export const bindingRoles = ['administrator', 'coordinator'] as const

/** Which of those roles somebody holds at each of some institutions; one query, however many. */
export function bindingRolesAt(work: Work, organisationIds: readonly string[]) {
  return heldRoles(work.read, { roles: bindingRoles, organisationIds }, work.now)
}

/** Whether an institution has somebody here who may answer for its agreements: then nobody brings in its copies. */
export async function worksHere(work: Work, organisationId: string): Promise<boolean> {
  return (await bindingRolesAt(work, [organisationId])).has(organisationId)
}
