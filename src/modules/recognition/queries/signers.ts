import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { CertificateFacts } from '../formats/certificate.ts'
import type { SignatureFacts } from '../formats/elmo-signature.ts'
import type { KnownSigner } from '../rules/signer.ts'
import type { SignatureOutcome } from '../schema-signers.ts'

/** A kept certificate with the names that its page shows. */
export interface SignerRow {
  [fact: string]: unknown
  id: string
  keeper_organisation_id: string | null
  issuer_organisation_id: string | null
  service_name: string
  fingerprint: string
  certificate: CertificateFacts
  valid_from: DateOnly
  valid_to: DateOnly
  evidence: string
  added_at: Date
  withdrawn_at: Date | null
  withdrawal_reason: string | null
  keeper_names: LocalText | null
  issuer_names: LocalText | null
  adder: PersonName | null
  withdrawer: PersonName | null
}

function signers(work: Work) {
  return work.read
    .selectFrom('signer_certificates as s')
    .leftJoin('organisations as keeper', 'keeper.id', 's.keeper_organisation_id')
    .leftJoin('organisations as issuer', 'issuer.id', 's.issuer_organisation_id')
    .leftJoin('persons as adder', 'adder.id', 's.added_by')
    .leftJoin('persons as withdrawer', 'withdrawer.id', 's.withdrawn_by')
    .select([
      's.id',
      's.keeper_organisation_id',
      's.issuer_organisation_id',
      's.service_name',
      's.fingerprint',
      's.certificate',
      's.valid_from',
      's.valid_to',
      's.evidence',
      's.added_at',
      's.withdrawn_at',
      's.withdrawal_reason',
      'keeper.names as keeper_names',
      'issuer.names as issuer_names',
      'adder.name as adder',
      'withdrawer.name as withdrawer',
    ])
}

const mostListed = 200

/**
 * The certificates that count for the given institutions: what they keep themselves and what the secretariat keeps,
 * those that still count first.
 */
export function listSigners(work: Work, organisationIds: readonly string[]): Promise<SignerRow[]> {
  return signers(work)
    .where((eb) =>
      eb.or([
        eb('s.keeper_organisation_id', 'is', null),
        ...(organisationIds.length > 0
          ? [eb('s.keeper_organisation_id', 'in', [...organisationIds])]
          : []),
      ]),
    )
    .orderBy((eb) => eb('s.withdrawn_at', 'is not', null))
    .orderBy('s.added_at', 'desc')
    .orderBy('s.id')
    .limit(mostListed)
    .execute()
}

/** A kept certificate by its id, or null. */
export async function signerById(work: Work, id: string): Promise<SignerRow | null> {
  if (!isUuid(id)) return null
  return (await signers(work).where('s.id', '=', id).executeTakeFirst()) ?? null
}

/** The certificates of one fingerprint that a home institution may rely on; one query. */
export async function knownSigners(
  work: Work,
  fingerprint: string | undefined,
  homeOrganisationId: string,
): Promise<KnownSigner[]> {
  if (fingerprint === undefined) return []
  const rows = await work.read
    .selectFrom('signer_certificates')
    .select(['id', 'fingerprint', 'issuer_organisation_id', 'valid_from', 'valid_to'])
    .where('fingerprint', '=', fingerprint)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('keeper_organisation_id', 'is', null),
        eb('keeper_organisation_id', '=', homeOrganisationId),
      ]),
    )
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fingerprint: row.fingerprint,
    issuerOrganisationId: row.issuer_organisation_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** What a signature is worth, with the facts that a person compares. */
export interface ShownSignature {
  outcome: SignatureOutcome
  facts: SignatureFacts | null
  /** Whose certificate it is, where that is known. */
  signer: Pick<SignerRow, 'issuer_names' | 'service_name'> | null
  checkedAt: Date | null
  /** How many lines were taken otherwise than the signed document says them. */
  altered: number
}

/** The latest check of a transcript's signature; null where its original is no document that could carry one. */
export async function latestSignature(
  work: Work,
  transcriptId: string,
): Promise<ShownSignature | null> {
  const row = await latestSignatureRow(work, transcriptId).executeTakeFirst()
  return row ? readSignature(row) : null
}

/** The row of it, by itself or as a part of another query. */
export function latestSignatureRow(work: Work, transcriptId: string) {
  return work.read
    .selectFrom('signature_checks as k')
    .leftJoin('signer_certificates as s', 's.id', 'k.certificate_id')
    .leftJoin('organisations as issuer', 'issuer.id', 's.issuer_organisation_id')
    .select([
      'k.outcome',
      'k.facts',
      'k.lines_altered',
      'k.checked_at',
      's.service_name',
      'issuer.names as issuer_names',
    ])
    .where('k.transcript_id', '=', transcriptId)
    .orderBy('k.checked_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(1)
}

/** A row as a page shows it; its moment is text where it came as JSON. */
export function readSignature(row: {
  outcome: SignatureOutcome
  facts: SignatureFacts | null
  lines_altered: number
  checked_at: Date | string
  service_name: string | null
  issuer_names: LocalText | null
}): ShownSignature {
  const { outcome, facts, service_name: serviceName } = row
  return {
    outcome,
    facts,
    signer:
      serviceName === null ? null : { issuer_names: row.issuer_names, service_name: serviceName },
    checkedAt: new Date(row.checked_at),
    altered: row.lines_altered,
  }
}
