import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import {
  assembleUpload,
  beginUpload,
  type BlobStore,
  cancelUpload,
  failUpload,
  type OpenUpload,
  type ReceivedFile,
  settleUpload,
  uploadById,
  uploadsFor,
} from '#kernel/files'
import { enqueue, jobType } from '#kernel/jobs'
import { m } from '../messages/index.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'
import { batchOwnerKind, giveToBatch, openForBatch } from './batch.ts'
import { type GivenMedium, takeUploaded } from './media.ts'
import { editableObject } from './objects.ts'
import { givenAt, isPicture, mostMediumBytes, uploadRules } from './sent-medium.ts'

const ownerKind = 'exhibitions.object'

/** A large file on its way to an object or a sheet: whose it is, and at which organisation, say who goes on with it. */
export interface UploadOfObject {
  [fact: string]: unknown
  upload: OpenUpload
  organisation_id: string
  created_by: string
}

/** The upload that an address names, with the object that it is for; null where either is gone. */
export async function loadUpload(
  work: Work,
  params: Record<string, string>,
): Promise<UploadOfObject | null> {
  const upload = await uploadById(work, params['upload'] ?? '')
  if (upload?.owner_kind === batchOwnerKind)
    return { upload, organisation_id: upload.owner_id, created_by: upload.person_id }
  if (!upload || upload.owner_kind !== ownerKind) return null
  const object = await objectById(work, upload.owner_id)
  if (!object) return null
  return { upload, organisation_id: object.organisation_id, created_by: upload.person_id }
}

/** What the person who asks has under way for an object. */
export async function ownUploads(work: Work, { id }: Pick<ObjectRow, 'id'>): Promise<OpenUpload[]> {
  const personId = personOf(work.actor)
  return personId === null ? [] : uploadsFor(work, { personId, ownerKind, ownerId: id })
}

/** Begins a large file of an object. */
export async function beginMediumUpload(
  work: Work,
  input: { objectId: string; name: string; lengthBytes: number; promisedSha256: string | null },
): Promise<OpenUpload | Refusal> {
  const object = await editableObject(work, input.objectId)
  if (!object) return refuse(404, m('refusal.no-object'))
  const { name, lengthBytes, promisedSha256 } = input
  const limits = { ownerKind, ownerId: object.id, mostBytes: mostMediumBytes }
  return beginUpload(work, { ...limits, name, lengthBytes, promisedSha256 })
}

/** Gives a large file up. */
export async function dropUpload(work: Work, { upload }: UploadOfObject): Promise<boolean> {
  return cancelUpload(work, upload.id)
}

/** Has a file that is there wholly put together and given to its object. */
export function uploadArrived(work: Work, uploadId: string): Promise<void> {
  return enqueue(work, takeUpload, { uploadId }, { singletonKey: uploadId })
}

interface UploadServices {
  blobs: BlobStore
  node: string
}

/** Puts a large file together, looks at it and gives it to its object; the same again where it was cut off. */
export const takeUpload = jobType<{ uploadId: string }, UploadServices>('exhibitions.take-upload', {
  timeoutSeconds: 3600,
  retries: 8,
  async run({ runner, context, services }, { uploadId }) {
    const reading = runner.reading(context)
    const upload = await uploadById(reading, uploadId)
    if (upload?.state !== 'complete') return
    const isForSheet = upload.owner_kind === batchOwnerKind
    const fail = ({ message }: Refusal) =>
      runner.perform(context, (work) => failUpload(work, uploadId, message))
    const brought = isForSheet
      ? await openForBatch(reading, services.blobs, upload)
      : await putTogether(reading, services.blobs, upload)
    if (isRefused(brought)) {
      // A store without room, or a reader that is busy, is tried again; what the file is does not change.
      if (brought.status >= 500) throw new Error(`an upload waits: ${brought.message.key}`)
      await fail(brought)
      return
    }
    if ('files' in brought) {
      await runner.perform(context, (work) => giveToBatch(work, upload, brought))
      return
    }
    const done = await runner.perform(context, (work) =>
      give(work, { upload, sent: brought, node: services.node }),
    )
    if (isRefused(done)) await fail(done)
  },
})

async function putTogether(
  work: Work,
  blobs: BlobStore,
  upload: OpenUpload,
): Promise<ReceivedFile | GivenMedium | Refusal> {
  const original = await assembleUpload(work, blobs, upload, uploadRules)
  if (isRefused(original) || isPicture(original)) return original
  const path = await blobs.pathOf(original.sha256)
  if (path === null) throw new Error('the content of an upload is gone')
  return givenAt(path, original)
}

/** Once only: the second of two jobs finds the upload settled. */
async function give(
  work: Work,
  { upload, sent, node }: { upload: OpenUpload; sent: ReceivedFile | GivenMedium; node: string },
): Promise<true | Refusal> {
  if (!(await settleUpload(work, upload.id))) return true
  const input = { objectId: upload.owner_id, self: upload.person_id, sent, node }
  const taken = await takeUploaded(work, input)
  return isRefused(taken) ? taken : true
}
