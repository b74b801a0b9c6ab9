import { createHash } from 'node:crypto'
import type { Refusal } from '#kernel/database'

/** A stored blob: named by its content, so that the same bytes are kept once. */
export interface StoredBlob {
  readonly sha256: string
  readonly sizeBytes: number
}

export type BlobSource = Uint8Array | ReadableStream<Uint8Array>

/** Where file contents are kept. A blob is there wholly or not at all, whatever stops the process. */
export interface BlobStore {
  /** Stores the bytes; a full store or a source longer than `maxBytes` is refused and leaves nothing behind. */
  put(source: BlobSource, options?: { maxBytes?: number }): Promise<StoredBlob | Refusal>
  /** The content, or null; the stream fails at its end when the bytes are not those that were stored. */
  get(sha256: string): Promise<ReadableStream<Uint8Array> | null>
  has(sha256: string): Promise<boolean>
  /**
   * Where the content lies on this machine, for what is read at places and never as a whole; null where there is none. A
   * store elsewhere brings it here first. It is to be read only, and is not checked against its name.
   */
  pathOf(sha256: string): Promise<string | null>
  /** Removes a blob; with `ifOlderThan`, only one that nobody has put since then. Tells whether it was removed. */
  remove(sha256: string, options?: { ifOlderThan?: Date }): Promise<boolean>
  list(): AsyncIterable<StoredBlob & { putAt: Date }>
}

/** Throws for a name that is not a lower-case SHA-256: nothing else may become part of a path. */
export function checkSha256(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('A blob is named by its SHA-256.')
  return sha256
}

const chunkBytes = 1_048_576

/** The source as chunks; bytes in parts that are hashed in a millisecond, so that others have their turn in between. */
export function chunksOf(source: BlobSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return source instanceof Uint8Array ? partsOf(source) : source
}

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += chunkBytes)
    yield bytes.subarray(at, at + chunkBytes)
}

/** Passes bytes through and fails at the end when they are not those that the name promises. */
export function verifying(sha256: string): TransformStream<Uint8Array, Uint8Array> {
  const hash = createHash('sha256')
  return new TransformStream({
    transform(chunk, controller) {
      hash.update(chunk)
      controller.enqueue(chunk)
    },
    flush() {
      if (hash.digest('hex') !== sha256) throw new Error(`The blob ${sha256} is damaged.`)
    },
  })
}
