import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { AgreementText } from '../rules/agreement.ts'
import type { InterruptionKind } from '../schema-agreements.ts'

/** The agreement of a placement as it stands. */
export interface AgreementRow {
  placementId: string
  draft: AgreementText
  draftNumber: number
  documentId: string | null
  state: 'draft' | 'signing' | 'signed'
  agreedVersion: number | null
  agreedOn: DateOnly | null
  returnedHow: 'refused' | 'expired' | 'withdrawn' | null
  /** What all have signed; null before that. */
  agreed: AgreementText | null
  /** The latest version that was sent; null before the first. */
  sentNumber: number | null
}

/** The agreement of a placement, or null where nothing was written yet. */
export async function agreementOf(
  work: Work,
  placementId: string,
  lock?: 'lock',
): Promise<AgreementRow | null> {
  if (lock) {
    await work.read
      .selectFrom('internship_agreements')
      .select('placement_id')
      .where('placement_id', '=', placementId)
      .forUpdate()
      .execute()
  }
  const row = await work.read
    .selectFrom('internship_agreements as a')
    .leftJoin('internship_agreement_versions as v', (join) =>
      join
        .onRef('v.placement_id', '=', 'a.placement_id')
        .onRef('v.number', '=', 'a.agreed_version'),
    )
    .select(['a.placement_id as placementId', 'a.draft', 'a.draft_number as draftNumber'])
    .select(['a.document_id as documentId', 'a.state', 'a.agreed_version as agreedVersion'])
    .select(['a.agreed_on as agreedOn', 'a.returned_how as returnedHow', 'v.text as agreed'])
    .select(
      sql<number | null>`(select max(x.number) from internship_agreement_versions x
        where x.placement_id = a.placement_id)`.as('sentNumber'),
    )
    .where('a.placement_id', '=', placementId)
    .executeTakeFirst()
  return row ?? null
}

/** One version of an agreement as it was sent. */
export async function sentVersion(
  work: Work,
  placementId: string,
  number: number,
): Promise<AgreementText | null> {
  const row = await work.read
    .selectFrom('internship_agreement_versions')
    .select('text')
    .where('placement_id', '=', placementId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.text ?? null
}

/** Something that interrupted a placement or ended it early, with the office's reason. */
export interface Interruption {
  id: string
  kind: InterruptionKind
  day: DateOnly
  reason: string
}

/** What interrupted a placement, in the order in which it was said. */
export function interruptionsOf(work: Work, placementId: string): Promise<Interruption[]> {
  return work.read
    .selectFrom('internship_interruptions')
    .select(['id', 'kind', 'day', 'reason'])
    .where('placement_id', '=', placementId)
    .orderBy('day')
    .orderBy('said_at')
    .execute()
}
