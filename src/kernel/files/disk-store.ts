import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Refusal } from '#kernel/database'
import { refusalForFull, spool, type Spooled } from './spool.ts'
import { checkSha256, verifying, type BlobStore, type StoredBlob } from './store.ts'

const abandonedAfterMs = 24 * 60 * 60 * 1000

/**
 * A store in a folder: `ab/abcdef…`, each file written aside, synced, renamed into place, and its
 * folder synced. What a killed process left half written is in `incoming` and is swept a day later.
 */
export function diskBlobStore(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, checkSha256(sha256).slice(0, 2), sha256)
  const incoming = join(folder, 'incoming')
  const swept = sweepIncoming(incoming)

  return {
    async put(source, { maxBytes } = {}) {
      await swept
      const spooled = await spool(source, incoming, maxBytes)
      return 'refusal' in spooled ? spooled : keep(spooled, pathOf(spooled.sha256), folder)
    },
    async get(sha256) {
      const path = pathOf(sha256)
      if (!(await exists(path))) return null
      const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
      return stream.pipeThrough(verifying(sha256))
    },
    has: (sha256) => exists(pathOf(sha256)),
    pathOf: async (sha256) => ((await exists(pathOf(sha256))) ? pathOf(sha256) : null),
    async remove(sha256, { ifOlderThan } = {}) {
      const path = pathOf(sha256)
      const found = await statOrNull(path)
      if (!found || (ifOlderThan && found.mtime >= ifOlderThan)) return false
      await rm(path, { force: true })
      await syncFolder(dirname(path))
      return true
    },
    list: () => listFolder(folder),
  }
}

/** Gives a spooled file its name. Bytes that are there already are only marked as put again. */
async function keep(spooled: Spooled, path: string, folder: string): Promise<StoredBlob | Refusal> {
  const { sha256, sizeBytes } = spooled
  try {
    const known = await statOrNull(path)
    if (known?.size === sizeBytes) {
      const now = new Date()
      await utimes(path, now, now)
      await rm(spooled.path, { force: true })
      return { sha256, sizeBytes }
    }
    const made = await mkdir(dirname(path), { recursive: true })
    await rename(spooled.path, path)
    await syncFolder(dirname(path))
    if (made !== undefined) await syncFolder(folder)
    return { sha256, sizeBytes }
  } catch (error) {
    await rm(spooled.path, { force: true })
    return refusalForFull(error)
  }
}

async function* listFolder(folder: string): AsyncIterable<StoredBlob & { putAt: Date }> {
  for (const group of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(group)) continue
    const entries = await opendir(join(folder, group))
    for await (const { name } of entries) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const found = await statOrNull(join(folder, group, name))
      if (found) yield { sha256: name, sizeBytes: found.size, putAt: found.mtime }
    }
  }
}

async function sweepIncoming(incoming: string): Promise<void> {
  for (const name of await namesIn(incoming)) {
    const path = join(incoming, name)
    const found = await statOrNull(path)
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return (await statOrNull(path)) !== null
}

/** A rename is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
