import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { dateInZone, type DateOnly, type LocalText } from '#kernel/values'
import { organisationPlace } from '../queries/places.ts'
import { type DocumentNews, documentOpened, versionAdded } from '../entries.ts'
import { m } from '../messages/index.ts'
import { documentById, type DocumentRow } from '../queries/documents.ts'
import { stepsOf } from '../queries/steps.ts'
import type { Signer } from '../rules/signers.ts'
import { type KeptContent, keepContent, type SignedContent } from './content.ts'
import { addRecord } from './records.ts'
import { amendmentFaults, insertSteps, signerOf } from './signers.ts'

/** A document as it is opened for signing; nobody is asked before it is sent. */
export interface OpenDocument {
  /** The organisation whose coordinators, registrars and administrators keep it. */
  organisationId: string
  /** What it is about, for the module that opens it; null where an office opens it by hand. */
  subject: { kind: string; id: string } | null
  titles: LocalText
  content: SignedContent
  signers: readonly Signer[]
  /** Until when the signers are asked, and reminded before it. */
  dueOn: DateOnly | null
  /** The last day on which it can be signed. */
  expiresOn: DateOnly | null
  /** The name of the node. */
  origin: string
  /** The page of what it is about, without the language. */
  href?: string | null
}

const longestTitle = 200

/** Opens a document with its first version and signers. The caller has asked who may. */
export async function openDocument(
  work: Work,
  input: OpenDocument,
): Promise<{ documentId: string; version: number; sha256: string } | Refusal> {
  const place = await organisationPlace(work, input.organisationId)
  if (!place) return refuse(422, m('refusal.no-organisation'))
  const faults = titleFaults(input.titles) ?? dayFaults(work, place.timeZone, input)
  if (faults) return faults
  const documentId = randomUUIDv7()
  const kept = await keepContent(work, input.content, { documentId, origin: input.origin })
  if (isRefused(kept)) return kept
  const entry = documentOpened({
    object: { kind: 'signing-document', id: documentId },
    organisationIds: [input.organisationId],
    data: { subject: input.subject, version: 1, sha256: kept.sha256 },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('signing_documents')
      .values({
        id: documentId,
        origin: input.origin,
        organisation_id: input.organisationId,
        subject_kind: input.subject?.kind ?? null,
        subject_id: input.subject?.id ?? null,
        href: input.href ?? null,
        titles: JSON.stringify(input.titles),
        state: 'draft',
        version: 1,
        in_force: null,
        due_on: input.dueOn,
        expires_on: input.expiresOn,
        created_by: personOf(work.actor),
        created_at: work.now,
        sent_at: null,
        ended_at: null,
      })
      .execute(),
  )
  await insertVersion(work, { documentId, number: 1, kept, amends: null, reason: '' })
  const stepped = await insertSteps(work, { documentId, version: 1 }, input.signers, [])
  return isRefused(stepped) ? stepped : { documentId, version: 1, sha256: kept.sha256 }
}

/** A further version of a document. */
export interface AddVersion {
  documentId: string
  content: SignedContent
  /** The same as before unless said; an amendment keeps all who signed what it changes. */
  signers?: readonly Signer[]
  dueOn?: DateOnly | null
  expiresOn?: DateOnly | null
  /** Why there is another version. */
  reason: string
  origin: string
}

/**
 * Gives a document another version, which nobody is asked to sign before it is sent: after a refusal, an end, or while it is
 * a draft. Where a version is in force this one amends it: it wants the signatures of all who signed that one, which
 * counts until then. Refused while signers are asked. The caller has asked who may.
 */
export async function addVersion(
  work: Work,
  input: AddVersion,
): Promise<{ version: number; sha256: string } | Refusal> {
  const document = await documentById(work, input.documentId, 'lock')
  if (!document) return refuse(404, m('refusal.no-document'))
  if (document.state === 'open') return refuse(409, m('refusal.open-now'))
  const days = {
    dueOn: input.dueOn === undefined ? document.due_on : input.dueOn,
    expiresOn: input.expiresOn === undefined ? document.expires_on : input.expiresOn,
  }
  const faults = input.dueOn === undefined ? null : dayFaults(work, document.time_zone, days)
  if (faults) return faults
  const amends = document.in_force
  const originals = amends === null ? [] : await stepsOf(work, document.id, amends)
  const signers =
    input.signers ?? (await stepsOf(work, document.id, document.version)).map(signerOf)
  const missing = amendmentFaults(originals, signers)
  if (missing) return missing
  const kept = await keepContent(work, input.content, {
    documentId: document.id,
    origin: input.origin,
  })
  if (isRefused(kept)) return kept
  const number = document.version + 1
  await insertVersion(work, {
    documentId: document.id,
    number,
    kept,
    amends,
    reason: input.reason.trim(),
  })
  const entry = versionAdded({
    ...aboutDocument(document),
    data: { ...newsOf(document), version: number, sha256: kept.sha256, amends },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('signing_documents')
      .set({
        state: 'draft',
        version: number,
        due_on: days.dueOn,
        expires_on: days.expiresOn,
        ended_at: null,
      })
      .where('id', '=', document.id)
      .execute(),
  )
  const at = { documentId: document.id, version: number }
  const stepped = await insertSteps(work, at, signers, originals)
  return isRefused(stepped) ? stepped : { version: number, sha256: kept.sha256 }
}

async function insertVersion(
  work: Work,
  version: {
    documentId: string
    number: number
    kept: KeptContent
    amends: number | null
    reason: string
  },
): Promise<void> {
  const { documentId, number, kept, amends } = version
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_versions')
      .values({
        document_id: documentId,
        number,
        kind: kept.kind,
        canonical: kept.canonical,
        sha256: kept.sha256,
        file_id: kept.fileId,
        pdf_sha256: kept.pdfSha256,
        amends,
        reason: version.reason,
        made_by: personOf(work.actor),
        made_at: work.now,
      })
      .execute(),
  )
  await addRecord(work, documentId, {
    what: 'version-added',
    version: number,
    sha256: kept.sha256,
    kind: kept.kind,
    pdfSha256: kept.pdfSha256,
    amends,
  })
}

/** What entries about a document have in common. */
export function aboutDocument(document: DocumentRow) {
  return {
    object: { kind: 'signing-document', id: document.id },
    organisationIds: [document.organisation_id],
  }
}

/** What entries about a document say of it. */
export function newsOf(document: DocumentRow): DocumentNews {
  const { subject_kind: kind, subject_id: id, version, sha256 } = document
  return { subject: kind === null || id === null ? null : { kind, id }, version, sha256 }
}

function titleFaults(titles: LocalText): Refusal | null {
  const given = Object.values(titles).filter((title) => title.trim() !== '')
  if (given.length === 0)
    return refuse(422, m('refusal.no-title'), { title: m('refusal.no-title') })
  if (given.every((title) => title.length <= longestTitle)) return null
  const message = m('refusal.long-title', { limit: longestTitle })
  return refuse(422, message, { title: message })
}

/** A day that is asked for lies ahead, where the organisation is, and the last day not before it. */
export function dayFaults(
  work: Work,
  timeZone: string,
  { dueOn, expiresOn }: { dueOn: DateOnly | null; expiresOn: DateOnly | null },
): Refusal | null {
  const today = dateInZone(work.now, timeZone)
  if (dueOn !== null && dueOn < today) {
    return refuse(422, m('refusal.due-past'), { dueOn: m('refusal.due-past') })
  }
  if (expiresOn !== null && expiresOn < (dueOn ?? today)) {
    return refuse(422, m('refusal.expires-early'), { expiresOn: m('refusal.expires-early') })
  }
  return null
}
