import type { Json } from '#kernel/database'
import type { PasskeyAssertion } from '#kernel/identity'
import type { DateOnly, Language, LocalText } from '#kernel/values'

/** Where a document stands: the state of its latest version. */
export const documentStates = [
  'draft',
  'open',
  'signed',
  'refused',
  'expired',
  'withdrawn',
] as const
export type DocumentState = (typeof documentStates)[number]

/** Where a signer stands: not yet asked, asked, done, refused, or no longer asked because the round has ended. */
export type StepState = 'later' | 'asked' | 'done' | 'refused' | 'ended'

export const stepActs = ['sign', 'approve'] as const
export type StepAct = (typeof stepActs)[number]

export const stepMeans = ['electronic', 'paper', 'either'] as const
export type StepMeans = (typeof stepMeans)[number]

/** In which capacity somebody signs, in words that the catalogue has in five languages. */
export const signerLabels = [
  'student',
  'sending-institution',
  'receiving-institution',
  'host-organisation',
  'institution',
  'partner',
  'rector',
  'dean',
  'coordinator',
  'academic-mentor',
  'industry-mentor',
  'supervisor',
  'guardian',
  'witness',
  'approver',
  'legal-office',
  'finance-office',
] as const
export type SignerLabel = (typeof signerLabels)[number]

export type RoundEnd = 'signed' | 'refused' | 'expired' | 'withdrawn' | 'superseded'

/** Something to be signed. */
export interface SigningDocumentsTable {
  id: string
  origin: string
  organisation_id: string
  subject_kind: string | null
  subject_id: string | null
  href: string | null
  titles: Json<LocalText>
  state: DocumentState
  version: number
  in_force: number | null
  due_on: DateOnly | null
  expires_on: DateOnly | null
  created_by: string | null
  created_at: Date
  sent_at: Date | null
  ended_at: Date | null
}

/** One version of a document: exactly what is signed. */
export interface SigningVersionsTable {
  document_id: string
  number: number
  kind: 'canonical' | 'file'
  canonical: string | null
  sha256: string
  file_id: string
  pdf_sha256: string
  amends: number | null
  reason: string
  made_by: string | null
  made_at: Date
}

/** One signer of a version, or one who approves it: a person, a role at an organisation, or a guest by e-mail. */
export interface SigningStepsTable {
  id: string
  document_id: string
  version: number
  group_number: number
  position: number
  act: StepAct
  means: StepMeans
  label_name: SignerLabel | null
  label_words: string | null
  label_organisation_id: string | null
  person_id: string | null
  role: string | null
  organisation_id: string | null
  guest_name: string | null
  guest_address: string | null
  guest_language: Language | null
  repeats: string | null
  state: StepState
  asked_at: Date | null
  reminded_at: Date | null
  closed_at: Date | null
}

/** How it was made sure who signed. */
export type SignatureProof =
  | { kind: 'sign-in'; authenticatedAt: string }
  | { kind: 'passkey'; authenticatedAt: string; assertion: PasskeyAssertion }
  | { kind: 'link'; address: string; linkId: string }
  | { kind: 'paper'; scanSha256: string; signedOn: DateOnly; original: string }

/** What a signer did. */
export interface SigningSignaturesTable {
  id: string
  document_id: string
  version: number
  step_id: string
  answer: 'signed' | 'approved' | 'refused'
  means: 'electronic' | 'link' | 'paper'
  sha256: string
  name: string
  person_id: string | null
  in_place_of: string | null
  proof: Json<SignatureProof>
  reason: string | null
  signed_at: Date
}

/** How the round of a version ended. */
export interface SigningEndsTable {
  document_id: string
  version: number
  how: RoundEnd
  ended_at: Date
  ended_by: string | null
  reason: string
}

/** One entry of a document's chain. */
export interface SigningRecordsTable {
  document_id: string
  position: number
  body: string
  hash: string
  recorded_at: Date
}

/** The scan of a signature on paper. */
export interface SigningScansTable {
  signature_id: string
  file_id: string
  recorded_by: string | null
}

/** Another scan of a signature on paper. */
export interface SigningMoreScansTable {
  file_id: string
  signature_id: string
  recorded_by: string | null
  recorded_at: Date
}

/** A file with a qualified signature that was made elsewhere. */
export interface SigningQualifiedTable {
  id: string
  document_id: string
  version: number
  provider: string
  file_id: string
  entered_by: string | null
  entered_at: Date
}

/** An original on paper: where it lies, or how it travels there. */
export interface SigningOriginalsTable {
  id: string
  document_id: string
  version: number
  copy: string
  place: string
  carrier: string
  tracking: string
  sent_on: DateOnly | null
  received_on: DateOnly | null
  entered_by: string | null
  entered_at: Date
}

/** A personal value to which an entry of a chain commits; empty after an erasure. */
export interface SigningPersonalTable {
  document_id: string
  position: number
  field: string
  person_id: string | null
  step_id: string | null
  salt: string | null
  value: string | null
}

declare module '#kernel/database' {
  interface Tables {
    signing_documents: SigningDocumentsTable
    signing_versions: SigningVersionsTable
    signing_steps: SigningStepsTable
    signing_signatures: SigningSignaturesTable
    signing_ends: SigningEndsTable
    signing_records: SigningRecordsTable
    signing_personal: SigningPersonalTable
    signing_scans: SigningScansTable
    signing_originals: SigningOriginalsTable
    signing_more_scans: SigningMoreScansTable
    signing_qualified: SigningQualifiedTable
  }
}
