// Databases that are filled once, and from which those of tests are made.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync, zstdCompressSync } from 'node:zlib'
import { type Database, migrate, type MigrationSource, openDatabase } from '#kernel/database'
import { isAlive } from './postgres.ts'

/** What a test database holds besides its tables. */
export interface Contents {
  /** Equal names mean equal contents: it must name everything that they follow from. */
  name: string
  /** What it is filled into, made once for all who begin with the same; a migrated database without rows unless said. */
  from?: Contents
  /** Fills the database, and the folder with what belongs to it; gives what closes both. */
  fill(database: Database, files: string): Promise<() => Promise<void>>
}

/** What is to be done when nobody wants the databases any more, from the last to the first. */
export type CleanUps = (() => Promise<void>)[]

/** Tables without rows. */
export const nothing: Contents = {
  name: 'nothing',
  fill: async (database) => () => database.close(),
}
const instant = new Date('2026-11-22T00:00:00Z')

/** A database with its files, from which others are made. */
export interface Template {
  clone(): Promise<Database>
  files: string
}

interface MemoryTemplate extends Template {
  dump(): Uint8Array
}

interface ServerTemplate extends Template {
  /** The name of the database from which clones are made. */
  database: string
}

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/weft/', import.meta.url))
const keptDays = 3
const longestMakingMs = 20 * 60_000

/** The template with the migrations of `sources` and `contents`, in memory or on the server of `url`. */
export function templateOf(
  url: string | undefined,
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
  inThisThread = false,
): Promise<Template> {
  return url
    ? serverTemplate(url, sources, contents, cleanUps)
    : memoryTemplate(sources, contents, cleanUps, inThisThread)
}

function baseOf(contents: Contents): Contents | null {
  return contents === nothing ? null : (contents.from ?? nothing)
}

/** A dump of the filled database is kept between runs, under a name that says what is in it. */
async function memoryTemplate(
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
  inThisThread = false,
): Promise<MemoryTemplate> {
  const kept = join(cacheFolder, `cluster-${contentOf(sources, contents)}`)
  const dump = () => readDump(kept)
  const open = (load: Uint8Array) =>
    openDatabase({ dataDirectory: '', memory: true, inThisThread, load })
  await madeOnce(kept, async (unfinished) => {
    const files = join(unfinished, 'files')
    mkdirSync(files)
    const from = baseOf(contents)
    const base = from && (await memoryTemplate(sources, from, cleanUps))
    if (base) cpSync(base.files, files, { recursive: true })
    const database = await open(base ? base.dump() : await emptyCluster())
    if (!base) await migrate(database, sources, { now: instant })
    const close = await contents.fill(database, files)
    await keepDump(database, unfinished)
    await close()
  })
  return {
    dump,
    files: join(kept, 'files'),
    async clone() {
      const database = await open(dump())
      cleanUps.push(() => database.close())
      return database
    },
  }
}

// Unpacking what the database packs would take a third of the time of each clone; this takes a twentieth.
async function keepDump(database: Database, folder: string): Promise<void> {
  writeFileSync(join(folder, 'dump.tar.zst'), zstdCompressSync(gunzipSync(await database.dump())))
}

const dumpsRead = new Map<string, Uint8Array>()
const dumpsKept = 4

/** The same array for the same folder while it is among the last: its archive is unpacked once for a process. */
function readDump(folder: string): Uint8Array {
  const dump = dumpsRead.get(folder) ?? readFileSync(join(folder, 'dump.tar.zst'))
  dumpsRead.delete(folder)
  dumpsRead.set(folder, dump)
  if (dumpsRead.size > dumpsKept) dumpsRead.delete(dumpsRead.keys().next().value!)
  return dump
}

/** A cluster as initdb leaves it, kept between runs: making one costs three times as much as loading it. */
async function emptyCluster(): Promise<Uint8Array> {
  const kept = join(cacheFolder, `cluster-${contentOf([], nothing)}`)
  await madeOnce(kept, async (unfinished) => {
    const database = await openDatabase({ dataDirectory: '', memory: true })
    await keepDump(database, unfinished)
    await database.close()
  })
  return readDump(kept)
}

/**
 * Makes what is kept in a folder, unless it is there. Who wants it while another process makes it waits for that one,
 * or makes it when that one has died.
 */
async function madeOnce(kept: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const lock = `${kept}.lock`
  // What is used is not old, however long ago it was made.
  if (existsSync(kept)) utimesSync(kept, new Date(), new Date())
  while (!existsSync(kept)) {
    forgetOld()
    if (!isTaken(lock)) {
      await sleep(100)
      continue
    }
    try {
      const unfinished = `${kept}.${process.pid}`
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished, { recursive: true })
      if (!existsSync(kept)) await make(unfinished)
      keep(unfinished, kept)
    } finally {
      rmSync(lock, { force: true })
    }
  }
}

