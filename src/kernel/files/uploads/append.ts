import { createHash } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { sizeText } from '../sizes.ts'
import type { BlobStore, StoredBlob } from '../store.ts'
import { expiryFrom, failUpload, type OpenUpload, uploadBounds } from './open-uploads.ts'
import { cutPieces } from './pieces.ts'

/** How far an upload has come, and whether all of it is there. */
export interface Appended {
  received: number
  complete: boolean
}

/** The next bytes are not those that are said to come: where it stands really. */
export interface Elsewhere {
  expected: number
}

/** What a request brings of an upload. */
export interface Append {
  upload: OpenUpload
  offset: number
  body: ReadableStream<Uint8Array> | null
  /** The SHA-256 of what this request brings; where it differs, nothing of the request is kept. */
  digest: Buffer | null
  /** Whether it is the end of the file. */
  isLast: boolean
  /** Done in the transaction that finds the upload whole. */
  onComplete: (work: Work) => Promise<void>
}

/** What an append needs beside the request: transactions, one a piece, and the store. */
export interface AppendParts {
  perform<T>(verb: (work: Work) => Promise<T>): Promise<T>
  blobs: BlobStore
}

/**
 * Takes the next bytes of an upload, as they come and piece by piece: each is on the disk before its row says so, and what
 * came before the line broke or the store was full stays. Of two requests at one place one goes on, the other is told where
 * the upload stands. More bytes than were announced end it. With a digest all of the request counts, or nothing.
 */
export async function appendToUpload(
  parts: AppendParts,
  append: Append,
): Promise<Appended | Elsewhere | Refusal> {
  const { upload, offset, body, digest, isLast } = append
  const received = Number(upload.received_bytes)
  if (upload.state !== 'open') return refuse(409, m('upload-closed'))
  if (offset !== received) return { expected: received }
  const brought = await storePieces(parts, append, createHash('sha256'))
  if (isRefused(brought) || 'expected' in brought) return brought
  if (brought.isTooLong && brought.most < Number(upload.length_bytes) - offset) {
    return refuse(413, m('too-large', { most: sizeText(brought.most) }))
  }
  if (brought.isTooLong) {
    await parts.perform((work) => failUpload(work, upload.id, m('upload-length')))
    return refuse(400, m('upload-length'))
  }
  // Nobody reads the answer to a request whose line broke, and its digest is of what did not come.
  if (brought.isCut && (digest || body)) return refuse(400, m('upload-cut'))
  if (digest && !brought.digest.equals(digest)) return refuse(422, m('upload-digest'))
  const at = await keepHeld(parts, append, brought)
  if (typeof at !== 'number') return at
  const isWhole = at === Number(upload.length_bytes)
  if (!isLast) return { received: at, complete: false }
  if (!isWhole) {
    await parts.perform((work) => failUpload(work, upload.id, m('upload-length')))
    return refuse(400, m('upload-length'))
  }
  return parts.perform((work) => complete(work, append, at))
}

interface Brought {
  at: number
  /** Pieces that wait for the digest of the request. */
  held: StoredBlob[]
  digest: Buffer
  isCut: boolean
  isTooLong: boolean
  /** How many bytes the request might bring. */
  most: number
}

async function storePieces(
  parts: AppendParts,
  append: Append,
  hash: ReturnType<typeof createHash>,
): Promise<Brought | Elsewhere | Refusal> {
  const { upload, body, digest } = append
  const held: StoredBlob[] = []
  let at = append.offset
  // With a digest nothing counts before the end: what may lie in the store without a name is bounded by one request.
  const left = Number(upload.length_bytes) - at
  const most = digest ? Math.min(left, uploadBounds.request) : left
  const source = cutPieces(body, uploadBounds.piece, most, (chunk) => hash.update(chunk))
  try {
    for (;;) {
      const piece = await source.next()
      if (piece === null) break
      const stored = await parts.blobs.put(piece, { maxBytes: uploadBounds.piece })
      if (isRefused(stored)) return stored
      if (digest) held.push(stored)
      else if (!(await parts.perform((work) => keepPiece(work, upload.id, at, stored)))) {
        return { expected: await standsAt(parts, upload.id) }
      } else at += stored.sizeBytes
    }
  } finally {
    await source.end()
  }
  const { isCut, isTooLong } = source
  return { at, held, digest: hash.digest(), isCut, isTooLong, most }
}

async function keepHeld(
  parts: AppendParts,
  { upload }: Append,
  { at, held }: Brought,
): Promise<number | Elsewhere> {
  if (held.length === 0) return at
  const kept = await parts.perform(async (work) => {
    let place = at
    for (const piece of held) {
      // The first of a request stands at its offset or nowhere, and then so do the others.
      if (!(await keepPiece(work, upload.id, place, piece))) return null
      place += piece.sizeBytes
    }
    return place
  })
  return kept ?? { expected: await standsAt(parts, upload.id) }
}

/** Names a stored piece at its place; false where the upload stands elsewhere meanwhile. */
async function keepPiece(
  work: Work,
  uploadId: string,
  at: number,
  { sha256, sizeBytes }: StoredBlob,
): Promise<boolean> {
  return work.writeUnchronicled(async (tx) => {
    const moved = await tx
      .updateTable('open_uploads')
      .set({
        received_bytes: BigInt(at + sizeBytes),
        changed_at: work.now,
        expires_at: expiryFrom(work.now),
      })
      .where('id', '=', uploadId)
      .where('state', '=', 'open')
      .where('received_bytes', '=', BigInt(at))
      .executeTakeFirst()
    if (moved.numUpdatedRows !== 1n) return false
    await tx
      .insertInto('open_upload_pieces')
      .values({
        upload_id: uploadId,
        starts_at: BigInt(at),
        size_bytes: BigInt(sizeBytes),
        sha256,
      })
      .execute()
    return true
  })
}

async function complete(
  work: Work,
  { upload, onComplete }: Append,
  at: number,
): Promise<Appended | Refusal> {
  const done = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('open_uploads')
      .set({ state: 'complete', changed_at: work.now })
      .where('id', '=', upload.id)
      .where('state', '=', 'open')
      .where('received_bytes', '=', upload.length_bytes)
      .executeTakeFirst(),
  )
  if (done.numUpdatedRows !== 1n) return refuse(409, m('upload-closed'))
  await onComplete(work)
  return { received: at, complete: true }
}

async function standsAt(parts: AppendParts, uploadId: string): Promise<number> {
  const row = await parts.perform((work) =>
    work.read
      .selectFrom('open_uploads')
      .select('received_bytes')
      .where('id', '=', uploadId)
      .executeTakeFirst(),
  )
  return Number(row?.received_bytes ?? 0)
}
