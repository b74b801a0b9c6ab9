import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { type ChronicleReport, readPublicKeys, verifyChronicle } from '#kernel/chronicle'
import { type Database, isRefused, restore } from '#kernel/database'
import { type BlobStore, diskBlobStore, s3BlobStore } from '#kernel/files'
import type { Config } from '../config.ts'
import { connect, databaseConfig, filesFolder, keysFolder } from '../house.ts'
import { type ArchiveEntry, ArchiveError, readArchive } from './archive.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { restoredMarker, restoreMarker } from './opening.ts'
import { type BackupDescription, databasePath, descriptionPath } from './write-backup.ts'

/** What a restore put in place, and what the proof after it found. */
export interface RestoreReport extends BackupDescription {
  chronicle: ChronicleReport
  /** Contents that the database names and the store does not have. */
  missingFiles: string[]
}

/**
 * Puts a backup into an empty data folder and an empty database. The archive is read to its end and
 * checked before anything is written. A restore that was cut off is begun again from nothing.
 */
export async function restoreBackup(
  config: Config,
  file: string,
  onFile: (done: number, total: number) => void,
): Promise<RestoreReport> {
  const description = await checkArchive(file)
  refuseOtherEngine(config, description)
  await prepareFolder(config)
  const aside = join(config.dataDirectory, restoreMarker)
  await unpack(config, file, aside, description, onFile)
  await restore(databaseConfig(config), join(aside, databasePath))
  const database = await connect(config)
  try {
    const chronicle = await verifyChronicle(database, await readPublicKeys(keysFolder(config)))
    const missingFiles = await findMissing(database, storeOf(config))
    await writeFile(join(config.dataDirectory, restoredMarker), '', { flush: true })
    await rm(aside, { recursive: true })
    return { ...description, chronicle, missingFiles }
  } finally {
    await database.close()
  }
}

/** Reads the whole archive once, so that a damaged one changes nothing. */
async function checkArchive(file: string): Promise<BackupDescription> {
  if (!existsSync(file)) throw refused(m('restore.no-file', { file }))
  let description: BackupDescription | null = null
  try {
    await readArchive(file, async (entry) => {
      if (entry.path !== descriptionPath) return
      description = JSON.parse((await bytesOf(entry)).toString('utf8')) as BackupDescription
    })
  } catch (error) {
    if (!(error instanceof ArchiveError) && !(error instanceof SyntaxError)) throw error
    throw refused(m('restore.damaged', { file, detail: error.message }))
  }
  const read = description as BackupDescription | null
  if (read === null) throw refused(m('restore.not-a-backup', { file }))
  if (read.format !== 1) throw refused(m('restore.newer-format', { file, version: read.version }))
  return read
}

function refuseOtherEngine(config: Config, { engine }: BackupDescription): void {
  if (engine === 'postgres' && !config.databaseUrl) throw refused(m('restore.wants-server'))
  if (engine === 'pglite' && config.databaseUrl) throw refused(m('restore.wants-folder'))
}

async function prepareFolder(config: Config): Promise<void> {
  const { dataDirectory } = config
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const aside = join(dataDirectory, restoreMarker)
  if (existsSync(aside)) {
    const unfinished = ['database', 'database.unfinished', 'files', 'keys', restoredMarker]
    for (const part of [...unfinished, restoreMarker]) {
      await rm(join(dataDirectory, part), { recursive: true, force: true })
    }
  }
  if ((await readdir(dataDirectory)).length > 0) {
    throw refused(m('restore.not-empty', { folder: dataDirectory }))
  }
  await mkdir(aside, { mode: 0o700 })
}

async function unpack(
  config: Config,
  file: string,
  aside: string,
  description: BackupDescription,
  onFile: (done: number, total: number) => void,
): Promise<void> {
  const store = diskBlobStore(filesFolder(config))
  await mkdir(keysFolder(config), { recursive: true, mode: 0o700 })
  let done = 0
  await readArchive(file, async (entry) => {
    if (entry.path === databasePath) await unpackDatabase(entry, join(aside, databasePath))
    else if (entry.path.startsWith('keys/')) {
      await writePrivate(join(keysFolder(config), basename(entry.path)), await bytesOf(entry))
    } else if (entry.path.startsWith('files/')) {
      onFile((done += 1), description.files ?? done)
      await unpackFile(entry, store)
    }
  })
}

/** With its checksum beside it, as the database part wants a dump. */
async function unpackDatabase(entry: ArchiveEntry, path: string): Promise<void> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of entry.content) {
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
  } finally {
    await handle.close()
  }
  await writeFile(`${path}.sha256`, `${hash.digest('hex')}  ${basename(path)}\n`, { mode: 0o600 })
}

async function unpackFile(entry: ArchiveEntry, store: BlobStore): Promise<void> {
  const content = Readable.toWeb(Readable.from(entry.content)) as ReadableStream<Uint8Array>
  const stored = await store.put(content)
  if (isRefused(stored)) throw refused(stored.message)
  if (stored.sha256 !== basename(entry.path)) {
    throw refused(m('restore.damaged', { file: entry.path, detail: stored.sha256 }))
  }
}

async function writePrivate(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { mode: 0o600, flush: true })
}

async function findMissing(database: Database, store: BlobStore): Promise<string[]> {
  const [kept, staged] = await Promise.all([
    database.kysely.selectFrom('files').select('sha256').distinct().execute(),
    database.kysely.selectFrom('staged_files').select('sha256').distinct().execute(),
  ])
  const missing: string[] = []
  for (const sha256 of new Set([...kept, ...staged].map((row) => row.sha256))) {
    if (!(await store.has(sha256))) missing.push(sha256)
  }
  return missing
}

function storeOf(config: Config): BlobStore {
  return config.s3 ? s3BlobStore(config.s3) : diskBlobStore(filesFolder(config))
}

async function bytesOf(entry: ArchiveEntry): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function refused(message: ConstructorParameters<typeof CommandFailure>[1][number]): CommandFailure {
  return new CommandFailure(exitCodes.refused, [message])
}
