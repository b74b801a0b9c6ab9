import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { stepsOf } from '../queries/steps.ts'
import { documentFiles, type GivenPdf, keepFile } from './content.ts'
import { managedDocument, managedDraft } from './managed.ts'
import { addRecord } from './records.ts'
import { dayFaults } from './documents.ts'
import type { DateOnly } from '#kernel/values'

const longestProvider = 120

/**
 * Keeps a file with a qualified signature that a licensed provider made outside (PAdES, JAdES, ASiC), beside the version that
 * it is of. It is shown as not checked here: its provider's validator says what it is worth.
 */
export async function attachQualified(
  work: Work,
  input: { documentId: string; provider: string; file: GivenPdf; origin: string },
): Promise<true | Refusal> {
  const found = await managedDocument(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  if (document.state === 'draft') return refuse(409, m('qualified.draft'))
  const provider = input.provider.trim()
  if (provider === '' || provider.length > longestProvider) {
    return refuse(422, m('qualified.no-provider'), { provider: m('qualified.no-provider') })
  }
  const owner = { ownerKind: documentFiles, ownerId: document.id, origin: input.origin }
  const file = await keepFile(work, input.file, owner)
  if (isRefused(file)) return file
  const { version, sha256 } = document
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_qualified')
      .values({
        id: randomUUIDv7(),
        document_id: document.id,
        version,
        provider,
        file_id: file.id,
        entered_by: personOf(work.actor),
        entered_at: work.now,
      })
      .execute(),
  )
  await addRecord(work, document.id, {
    what: 'qualified-file',
    version,
    sha256,
    fileSha256: file.sha256,
  })
  return true
}

/** Adds another scan to a signature on paper: its back, a page with the stamp, a better picture. */
export async function addScan(
  work: Work,
  input: { documentId: string; signatureId: string; file: GivenPdf; origin: string },
): Promise<true | Refusal> {
  const found = await managedDocument(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const steps = await stepsOf(work, document.id)
  const signed = steps.find(
    ({ signature }) => signature?.id === input.signatureId && signature.means === 'paper',
  )
  if (!signed) return refuse(422, m('paper.no-signature'), { signature: m('paper.no-signature') })
  const owner = { ownerKind: documentFiles, ownerId: document.id, origin: input.origin }
  const file = await keepFile(work, input.file, owner)
  if (isRefused(file)) return file
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_more_scans')
      .values({
        file_id: file.id,
        signature_id: input.signatureId,
        recorded_by: personOf(work.actor),
        recorded_at: work.now,
      })
      .execute(),
  )
  await addRecord(work, document.id, {
    what: 'scan-added',
    version: signed.version,
    sha256: document.sha256,
    fileSha256: file.sha256,
  })
  return true
}

/** Changes until when a draft is asked for, and the last day on which it can be signed. */
export async function changeDays(
  work: Work,
  input: { documentId: string; dueOn: DateOnly | null; expiresOn: DateOnly | null },
): Promise<true | Refusal> {
  const found = await managedDraft(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const { dueOn, expiresOn } = input
  const faults = dayFaults(work, document.time_zone, { dueOn, expiresOn })
  if (faults) return faults
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('signing_documents')
      .set({ due_on: dueOn, expires_on: expiresOn })
      .where('id', '=', document.id)
      .execute(),
  )
  return true
}
