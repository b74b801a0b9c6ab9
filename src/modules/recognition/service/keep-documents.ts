import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, claimStaged, type FileOwner, type ReceivedFile } from '#kernel/files'

/** A document just received, or kept since a form that was refused. */
export type GivenDocument =
  | { kind: 'received'; file: ReceivedFile }
  | { kind: 'staged'; id: string; ownerKey: string }

/** Gives the documents of a form to what they came with; one that is gone meanwhile refuses all. */
export async function keepDocuments(
  work: Work,
  documents: readonly GivenDocument[],
  owner: FileOwner,
): Promise<Refusal | null> {
  for (const document of documents) {
    if (document.kind === 'received') {
      await addFile(work, document.file, owner)
      continue
    }
    const claimed = await claimStaged(work, [document.id], document.ownerKey, owner)
    if (isRefused(claimed)) return refuse(422, claimed.message, { file: claimed.message })
  }
  return null
}