function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    // Between its making and its writing the file of another is empty; longer than the longest making it is nobody's, and
    // so is one whose number belongs to another process by now.
    const isOld = Date.now() - statSync(lock).mtimeMs > longestMakingMs
    if (isOld || (owner > 0 && !isAlive(owner))) rmSync(lock, { force: true })
  } catch {
    // It was given back just now.
  }
  return false
}

/** Another process may have been quicker with the same. */
function keep(unfinished: string, kept: string): void {
  if (existsSync(kept)) return rmSync(unfinished, { recursive: true })
  try {
    renameSync(unfinished, kept)
  } catch (error) {
    if (!existsSync(kept)) throw error
    rmSync(unfinished, { recursive: true })
  }
}

/** A dump that no run used for some days is of sources that have changed since. */
function forgetOld(): void {
  mkdirSync(cacheFolder, { recursive: true })
  for (const name of readdirSync(cacheFolder)) {
    if (!/^(cluster|database)-/.test(name)) continue
    const path = join(cacheFolder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > keptDays * 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}

function contentOf(sources: readonly MigrationSource[], contents: Contents): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
  hash.update(contents.name)
  for (const { name, directory } of sources) {
    if (!existsSync(directory)) continue
    for (const file of readdirSync(directory).sort()) {
      const base = directory.href.endsWith('/') ? directory : new URL(`${directory.href}/`)
      hash.update(JSON.stringify([name, file, readFileSync(new URL(file, base), 'utf8')]))
    }
  }
  return hash.digest('hex').slice(0, 24)
}

/**
 * A database from which others are made on the same server. With WEFT_TEST_TEMPLATES, the folder of whoever started
 * the server for several processes, all of them share it; without, it is dropped with the rest.
 */
async function serverTemplate(
  url: string,
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
): Promise<ServerTemplate> {
  const stem = `weft_test_${process.pid}_${(opened += 1)}`
  const isOfTheRun = url === process.env.WEFT_TEST_DATABASE_URL
  const common = isOfTheRun ? process.env.WEFT_TEST_TEMPLATES : undefined
  const folder = common ?? mkdtempSync(join(tmpdir(), 'weft-test-files-'))
  const hash = contentOf(sources, contents)
  const kept = join(folder, hash)
  const template = common ? `weft_template_${hash}` : `${stem}_template`
  if (!common) {
    cleanUps.push(async () => rmSync(folder, { recursive: true, force: true }))
    cleanUps.push(() => administer(url, `drop database if exists ${template} with (force)`))
  }
  await madeOnce(kept, async (unfinished) => {
    const files = join(unfinished, 'files')
    mkdirSync(files)
    // What a process left that died in the midst of it.
    await administer(url, `drop database if exists ${template} with (force)`)
    const from = baseOf(contents)
    const base = from && (await serverTemplate(url, sources, from, cleanUps))
    if (base) cpSync(base.files, files, { recursive: true })
    await administer(
      url,
      `create database ${template} template ${base?.database ?? 'template0'} encoding 'UTF8' ${copied}`,
    )
    const database = await openDatabase({ dataDirectory: '', url: withDatabase(url, template) })
    if (!base) await migrate(database, sources, { now: instant })
    const close = await contents.fill(database, files)
    await close()
  })
  let count = 0
  return {
    database: template,
    files: join(kept, 'files'),
    async clone() {
      const name = `${stem}_${++count}`
      await administer(url, `create database ${name} template ${template} ${copied}`)
      const database = await openDatabase({ dataDirectory: '', url: withDatabase(url, name) })
      cleanUps.push(async () => {
        await database.close()
        await administer(url, `drop database if exists ${name} with (force)`)
      })
      return database
    },
  }
}

// Writing each page of a copy to the log as well takes more than twice the work; nothing here is ever recovered from it.
const copied = 'strategy file_copy'
let opened = 0
const objectInUse = '55006'

/** Where a session of a database is slow to end, nothing can be made from that database: tried again. */
async function administer(url: string, statement: string, tries = 10): Promise<void> {
  const database = await openDatabase({ dataDirectory: '', url, poolSize: 1 })
  try {
    await database.execute(statement)
  } catch (error) {
    if (tries <= 1 || (error as { code?: string }).code !== objectInUse) throw error
    await administer(url, statement, tries - 1)
  } finally {
    await database.close()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
