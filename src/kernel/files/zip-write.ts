import { Zip, ZipPassThrough } from 'fflate'
import { cleanFileName } from './staging.ts'

/** A file on its way into an archive. */
export interface ArchiveFile {
  /** In any script; made unlike the others of the archive, and harmless. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly modifiedAt: Date
}

/**
 * An archive (APPNOTE 4.3, names in UTF-8) as a stream: each file is asked for when the one before it has
 * gone, so that no more than one is in memory. Contents are stored as they are, because PDFs are packed already.
 */
export function writeZip(files: AsyncIterable<ArchiveFile>): ReadableStream<Uint8Array> {
  const iterator = files[Symbol.asyncIterator]()
  const used = new Set<string>()
  let parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) zip.end()
      else addFile(zip, value, used)
      for (const part of parts) if (part.byteLength > 0) controller.enqueue(part)
      parts = []
      if (done) controller.close()
    },
    async cancel() {
      await iterator.return?.(undefined)
    },
  })
}

function addFile(zip: Zip, { name, bytes, modifiedAt }: ArchiveFile, used: Set<string>): void {
  const entry = new ZipPassThrough(nameIn(used, name))
  // The format knows no year before 1980.
  entry.mtime = new Date(Math.max(modifiedAt.getTime(), Date.UTC(1980, 0, 2)))
  zip.add(entry)
  entry.push(bytes, true)
}

/** A name that no other file of the archive has, whatever small and large letters are to the reader's machine. */
function nameIn(used: Set<string>, wanted: string): string {
  const clean = cleanFileName(wanted)
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  const base = clean.slice(0, clean.length - extension.length)
  let name = clean
  for (let number = 2; used.has(name.toLowerCase()); number += 1)
    name = `${base} (${number})${extension}`
  used.add(name.toLowerCase())
  return name
}
