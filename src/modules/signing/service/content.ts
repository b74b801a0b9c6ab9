import { canonicalJson } from '#kernel/chronicle'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import {
  addFile,
  claimStaged,
  type FileOwner,
  type ReceivedFile,
  type StoredFile,
} from '#kernel/files'
import { m } from '../messages/index.ts'
import { sha256 } from './records.ts'

/** A PDF that is stored and checked already: no file is written inside a verb. */
export type GivenPdf =
  | { kind: 'received'; file: ReceivedFile }
  | { kind: 'staged'; id: string; ownerKey: string }

/**
 * What is signed. Of `canonical` the RFC 8785 text of `value` is hashed, and `pdf` shows it to people; of `file` the PDF's
 * own bytes are hashed.
 */
export type SignedContent =
  | { kind: 'canonical'; value: unknown; pdf: GivenPdf }
  | { kind: 'file'; pdf: GivenPdf }

/** What a version keeps of its content. */
export interface KeptContent {
  kind: 'canonical' | 'file'
  canonical: string | null
  sha256: string
  fileId: string
  pdfSha256: string
}

/** The files of documents. */
export const documentFiles = 'signing.document'

/** Makes the PDF a file of the document and works out the hash that is signed. */
export async function keepContent(
  work: Work,
  content: SignedContent,
  owner: { documentId: string; origin: string },
): Promise<KeptContent | Refusal> {
  const { documentId: ownerId, origin } = owner
  const file = await keepFile(work, content.pdf, { ownerKind: documentFiles, ownerId, origin })
  if (isRefused(file)) return file
  if (file.kind !== 'pdf') return refuse(415, m('refusal.no-pdf'), { file: m('refusal.no-pdf') })
  const shared = { fileId: file.id, pdfSha256: file.sha256 }
  if (content.kind === 'file') {
    return { kind: 'file', canonical: null, sha256: file.sha256, ...shared }
  }
  const canonical = canonicalJson(content.value)
  return { kind: 'canonical', canonical, sha256: sha256(canonical), ...shared }
}

/** Makes a file that a form or a module brought a file of something. */
export async function keepFile(
  work: Work,
  given: GivenPdf,
  owner: FileOwner,
): Promise<StoredFile | Refusal> {
  if (given.kind === 'received') return addFile(work, given.file, owner)
  const claimed = await claimStaged(work, [given.id], given.ownerKey, owner)
  return isRefused(claimed) ? claimed : claimed[0]!
}
