import { type Refusal, refuse, type Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { documentsAbout, type SigningSummary } from '#modules/signing'
import { m } from '../messages/index.ts'

/** The kind of subject under which signing knows an agreement. */
export const agreementSubject = 'agreement'

/** The signing of an agreement: the document with its signers, and the two languages of its paper. */
export interface AgreementSigning {
  document: SigningSummary
  versionId: string | null
  languages: readonly Language[]
}

/** The latest document by which an agreement is or was signed; null where none was. */
export async function signingOf(work: Work, agreementId: string): Promise<AgreementSigning | null> {
  const [document] = await documentsAbout(work, [{ kind: agreementSubject, id: agreementId }])
  if (!document) return null
  const row = await signedVersion(work, document.documentId, document.version)
  return { document, versionId: row?.versionId ?? null, languages: row?.languages ?? [] }
}

/** Which version of a copy one version of a document holds; null for a document of another subject. */
export async function signedVersion(
  work: Work,
  documentId: string,
  number: number,
): Promise<{ agreementId: string; versionId: string; languages: Language[] } | null> {
  const row = await work.read
    .selectFrom('agreement_signings')
    .select(['agreement_id as agreementId', 'version_id as versionId', 'languages'])
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Refuses what would change a text under its signers' hands: while it is being signed it stays as it is, and so it does
 * between the last signature and the moment at which that puts it in force.
 */
export async function signingFault(work: Work, agreementId: string): Promise<Refusal | null> {
  const signing = await signingOf(work, agreementId)
  if (signing?.document.state === 'open') return refuse(409, m('sign.open-now'))
  if (signing?.document.state !== 'signed' || signing.versionId === null) return null
  const waiting = await work.read
    .selectFrom('agreement_copies')
    .select('id')
    .where('sent_version_id', '=', signing.versionId)
    .where('agreed_version_id', 'is distinct from', signing.versionId)
    .executeTakeFirst()
  return waiting ? refuse(409, m('sign.open-now')) : null
}
