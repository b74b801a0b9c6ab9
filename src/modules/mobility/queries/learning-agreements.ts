import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { LearningText } from '../rules/learning-agreement.ts'

/** The learning agreement of a stay as it stands. */
export interface LearningAgreementRow {
  mobilityId: string
  draft: LearningText
  draftNumber: number
  draftAt: Date
  documentId: string | null
  state: 'draft' | 'signing' | 'signed'
  agreedVersion: number | null
  agreedOn: DateOnly | null
  returnedHow: 'refused' | 'expired' | 'withdrawn' | null
  /** What all three have signed; null before that. */
  agreed: LearningText | null
  /** The latest version that was sent, and its number. */
  sent: LearningText | null
  sentNumber: number | null
}

/** The learning agreement of a stay, or null where nothing was written yet; one query. */
export async function learningAgreementOf(
  work: Work,
  mobilityId: string,
  lock?: 'lock',
): Promise<LearningAgreementRow | null> {
  if (lock) {
    await work.read
      .selectFrom('learning_agreements')
      .select('mobility_id')
      .where('mobility_id', '=', mobilityId)
      .modifyEnd(sql`for update`)
      .execute()
  }
  const row = await work.read
    .selectFrom('learning_agreements as a')
    .leftJoin('learning_agreement_versions as v', (join) =>
      join.onRef('v.mobility_id', '=', 'a.mobility_id').onRef('v.number', '=', 'a.agreed_version'),
    )
    .select(['a.mobility_id as mobilityId', 'a.draft', 'a.draft_number as draftNumber'])
    .select(['a.draft_at as draftAt', 'a.document_id as documentId', 'a.state'])
    .select(['a.agreed_version as agreedVersion', 'a.agreed_on as agreedOn'])
    .select(['a.returned_how as returnedHow', 'v.text as agreed'])
    .select(
      sql<LearningText | null>`(select x.text from learning_agreement_versions x
        where x.mobility_id = a.mobility_id order by x.number desc limit 1)`.as('sent'),
    )
    .select(
      sql<number | null>`(select max(x.number) from learning_agreement_versions x
        where x.mobility_id = a.mobility_id)`.as('sentNumber'),
    )
    .where('a.mobility_id', '=', mobilityId)
    .executeTakeFirst()
  return row ?? null
}
