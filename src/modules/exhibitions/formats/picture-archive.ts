import { isRefused, refuse, type Refusal } from '#kernel/database'
import { byteSource, unpack, zipEntries, ZipProblem } from '#kernel/files'
import { m } from '../messages/index.ts'

const limits = { entries: 2000, totalBytes: 512 * 1024 * 1024, ratio: 200 }

/**
 * The files of an archive, one after the other. One that names a place outside of itself is refused as a whole, although no
 * name of it ever becomes a path here: whoever packs such an archive means harm. What systems add of their own is passed over.
 */
export async function* filesOfArchive(
  bytes: Uint8Array,
): AsyncGenerator<{ name: string; bytes: Uint8Array } | Refusal> {
  const source = await byteSource(bytes)
  const entries = await zipEntries(source, limits)
  if (isRefused(entries)) return yield entries
  const outside = entries.find(({ name }) => leadsOut(name))
  if (outside) return yield refuse(422, m('refusal.zip-slip', { name: outside.name.slice(0, 80) }))
  try {
    for (const entry of entries) {
      if (entry.name.endsWith('/') || isOfSystem(entry.name)) continue
      const parts: Buffer[] = []
      for await (const part of unpack(source, entry)) parts.push(part)
      yield { name: entry.name, bytes: new Uint8Array(Buffer.concat(parts)) }
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error
    yield refuse(422, m('refusal.zip-broken'))
  }
}

function leadsOut(name: string): boolean {
  return (
    /^([\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..') || name.includes('\0')
  )
}

function isOfSystem(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name)
}
