import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'
import type { LearningText } from './rules/learning-agreement.ts'

type Stored<T> = ColumnType<T, string, string>

/** The learning agreement of a stay, with what is being written. */
export interface LearningAgreementsTable {
  mobility_id: string
  draft: Stored<LearningText>
  draft_number: ColumnType<number, number | undefined>
  draft_at: Date
  document_id: string | null
  state: 'draft' | 'signing' | 'signed'
  agreed_version: number | null
  agreed_on: DateOnly | null
  returned_how: 'refused' | 'expired' | 'withdrawn' | null
}

/** A version of a learning agreement as it was sent to be signed. */
export interface LearningAgreementVersionsTable {
  mobility_id: string
  number: number
  text: Stored<LearningText>
  sha256: string
  sent_at: Date
  sent_by: string | null
}

declare module '#kernel/database' {
  interface Tables {
    learning_agreements: LearningAgreementsTable
    learning_agreement_versions: LearningAgreementVersionsTable
  }
}
