import { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { chunksOf, type BlobSource } from './store.ts'

/** One entry of an archive that is written. */
export interface ArchiveEntry {
  name: string
  body: BlobSource
  /** The content is compressed already, as pictures and PDFs are. */
  isPacked?: boolean
}

/** Writes a ZIP archive piece by piece, so that it needs no more memory than one piece; names are kept as they are given. */
export function zipStream(
  entries: AsyncIterable<ArchiveEntry>,
  modified: Date,
): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(pieces(entries, modified))) as ReadableStream<Uint8Array>
}

async function* pieces(
  entries: AsyncIterable<ArchiveEntry>,
  modified: Date,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let problem: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) problem = error
    else ready.push(chunk)
  })
  function* taken() {
    if (problem) throw problem
    const chunks = ready
    ready = []
    yield* chunks
  }
  for await (const { name, body, isPacked } of entries) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = modified
    zip.add(entry)
    for await (const chunk of chunksOf(body)) {
      entry.push(chunk)
      yield* taken()
    }
    entry.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
