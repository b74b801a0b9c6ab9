import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import { signerAdded, signerWithdrawn } from '../entries-signers.ts'
import type { CertificateFacts } from '../formats/certificate.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { possibleIssuer } from '../queries/issuers.ts'
import { signerById } from '../queries/signers.ts'

/** A certificate to be relied on: whose, for whom, how long, and how one knows. */
export interface AddSigner {
  certificate: CertificateFacts
  /** The institution that keeps it for itself; null for the whole alliance. */
  keeperOrganisationId: string | null
  /** Whose transcripts it signs; null for a service that signs for several. */
  issuerOrganisationId: string | null
  serviceName: string
  validFrom: DateOnly
  validTo: DateOnly
  evidence: string
  origin: string
}

/**
 * Keeps a certificate, so that transcripts signed with it are known. Whoever adds it says how they know that it is the
 * signer's. Refuses an institution's own certificate kept by itself, days beyond the certificate's own, and a second
 * entry of the same while the first stands.
 */
export async function addSigner(
  work: Work,
  input: AddSigner,
): Promise<{ signerId: string } | Refusal> {
  const addedBy = personOf(work.actor)
  const keeper = { keeper_organisation_id: input.keeperOrganisationId }
  if (addedBy === null || !work.may('recognition.signer.keep', keeper)) {
    return refuse(404, m('signer.refusal.keeper'), { keeper: m('signer.refusal.keeper') })
  }
  const wrong = await refuseUnfit(work, input)
  if (wrong) return wrong
  const id = randomUUIDv7()
  const entry = signerAdded({
    object: { kind: 'signer-certificate', id },
    organisationIds: [input.keeperOrganisationId, input.issuerOrganisationId].filter(
      (each) => each !== null,
    ),
    data: { fingerprint: input.certificate.fingerprint, issuer: input.issuerOrganisationId },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('signer_certificates')
      .values({
        id,
        origin: input.origin,
        ...keeper,
        issuer_organisation_id: input.issuerOrganisationId,
        service_name: input.issuerOrganisationId === null ? plainText(input.serviceName) : '',
        fingerprint: input.certificate.fingerprint,
        certificate: JSON.stringify(input.certificate),
        valid_from: input.validFrom,
        valid_to: input.validTo,
        evidence: plainText(input.evidence),
        added_by: addedBy,
        added_at: work.now,
        withdrawn_at: null,
        withdrawn_by: null,
        withdrawal_reason: null,
      })
      .execute(),
  )
  return { signerId: id }
}

async function refuseUnfit(work: Work, input: AddSigner): Promise<Refusal | null> {
  const on = (field: string, message: Refusal['message']) =>
    refuse(422, message, { [field]: message })
  const issuer = input.issuerOrganisationId
  if (issuer === null && plainText(input.serviceName) === '') {
    return on('issuer', m('signer.refusal.issuer'))
  }
  if (issuer !== null && !(await possibleIssuer(work, issuer))) {
    return on('issuer', m('signer.refusal.issuer'))
  }
  if (issuer !== null && issuer === input.keeperOrganisationId) {
    return on('issuer', m('signer.refusal.own'))
  }
  if (plainText(input.evidence) === '') return on('evidence', m('signer.refusal.evidence'))
  const { notBefore, notAfter, fingerprint } = input.certificate
  if (input.validTo < input.validFrom) return on('validTo', m('signer.refusal.days'))
  if (input.validFrom < notBefore.slice(0, 10)) return on('validFrom', m('signer.refusal.beyond'))
  if (input.validTo > notAfter.slice(0, 10)) return on('validTo', m('signer.refusal.beyond'))
  const same = await work.read
    .selectFrom('signer_certificates')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      input.keeperOrganisationId === null
        ? eb('keeper_organisation_id', 'is', null)
        : eb('keeper_organisation_id', '=', input.keeperOrganisationId),
    )
    .executeTakeFirst()
  return same
    ? refuse(409, m('signer.refusal.same'), { certificate: m('signer.refusal.same') })
    : null
}

/** No longer relies on a certificate; what was checked with it before keeps what was found then. */
export async function withdrawSigner(
  work: Work,
  input: { signerId: string; reason: string },
): Promise<{ signerId: string } | Refusal> {
  const found = await signerById(work, input.signerId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.signer.keep', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const reason = plainText(input.reason).slice(0, 1000)
  if (reason === '') {
    return refuse(422, m('signer.refusal.reason'), { reason: m('signer.refusal.reason') })
  }
  if (found.withdrawn_at) return refuse(409, m('signer.refusal.withdrawn'))
  const entry = signerWithdrawn({
    object: { kind: 'signer-certificate', id: found.id },
    organisationIds: [found.keeper_organisation_id, found.issuer_organisation_id].filter(
      (each) => each !== null,
    ),
    data: { fingerprint: found.fingerprint, reason },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('signer_certificates')
      .set({ withdrawn_at: work.now, withdrawn_by: by, withdrawal_reason: reason })
      .where('id', '=', found.id)
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  return { signerId: found.id }
}
