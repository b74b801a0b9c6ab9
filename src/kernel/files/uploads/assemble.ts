import { Readable } from 'node:stream'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { inspectFile } from '../inspect-aside.ts'
import type { UploadRules } from '../inspect.ts'
import { m } from '../messages/index.ts'
import type { ReceivedFile } from '../staging.ts'
import type { BlobStore, StoredBlob } from '../store.ts'
import { type OpenUpload, piecesOf } from './open-uploads.ts'

/** Puts the pieces of an upload together, as `joinUpload` does, and says what the content is. */
export async function assembleUpload(
  work: Work,
  store: BlobStore,
  upload: OpenUpload,
  rules: UploadRules,
): Promise<ReceivedFile | Refusal> {
  const whole = await joinUpload(work, store, upload)
  if (isRefused(whole)) return whole
  const { path, ...stored } = whole
  const inspected = await inspectFile(path, rules)
  if (isRefused(inspected)) return inspected
  return { ...inspected, ...stored, name: upload.name }
}

/**
 * Puts the pieces of an upload together into one content, streamed, and says where it lies. Every piece is checked against
 * its hash on the way, and the whole against the one that its sender promised. Done again it comes to the same.
 */
export async function joinUpload(
  work: Work,
  store: BlobStore,
  upload: OpenUpload,
): Promise<(StoredBlob & { path: string }) | Refusal> {
  const pieces = await piecesOf(work, upload.id)
  const stored = await store.put(joined(store, pieces))
  if (isRefused(stored)) return stored
  if (stored.sizeBytes !== Number(upload.length_bytes)) return refuse(422, m('upload-length'))
  if (upload.promised_sha256 !== null && upload.promised_sha256 !== stored.sha256)
    return refuse(422, m('upload-digest'))
  const path = await store.pathOf(stored.sha256)
  return path === null ? refuse(404, m('gone')) : { ...stored, path }
}

function joined(
  store: BlobStore,
  pieces: readonly { sha256: string }[],
): ReadableStream<Uint8Array> {
  async function* bytes() {
    for (const { sha256 } of pieces) {
      const piece = await store.get(sha256)
      if (piece === null) throw new Error(`The piece ${sha256} of an upload is gone.`)
      yield* piece
    }
  }
  return Readable.toWeb(Readable.from(bytes())) as ReadableStream<Uint8Array>
}
