import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** Institutions with what EWP may call them. */
export function institutionsInEwp(
  work: Work,
): Promise<
  { organisationId: string; identifiers: Record<string, string>; website: string | null }[]
> {
  return work.read
    .selectFrom('organisations')
    .select(['id as organisationId', 'identifiers', 'website'])
    .execute()
}

/** The agreement of two partners that EWP's ids of their copies name: one's own, or else the partner's. */
export async function copyOfPartner(
  work: Work,
  ids: { ours: string; theirs: string; ownId: string | null; theirId: string | null },
): Promise<{ ownId: string; theirId: string } | null> {
  const rows = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreement_copies as x', 'x.agreement_id', 'c.agreement_id')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .select(['c.id as ownId', 'x.id as theirId', 'x.foreign_id as foreignId'])
    .where('c.organisation_id', '=', ids.ours)
    .where('x.organisation_id', '=', ids.theirs)
    .where('a.state', '<>', 'withdrawn')
    .where((eb) =>
      eb.or([
        ...(ids.ownId !== null && isUuid(ids.ownId) ? [eb('c.id', '=', ids.ownId)] : []),
        ...(ids.theirId === null ? [] : [eb('x.foreign_id', '=', ids.theirId)]),
        eb.lit(false),
      ]),
    )
    .execute()
  const found = rows.find(({ ownId }) => ownId === ids.ownId) ?? rows[0]
  return found ? { ownId: found.ownId, theirId: found.theirId } : null
}
