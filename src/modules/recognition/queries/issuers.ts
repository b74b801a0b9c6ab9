import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { issuerFit, type PossibleIssuer } from '../issuer.ts'

/** An institution with what a transcript may name it by. */
export interface KnownIssuer extends PossibleIssuer {
  id: string
}

function issuers(work: Work) {
  return work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'acronym', 'ror', 'identifiers', 'country', 'city'])
}

/** One institution, as a transcript may name it. */
export async function possibleIssuer(work: Work, id: string): Promise<KnownIssuer | null> {
  if (!isUuid(id)) return null
  return (await issuers(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** All institutions, as a transcript may name them; one query. */
export function possibleIssuers(work: Work): Promise<KnownIssuer[]> {
  return issuers(work).orderBy('id').execute()
}

/** Whether the document of a transcript names another issuer than its host, and nobody of the school has said that it is the host's. */
export async function isIssuerInDoubt(work: Work, transcriptId: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('transcripts as t')
    .innerJoin('organisations as o', 'o.id', 't.host_organisation_id')
    .select([
      't.issuer',
      't.issuer_confirmed_at',
      'o.names',
      'o.acronym',
      'o.ror',
      'o.identifiers',
      'o.country',
      'o.city',
    ])
    .where('t.id', '=', transcriptId)
    .executeTakeFirstOrThrow()
  return row.issuer_confirmed_at === null && issuerFit(row.issuer, row) === 'other'
}
