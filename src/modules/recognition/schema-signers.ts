import type { Json } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { CertificateFacts } from './formats/certificate.ts'
import type { SignatureFacts } from './formats/elmo-signature.ts'

/** A certificate by which signed transcripts are known; withdrawn once and never altered. */
export interface SignerCertificatesTable {
  id: string
  origin: string
  keeper_organisation_id: string | null
  issuer_organisation_id: string | null
  service_name: string
  fingerprint: string
  certificate: Json<CertificateFacts>
  valid_from: DateOnly
  valid_to: DateOnly
  evidence: string
  added_by: string
  added_at: Date
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawal_reason: string | null
}

/** What the signature of a transcript's original was found to be worth; the latest of a transcript counts. */
export type SignatureOutcome =
  | 'absent'
  | 'valid'
  | 'unknown-signer'
  | 'other-signer'
  | 'out-of-time'
  | 'invalid'
  | 'unverifiable'

export interface SignatureChecksTable {
  id: string
  transcript_id: string
  original_sha256: string | null
  outcome: SignatureOutcome
  facts: Json<SignatureFacts | null> | null
  lines_altered: number
  certificate_id: string | null
  checked_at: Date
  checked_by: string | null
}

declare module '#kernel/database' {
  interface Tables {
    signer_certificates: SignerCertificatesTable
    signature_checks: SignatureChecksTable
  }
}
