import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backup, type Database } from '#kernel/database'
import { diskBlobStore, type StoredBlob } from '#kernel/files'
import type { Config } from '../config.ts'
import { filesFolder, keysFolder } from '../house.ts'
import { type ArchiveEntry, createPrivate, writeArchive } from './archive.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'

/** What a backup says of itself, in its first file. */
export interface BackupDescription {
  format: 1
  version: string
  createdAt: string
  engine: 'pglite' | 'postgres'
  mode: Config['mode']
  /** How many uploaded files are in it; null where they are in an S3-compatible store. */
  files: number | null
  keys: boolean
}

export const descriptionPath = 'weft-backup.json'
export const databasePath = 'database'

/** What is wanted of a backup. */
export interface BackupOrder {
  file: string
  withKeys: boolean
  version: string
  now: Date
  onFile(done: number, total: number): void
}

/**
 * Writes database, files and keys into one archive. The database comes first: a file's row is written
 * after its content, so that every row in the copy finds its content in the later copy of the files.
 * The archive has its name only when it is whole and synced.
 */
export async function writeBackup(
  database: Database,
  config: Config,
  order: BackupOrder,
): Promise<BackupDescription & { bytes: number }> {
  const file = resolve(order.file)
  if (await stat(file).catch(() => null)) {
    throw new CommandFailure(exitCodes.refused, [m('backup.file-exists', { file: order.file })])
  }
  await mkdir(dirname(file), { recursive: true })
  const aside = await mkdtemp(`${file}.unfinished-`)
  try {
    const dump = join(aside, databasePath)
    const { engine } = await backup(database, dump)
    const blobs = config.s3 ? null : await Array.fromAsync(blobStore(config).list())
    const description: BackupDescription = {
      format: 1,
      version: order.version,
      createdAt: order.now.toISOString(),
      engine,
      mode: config.mode,
      files: blobs?.length ?? null,
      keys: order.withKeys,
    }
    const unfinished = join(aside, 'archive')
    const handle = await createPrivate(unfinished)
    try {
      await writeArchive(handle, entriesOf(config, description, dump, blobs ?? [], order))
      await handle.sync()
    } finally {
      await handle.close()
    }
    const { size } = await stat(unfinished)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return { ...description, bytes: size }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function* entriesOf(
  config: Config,
  description: BackupDescription,
  dump: string,
  blobs: readonly StoredBlob[],
  order: BackupOrder,
): AsyncGenerator<ArchiveEntry> {
  const text = Buffer.from(`${JSON.stringify(description, null, 2)}\n`)
  yield { path: descriptionPath, sizeBytes: text.length, content: [text] }
  yield await fileEntry(databasePath, dump)
  if (order.withKeys) {
    for (const name of await namesIn(keysFolder(config))) {
      yield await fileEntry(`keys/${name}`, join(keysFolder(config), name))
    }
  }
  const store = blobStore(config)
  for (const [index, { sha256, sizeBytes }] of blobs.entries()) {
    order.onFile(index, blobs.length)
    const content = await store.get(sha256)
    if (content === null) throw new Error(`The file ${sha256} went away during the backup.`)
    yield { path: `files/${sha256}`, sizeBytes, content }
  }
}

async function fileEntry(path: string, file: string): Promise<ArchiveEntry> {
  const { size } = await stat(file)
  return { path, sizeBytes: size, content: createReadStream(file) }
}

function blobStore(config: Config) {
  return diskBlobStore(filesFolder(config))
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
