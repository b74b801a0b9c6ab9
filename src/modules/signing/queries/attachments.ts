import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** A file with a qualified signature that was made elsewhere, as it is listed. */
export interface QualifiedFile {
  fileId: string
  version: number
  provider: string
  name: string
  enteredAt: Date
}

/** The files with qualified signatures of a document, the latest first. */
export function qualifiedOf(work: Work, documentId: string): Promise<QualifiedFile[]> {
  return work.read
    .selectFrom('signing_qualified as q')
    .innerJoin('files as f', 'f.id', 'q.file_id')
    .select(['q.file_id as fileId', 'q.version', 'q.provider', 'f.name'])
    .select('q.entered_at as enteredAt')
    .where('q.document_id', '=', documentId)
    .orderBy('q.entered_at', 'desc')
    .execute()
}

/** The further scans of a document's signatures on paper, in the order in which they came. */
export function moreScansOf(
  work: Work,
  documentId: string,
): Promise<{ fileId: string; signatureId: string }[]> {
  return work.read
    .selectFrom('signing_more_scans as x')
    .innerJoin('signing_signatures as g', 'g.id', 'x.signature_id')
    .select(['x.file_id as fileId', 'x.signature_id as signatureId'])
    .where('g.document_id', '=', documentId)
    .orderBy('x.recorded_at')
    .orderBy('x.file_id')
    .execute()
}

/** A further scan or a qualified file of a document by the id of its file; null for any other file. */
export async function attachmentFile(
  work: Work,
  documentId: string,
  fileId: string,
): Promise<string | null> {
  if (!isUuid(fileId)) return null
  const files = [...(await qualifiedOf(work, documentId)), ...(await moreScansOf(work, documentId))]
  return files.some((each) => each.fileId === fileId) ? fileId : null
}
