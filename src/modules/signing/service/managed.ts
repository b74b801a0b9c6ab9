import { refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { documentById, type DocumentRow } from '../queries/documents.ts'

/** A document that the actor's office keeps, locked until the commit; whatever else is told as absent. */
export async function managedDocument(
  work: Work,
  documentId: string,
): Promise<{ document: DocumentRow } | Refusal> {
  const document = await documentById(work, documentId, 'lock')
  if (!document || !work.may('signing.document.manage', document)) {
    return refuse(404, m('refusal.no-document'))
  }
  return { document }
}

/** The same while it is a draft: nobody was asked to sign yet. */
export async function managedDraft(
  work: Work,
  documentId: string,
): Promise<{ document: DocumentRow } | Refusal> {
  const found = await managedDocument(work, documentId)
  if ('refusal' in found || found.document.state === 'draft') return found
  return refuse(409, m('refusal.sent-already'))
}
