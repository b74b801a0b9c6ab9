import type { DateOnly } from '#kernel/values'
import type { SignatureFacts } from '../formats/elmo-signature.ts'
import type { SignatureOutcome } from '../schema-signers.ts'

/** A certificate that an institution or the secretariat keeps, as far as a signature is judged by it. */
export interface KnownSigner {
  id: string
  fingerprint: string
  /** Null for a service that signs for several institutions. */
  issuerOrganisationId: string | null
  validFrom: DateOnly
  validTo: DateOnly
}

/**
 * What a signature is worth for a transcript of one host, issued on one day: an intact one counts only where its
 * certificate is kept for that host, or for a service, and was valid on that day. The signer may be kept several times;
 * the kindest answer counts. An absent signature says nothing against a document.
 */
export function judgeSigner(
  facts: SignatureFacts | null,
  known: readonly KnownSigner[],
  { hostOrganisationId, issuedOn }: { hostOrganisationId: string | null; issuedOn: DateOnly },
): { outcome: SignatureOutcome; certificateId: string | null } {
  if (facts === null) return { outcome: 'absent', certificateId: null }
  if (facts.state === 'broken') return { outcome: 'invalid', certificateId: null }
  if (facts.state === 'unverifiable') return { outcome: 'unverifiable', certificateId: null }
  const same = known.filter(({ fingerprint }) => fingerprint === facts.certificate?.fingerprint)
  if (same.length === 0) return { outcome: 'unknown-signer', certificateId: null }
  const forHost = same.filter(
    ({ issuerOrganisationId: issuer }) => issuer === null || issuer === hostOrganisationId,
  )
  if (forHost.length === 0) return { outcome: 'other-signer', certificateId: same[0]!.id }
  const inTime = forHost.find(
    ({ validFrom, validTo }) => validFrom <= issuedOn && issuedOn <= validTo,
  )
  return inTime
    ? { outcome: 'valid', certificateId: inTime.id }
    : { outcome: 'out-of-time', certificateId: forHost[0]!.id }
}
