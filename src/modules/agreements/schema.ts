import type { ColumnType } from 'kysely'
import type { Language } from '#kernel/values'
import type { AgreementState } from './rules/agreement.ts'
import type { AgreementKind, AgreementText, ConditionKind } from './rules/conditions.ts'

type Stored<T> = ColumnType<T, string, string>

export interface AgreementsTable {
  id: string
  origin: string
  kind: AgreementKind
  framework_id: string | null
  title: string
  state: AgreementState
  made_by_organisation_id: string
  made_at: Date
  concluded_at: Date | null
  recorded: ColumnType<boolean, boolean | undefined>
  last_year: string | null
  changed_at: Date
}

export interface AgreementCopiesTable {
  id: string
  agreement_id: string
  organisation_id: string
  position: number
  visible: boolean
  code: ColumnType<string, string | undefined>
  foreign_id: string | null
  draft: Stored<AgreementText>
  draft_number: ColumnType<number, number | undefined>
  draft_at: Date
  sent_version_id: string | null
  agreed_version_id: string | null
  first_year: string | null
  last_year: string | null
}

export interface AgreementVersionsTable {
  id: string
  copy_id: string
  number: number
  text: Stored<AgreementText>
  hash: string
  text_sha256: string
  source: 'here' | 'ewp' | 'record'
  sent_at: Date
  sent_by: string | null
}

export interface AgreementApprovalsTable {
  version_id: string
  organisation_id: string
  hash: string
  approved_at: Date
  approved_by: string | null
}

export interface AgreementRefusalsTable {
  version_id: string
  organisation_id: string
  reason: string
  refused_at: Date
  refused_by: string | null
}

export interface AgreementEndsTable {
  id: string
  agreement_id: string
  organisation_id: string
  last_year: string
  reason: string
  by_consent: boolean
  declared_at: Date
  declared_by: string | null
  settled_at: Date | null
  outcome: 'ended' | 'declined' | 'taken-back' | null
}

export interface AgreementConsentsTable {
  end_id: string
  organisation_id: string
  consented_at: Date
  consented_by: string | null
}

export interface AgreementContactsTable {
  copy_id: string
  position: number
  name: string
  email: string | null
  signs: ColumnType<boolean, boolean | undefined>
}

export interface AgreementUsesTable {
  agreement_id: string
  kind: ConditionKind
  sending_organisation_id: string
  receiving_organisation_id: string
  academic_year: string
  used: number
  recorded_at: Date
}

/** What a partner without an account can answer by its link. */
export const linkAnswers = ['approved', 'proposed', 'refused'] as const
export type LinkAnswer = (typeof linkAnswers)[number]

export interface AgreementInvitationsTable {
  id: string
  copy_id: string
  version_id: string
  name: string
  address: string
  language: Language
  asked_at: Date
  asked_by: string | null
  ended_at: Date | null
  answered_at: Date | null
  answer: LinkAnswer | null
  words: ColumnType<string, string | undefined>
  file_id: string | null
  read_at: Date | null
}

export interface AgreementSigningsTable {
  document_id: string
  number: number
  agreement_id: string
  version_id: string
  languages: Language[]
  made_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    agreements: AgreementsTable
    agreement_copies: AgreementCopiesTable
    agreement_versions: AgreementVersionsTable
    agreement_approvals: AgreementApprovalsTable
    agreement_refusals: AgreementRefusalsTable
    agreement_ends: AgreementEndsTable
    agreement_consents: AgreementConsentsTable
    agreement_contacts: AgreementContactsTable
    agreement_uses: AgreementUsesTable
    agreement_invitations: AgreementInvitationsTable
    agreement_signings: AgreementSigningsTable
  }
}
