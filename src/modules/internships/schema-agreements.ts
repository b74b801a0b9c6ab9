import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'
import type { AgreementText } from './rules/agreement.ts'

type Stored<T> = ColumnType<T, string, string>

/** What happens to a placement before its last day. */
export const interruptionKinds = ['suspended', 'resumed', 'ended'] as const
/** One of them. */
export type InterruptionKind = (typeof interruptionKinds)[number]

/** The agreement of a placement, with what is being written. */
export interface InternshipAgreementsTable {
  placement_id: string
  draft: Stored<AgreementText>
  draft_number: number
  draft_at: Date
  document_id: string | null
  state: 'draft' | 'signing' | 'signed'
  agreed_version: number | null
  agreed_on: DateOnly | null
  returned_how: 'refused' | 'expired' | 'withdrawn' | null
}

/** A version of an agreement as it was sent to be signed. */
export interface InternshipAgreementVersionsTable {
  placement_id: string
  number: number
  text: Stored<AgreementText>
  sha256: string
  sent_at: Date
}

export interface InternshipInterruptionsTable {
  id: string
  placement_id: string
  kind: InterruptionKind
  day: DateOnly
  reason: string
  said_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    internship_agreements: InternshipAgreementsTable
    internship_agreement_versions: InternshipAgreementVersionsTable
    internship_interruptions: InternshipInterruptionsTable
  }
}
