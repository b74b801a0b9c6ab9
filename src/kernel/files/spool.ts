import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse, type Refusal } from '#kernel/database'
import { m } from './messages/index.ts'
import { sizeText } from './sizes.ts'
import { chunksOf, type BlobSource, type StoredBlob } from './store.ts'

/** A blob on its way in: synced to a file of its own, not yet under its name. */
export interface Spooled extends StoredBlob {
  readonly path: string
}

/** Writes a source to a temporary file, hashing it on the way; on any failure the file is gone. */
export async function spool(
  source: BlobSource,
  folder: string,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Spooled | Refusal> {
  const path = join(folder, `${randomUUID()}.part`)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(path, 'wx', 0o600)
    const written = await writeAll(file, source, maxBytes).finally(() => file.close())
    if ('refusal' in written) {
      await rm(path, { force: true })
      return written
    }
    return { ...written, path }
  } catch (error) {
    await rm(path, { force: true })
    return refusalForFull(error)
  }
}

async function writeAll(
  file: FileHandle,
  source: BlobSource,
  maxBytes: number,
): Promise<StoredBlob | Refusal> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of chunksOf(source)) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > maxBytes) return refuse(413, m('too-large', { most: sizeText(maxBytes) }))
    hash.update(chunk)
    let written = 0
    while (written < chunk.byteLength)
      written += (await file.write(chunk, written, chunk.byteLength - written)).bytesWritten
  }
  await file.sync()
  return { sha256: hash.digest('hex'), sizeBytes }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** A full disk is expected and becomes a refusal; any other failure is thrown on. */
export function refusalForFull(error: unknown): Refusal {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code === 'string' && fullCodes.has(code)) return refuse(507, m('store-full'))
  throw error
}
