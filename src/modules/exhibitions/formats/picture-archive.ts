import { Readable } from 'node:stream'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import { byteSource, unpack, zipEntries, ZipProblem } from '#kernel/files'
import { m } from '../messages/index.ts'

/** A file of an archive, which is read once and before the next is asked for. */
export interface ArchivedFile {
  name: string
  body: ReadableStream<Uint8Array>
}

const limits = { entries: 2000, ratio: 200 }

/**
 * The files of an archive, in memory or at its path, one after the other. One that names a place outside of itself is
 * refused as a whole, although no name of it ever becomes a path here: whoever packs such an archive means harm. What
 * systems add of their own is passed over.
 */
export async function* filesOfArchive(
  from: Uint8Array | string,
  { totalBytes }: { totalBytes: number },
): AsyncGenerator<ArchivedFile | Refusal> {
  const source = await byteSource(from)
  try {
    const entries = await zipEntries(source, { ...limits, totalBytes })
    if (isRefused(entries)) return yield entries
    const outside = entries.find(({ name }) => leadsOut(name))
    if (outside)
      return yield refuse(422, m('refusal.zip-slip', { name: outside.name.slice(0, 80) }))
    for (const entry of entries) {
      if (entry.name.endsWith('/') || isOfSystem(entry.name)) continue
      const body = Readable.toWeb(Readable.from(unpack(source, entry), { objectMode: false }))
      yield { name: entry.name, body: body as ReadableStream<Uint8Array> }
    }
  } catch (error) {
    if (!isArchiveFault(error)) throw error
    yield refuse(422, m('refusal.zip-broken'))
  } finally {
    await source.close()
  }
}

/** Whether what went wrong while a file of an archive was read is the archive's own fault. */
export function isArchiveFault(error: unknown): boolean {
  return error instanceof ZipProblem
}

function leadsOut(name: string): boolean {
  return (
    /^([\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..') || name.includes('\0')
  )
}

function isOfSystem(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name)
}
