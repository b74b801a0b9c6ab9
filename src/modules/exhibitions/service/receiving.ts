import { isRefused, type Refusal, refuse } from '#kernel/database'
import {
  type BlobStore,
  cleanFileName,
  fileKinds,
  inspectFile,
  receiveFile,
  type ReceivedFile,
} from '#kernel/files'
import { mostPixels } from '../images/pyramid.ts'
import { type ArchivedFile, filesOfArchive, isArchiveFault } from '../formats/picture-archive.ts'
import { m } from '../messages/index.ts'
import type { GivenMedium } from './media.ts'
import {
  givenAt,
  givenFrom,
  isPicture,
  mediumKinds,
  mostMediumBytes,
  uploadRules,
} from './sent-medium.ts'

/** The most that one form brings: what is larger goes in pieces, by an island or a program. */
export const mostFormBytes = 128 * 1024 * 1024

/** What an archive may come to that a form brought. */
const mostUnpacked = 512 * 1024 * 1024

const rules = { allow: mediumKinds, maxBytes: mostFormBytes, maxPixels: mostPixels }

/** A file of an archive that cannot be shown, and why. */
export interface RefusedFile {
  name: string
  why: Refusal['message']
}

/** Whether a file is taken for a folder of files: its name says so, and its content has to agree. */
export function isArchive({ name }: { name: string }): boolean {
  return /\.zip$/i.test(name)
}

/** Stores a file that is sent, with what its content says of itself; a picture is looked at by a job. */
export async function receiveMedium(
  blobs: BlobStore,
  file: { name: string; bytes: Uint8Array },
): Promise<ReceivedFile | GivenMedium | Refusal> {
  const original = await receiveFile(blobs, file, rules)
  if (isRefused(original) || isPicture(original)) return original
  return givenFrom(file.bytes, original)
}

/** The same of a file that is stored already, however long it is; null where its content is gone. */
export async function mediumFromStore(
  blobs: BlobStore,
  stored: Omit<ReceivedFile, 'mediaType'>,
): Promise<ReceivedFile | GivenMedium | null> {
  const original = { ...stored, mediaType: fileKinds[stored.kind].mediaType }
  if (isPicture(original)) return original
  const path = await blobs.pathOf(original.sha256)
  if (path === null) return null
  const given = await givenAt(path, original)
  return isRefused(given) ? null : given
}

/**
 * Stores the files of an archive one after the other, none of them held in memory. A file that cannot be shown does not stop
 * the others; what is wrong with the archive itself does, and nothing of it counts.
 */
export async function receiveArchive(
  blobs: BlobStore,
  from: Uint8Array | string,
  { mostFiles, totalBytes = mostUnpacked }: { mostFiles: number; totalBytes?: number },
): Promise<{ files: ReceivedFile[]; refused: RefusedFile[] } | Refusal> {
  const files: ReceivedFile[] = []
  const refused: RefusedFile[] = []
  for await (const each of filesOfArchive(from, { totalBytes })) {
    if (isRefused(each)) return each
    if (files.length + refused.length >= mostFiles)
      return refuse(422, m('bulk.many-files', { most: mostFiles }))
    const received = await receiveArchived(blobs, each)
    if (!isRefused(received)) files.push(received)
    else if (received.status >= 500 || received.message.key === 'refusal.zip-broken')
      return received
    else refused.push({ name: each.name, why: received.message })
  }
  return { files, refused }
}

async function receiveArchived(
  blobs: BlobStore,
  { name, body }: ArchivedFile,
): Promise<ReceivedFile | Refusal> {
  const stored = await blobs.put(body, { maxBytes: mostMediumBytes }).catch((error: unknown) => {
    if (isArchiveFault(error)) return refuse(422, m('refusal.zip-broken'))
    throw error
  })
  if (isRefused(stored)) return stored
  const path = await blobs.pathOf(stored.sha256)
  if (path === null) throw new Error('the content of a file of an archive is gone')
  const inspected = await inspectFile(path, uploadRules)
  if (isRefused(inspected)) return inspected
  const original = { ...inspected, ...stored, name: cleanFileName(name) }
  if (isPicture(original)) return original
  const given = await givenAt(path, original)
  return isRefused(given) ? given : original
}
