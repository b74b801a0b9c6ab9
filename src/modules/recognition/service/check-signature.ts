import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { type DateOnly, dateInZone } from '#kernel/values'
import { signatureChecked } from '../entries-signers.ts'
import type { SignatureFacts } from '../formats/elmo-signature.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'
import {
  knownSigners,
  latestSignature,
  type ShownSignature,
  signerById,
} from '../queries/signers.ts'
import { judgeSigner } from '../rules/signer.ts'

/** A transcript whose signature is judged: whose, from where, issued when. */
export interface SignedTranscript {
  home_organisation_id: string
  host_organisation_id: string | null
  issuedOn: DateOnly | null
}

/** The facts of a document's signature, null where it has none, and how many lines are no longer as it says them. */
export interface FoundSignature {
  facts: SignatureFacts | null
  altered: number
}

/** What a signature is worth today, for a page; nothing is kept. */
export async function signatureNow(
  work: Work,
  { facts, altered }: FoundSignature,
  transcript: SignedTranscript,
): Promise<ShownSignature> {
  const { outcome, certificateId } = await judged(work, facts, transcript)
  const signer = certificateId ? await signerById(work, certificateId) : null
  return { outcome, facts, signer, altered, checkedAt: null }
}

async function judged(work: Work, facts: SignatureFacts | null, transcript: SignedTranscript) {
  const known = await knownSigners(
    work,
    facts?.certificate?.fingerprint,
    transcript.home_organisation_id,
  )
  return judgeSigner(facts, known, {
    hostOrganisationId: transcript.host_organisation_id,
    issuedOn: transcript.issuedOn ?? dateInZone(work.now, 'UTC'),
  })
}

/** A case whose transcript's signature was looked at. */
export interface CheckedCase extends SignedTranscript {
  id: string
  person_id: string
  transcript_id: string
  original_sha256: string | null
}

/** Keeps what a transcript's signature is worth, with the hash of its original, and says so in the case's story. */
export async function keepSignature(
  work: Work,
  found: CheckedCase,
  { facts, altered }: FoundSignature,
): Promise<void> {
  const { outcome, certificateId } = await judged(work, facts, found)
  const entry = signatureChecked({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {
      outcome,
      original: found.original_sha256,
      fingerprint: facts?.certificate?.fingerprint ?? null,
      certificate: certificateId,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('signature_checks')
      .values({
        id: randomUUIDv7(),
        transcript_id: found.transcript_id,
        original_sha256: found.original_sha256,
        outcome,
        facts: facts && JSON.stringify(facts),
        lines_altered: altered,
        certificate_id: certificateId,
        checked_at: work.now,
        checked_by: personOf(work.actor),
      })
      .execute(),
  )
}

/**
 * Looks at the signature of a case's transcript again, because a certificate was added or withdrawn meanwhile. What
 * the mathematics said stays as it was found in the original; another row is written only where the answer is another.
 */
export async function checkSignatureAgain(
  work: Work,
  caseId: string,
): Promise<{ caseId: string; changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const last = await latestSignature(work, found.transcript_id)
  if (!last?.facts) return refuse(404, m('refusal.no-case'))
  const transcript = await work.read
    .selectFrom('transcripts as t')
    .leftJoin('files as f', 'f.id', 't.file_id')
    .select(['t.issued_on', 'f.sha256'])
    .where('t.id', '=', found.transcript_id)
    .executeTakeFirstOrThrow()
  const checked = { ...found, issuedOn: transcript.issued_on, original_sha256: transcript.sha256 }
  const { outcome } = await judged(work, last.facts, checked)
  if (outcome === last.outcome) return { caseId, changed: false }
  await keepSignature(work, checked, last)
  return { caseId, changed: true }
}
