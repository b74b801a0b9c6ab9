import { refuse, type Refusal } from '#kernel/database'
import { type BlobStore, fileMessages } from '#kernel/files'

/** A stored content in memory, to be handed to a thread; refused where it is gone. */
export async function blobBytes(blobs: BlobStore, sha256: string): Promise<Uint8Array | Refusal> {
  const stream = await blobs.get(sha256)
  if (!stream) return refuse(404, fileMessages('gone'))
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  )
}
