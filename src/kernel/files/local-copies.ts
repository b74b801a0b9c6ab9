import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Contents of a store elsewhere that are read at places: each is brought here once, whole. */
export interface LocalCopies {
  /** The copy of a content, made by `bring` where there is none; null where the store has none. */
  pathOf(
    sha256: string,
    bring: () => Promise<ReadableStream<Uint8Array> | null>,
  ): Promise<string | null>
}

/** The most that copies take; the one that was asked for longest ago goes first. */
const mostBytes = 20 * 1024 ** 3

/** A folder of copies. One that is being made has another name, so that nobody reads half of it. */
export function localCopies(folder: string): LocalCopies {
  const coming = new Map<string, Promise<string | null>>()
  return {
    async pathOf(sha256, bring) {
      const path = join(folder, sha256)
      const found = await stat(path).catch(() => null)
      if (found) {
        const now = new Date()
        await utimes(path, now, now).catch(() => {})
        return path
      }
      const known = coming.get(sha256)
      if (known) return known
      const made = copied(folder, path, bring).finally(() => coming.delete(sha256))
      coming.set(sha256, made)
      return made
    },
  }
}

async function copied(
  folder: string,
  path: string,
  bring: () => Promise<ReadableStream<Uint8Array> | null>,
): Promise<string | null> {
  const source = await bring()
  if (source === null) return null
  await mkdir(folder, { recursive: true })
  const half = `${path}.${randomUUID()}`
  try {
    // The stream fails at its end where the bytes are not those of the name.
    await pipeline(Readable.fromWeb(source as never), createWriteStream(half))
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await makeRoom(folder, path)
  return path
}

async function makeRoom(folder: string, kept: string): Promise<void> {
  const copies = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found) copies.push({ path, size: found.size, at: found.mtimeMs })
  }
  let size = copies.reduce((sum, copy) => sum + copy.size, 0)
  for (const copy of copies.toSorted((left, right) => left.at - right.at)) {
    if (size <= mostBytes) return
    if (copy.path === kept) continue
    // Who has it open reads on; it is gone when they close it.
    await rm(copy.path, { force: true })
    size -= copy.size
  }
}
