import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import {
  assembleUpload,
  batchKey,
  beginUpload,
  type BlobStore,
  failUpload,
  forgetStaged,
  joinUpload,
  type OpenUpload,
  type ReceivedFile,
  settleUpload,
  type StagedFile,
  stagedUnder,
  stageFile,
  uploadBounds,
  uploadsFor,
} from '#kernel/files'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { isArchive, receiveArchive } from './receiving.ts'
import { givenAt, isPicture, mostMediumBytes, uploadRules } from './sent-medium.ts'

/** Large files for a sheet of objects are kept for the organisation at which they were begun. */
export const batchOwnerKind = 'exhibitions.batch'

/** What an archive may come to that came in pieces. */
const mostUnpacked = 16_000_000_000

/** The most files of one sheet. */
export const mostFiles = 1000

/** What somebody sent for their sheets and has not used: kept for a day. */
export function filesHere(work: Work): Promise<StagedFile[]> {
  const personId = personOf(work.actor)
  return personId === null ? Promise.resolve([]) : stagedUnder(work, batchKey(personId))
}

/**
 * Lets files wait for a sheet, beside those that wait already: a file that is sent again under its name takes the place of
 * the one before. Gives all that wait; beyond the most of one sheet nothing is kept.
 */
export async function keepForSheets(
  work: Work,
  sent: readonly ReceivedFile[],
  keyOf: (name: string) => string,
): Promise<StagedFile[] | Refusal> {
  const personId = personOf(work.actor)
  if (personId === null) return refuse(404, m('refusal.no-holder'))
  const key = batchKey(personId)
  const names = new Set(sent.map(({ name }) => keyOf(name)))
  const here = await filesHere(work)
  const replaced = here.filter(({ name }) => names.has(keyOf(name)))
  if (here.length - replaced.length + sent.length > mostFiles)
    return refuse(422, m('bulk.many-files', { most: mostFiles }))
  await forgetStaged(
    work,
    replaced.map(({ id }) => id),
    key,
  )
  for (const file of sent) await stageFile(work, file, key)
  return filesHere(work)
}

/** Puts files that wait for a sheet away; gives their number. */
export async function putFilesAway(work: Work, chosen: readonly string[] | 'all'): Promise<number> {
  const personId = personOf(work.actor)
  if (personId === null) return 0
  const ids = chosen === 'all' ? (await filesHere(work)).map(({ id }) => id) : chosen
  return forgetStaged(work, ids, batchKey(personId))
}

/** What the person who asks has under way for sheets of these organisations, or failed to bring. */
export async function batchUploads(
  work: Work,
  organisationIds: readonly string[],
): Promise<OpenUpload[]> {
  const personId = personOf(work.actor)
  if (personId === null) return []
  const all: OpenUpload[] = []
  for (const ownerId of organisationIds)
    all.push(...(await uploadsFor(work, { personId, ownerKind: batchOwnerKind, ownerId })))
  return all
}

/** Begins a large file for a sheet; what waits for a sheet already counts as what is under way. */
export async function beginBatchUpload(
  work: Work,
  input: {
    organisationId: string
    name: string
    lengthBytes: number
    promisedSha256: string | null
  },
): Promise<OpenUpload | Refusal> {
  const { organisationId, ...file } = input
  const here = await filesHere(work)
  const bytes = here.reduce((sum, each) => sum + Number(each.size_bytes), file.lengthBytes)
  if (here.length >= mostFiles) return refuse(413, m('bulk.many-files', { most: mostFiles }))
  if (bytes > uploadBounds.person) return refuse(413, m('bulk.much-here'))
  const limits = { ownerKind: batchOwnerKind, ownerId: organisationId, mostBytes: mostMediumBytes }
  return beginUpload(work, { ...limits, ...file })
}

/** Files of an upload, looked at; of an archive those that can be shown, and a word on the others. */
export interface BroughtForBatch {
  files: readonly ReceivedFile[]
  fault: Message | null
}

/** Puts a large file for a sheet together and looks at it; an archive is unpacked. */
export async function openForBatch(
  work: Work,
  blobs: BlobStore,
  upload: OpenUpload,
): Promise<BroughtForBatch | Refusal> {
  if (!isArchive(upload)) {
    const original = await assembleUpload(work, blobs, upload, uploadRules)
    if (isRefused(original)) return original
    const path = await blobs.pathOf(original.sha256)
    if (path === null) throw new Error('the content of an upload is gone')
    const given = isPicture(original) ? original : await givenAt(path, original)
    return isRefused(given) ? given : { files: [original], fault: null }
  }
  const joined = await joinUpload(work, blobs, upload)
  if (isRefused(joined)) return joined
  const here = await stagedUnder(work, batchKey(upload.person_id))
  const kept = here.reduce((sum, each) => sum + Number(each.size_bytes), 0)
  // However small it is packed, an archive comes to no more than its sender may still keep.
  const opened = await receiveArchive(blobs, joined.path, {
    mostFiles: mostFiles - here.length,
    totalBytes: Math.max(0, Math.min(mostUnpacked, uploadBounds.person - kept)),
  })
  if (isRefused(opened)) return opened
  const { files, refused } = opened
  const names = refused
    .slice(0, 5)
    .map(({ name }) => name.slice(0, 80))
    .join(', ')
  const fault = m('bulk.archive-part', { count: refused.length, taken: files.length, names })
  return { files, fault: refused.length > 0 ? fault : null }
}

/** Lets the files of an upload wait for their sheet, once only; what of them could not be taken is said at the upload. */
export async function giveToBatch(
  work: Work,
  upload: OpenUpload,
  { files, fault: said }: BroughtForBatch,
): Promise<void> {
  const key = batchKey(upload.person_id)
  const here = await stagedUnder(work, key)
  // Others may have arrived while this one was looked at.
  const isTooMany = here.length + files.length > mostFiles
  const fault = isTooMany ? m('bulk.many-files', { most: mostFiles }) : said
  const isFirst = fault
    ? await failUpload(work, upload.id, fault)
    : await settleUpload(work, upload.id)
  if (!isFirst || isTooMany) return
  for (const file of files) await stageFile(work, file, key)
}
