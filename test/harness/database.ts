import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompiledQuery, type Kysely } from 'kysely'
import {
  type Database,
  migrate,
  type MigrationSource,
  openDatabase,
  type Tables,
  transaction,
} from '#kernel/database'

/** One migrated database that the tests of a process share. */
export interface TestDatabase {
  database: Database
  /**
   * Runs a test in a transaction that is rolled back. Its second argument is a Database on that
   * transaction: what opens a transaction there gets a savepoint.
   */
  withRollback<T>(test: (kysely: Kysely<Tables>, database: Database) => Promise<T>): Promise<T>
  /** A database of its own with the same content as at the start, for a test that must commit. */
  clone(): Promise<Database>
}

/** What a test database holds besides its tables. */
export interface Contents {
  /** Equal names mean equal contents: it must name everything that they follow from. */
  name: string
  /** Fills the migrated database, and the folder with what belongs to it; gives what closes both. */
  fill(database: Database, files: string): Promise<() => Promise<void>>
}

/** A test database that is closed, and dropped where it is on a server, by whoever opened it. */
export interface OwnTestDatabase extends TestDatabase {
  close(): Promise<void>
}

const nothing: Contents = { name: 'nothing', fill: async (database) => () => database.close() }
const templates = new Map<string, Promise<Template>>()
const ofTheProcess: (() => Promise<void>)[] = []
const shared = new Map<string, Promise<OwnTestDatabase>>()
const instant = new Date('2026-11-22T00:00:00Z')

/**
 * The test database with the migrations of `sources`: PGlite in memory, or a scratch database on the
 * server that WEFT_TEST_DATABASE_URL names. The same sources give the same database within a process;
 * it goes when the process has nothing left to do.
 */
export function testDatabase(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  closeAtTheEnd()
  const key = keyOf(sources, nothing)
  const known = shared.get(key) ?? openTestDatabase(sources, process.env.WEFT_TEST_DATABASE_URL)
  shared.set(key, known)
  return known
}

/**
 * A database of the caller's own with the migrations of `sources` and `contents`, which are filled in once for all who
 * want the same. `files` is the folder of what belongs to them: to be copied, not touched.
 */
export async function filledDatabase(
  sources: readonly MigrationSource[],
  contents: Contents,
): Promise<{ database: Database; files: string }> {
  closeAtTheEnd()
  const key = keyOf(sources, contents)
  const template =
    templates.get(key) ??
    templateOf(process.env.WEFT_TEST_DATABASE_URL, sources, contents, ofTheProcess)
  templates.set(key, template)
  const { clone, files } = await template
  return { database: await clone(), files }
}

/** A test database that is shared with nobody. Without a URL it is PGlite in memory. */
export async function openTestDatabase(
  sources: readonly MigrationSource[],
  url?: string,
): Promise<OwnTestDatabase> {
  const cleanUps: CleanUps = []
  const { clone } = await templateOf(url, sources, nothing, cleanUps)
  const database = await clone()
  return {
    database,
    clone,
    withRollback: (test) => withRollback(database, test),
    async close() {
      for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
    },
  }
}

type CleanUps = (() => Promise<void>)[]

function keyOf(sources: readonly MigrationSource[], { name }: Contents): string {
  return JSON.stringify([name, ...sources.map((source) => [source.name, source.directory.href])])
}

function closeAtTheEnd(): void {
  if (shared.size + templates.size === 0) process.once('beforeExit', closeShared)
}

async function closeShared(): Promise<void> {
  const databases = [...shared.values()]
  shared.clear()
  templates.clear()
  for (const database of databases) await database.then((opened) => opened.close()).catch(() => {})
  for (const cleanUp of ofTheProcess.splice(0).toReversed()) await cleanUp().catch(() => {})
}

async function withRollback<T>(
  database: Database,
  test: (kysely: Kysely<Tables>, database: Database) => Promise<T>,
): Promise<T> {
  const undo = new Error('rolled back after the test')
  let result: T
  try {
    await transaction(
      database,
      async (trx) => {
        result = await test(trx, onTransaction(database, trx))
        throw undo
      },
      { retries: 0 },
    )
  } catch (error) {
    if (error !== undo) throw error
  }
  return result!
}

function onTransaction(database: Database, trx: Kysely<Tables>): Database {
  return {
    ...database,
    kysely: trx,
    execute: async (sql, parameters = []) => ({
      rows: (await trx.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows as Record<
        string,
        unknown
      >[],
    }),
    sqlScript: async (text) => void (await trx.executeQuery(CompiledQuery.raw(text))),
    close: async () => {},
  }
}

interface Template {
  clone(): Promise<Database>
  files: string
}

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/weft/', import.meta.url))
const keptDays = 3

function templateOf(
  url: string | undefined,
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
): Promise<Template> {
  return url
    ? serverTemplate(url, sources, contents, cleanUps)
    : memoryTemplate(sources, contents, cleanUps)
}

/** A dump of the filled database is kept between runs, under a name that says what is in it. */
async function memoryTemplate(
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
): Promise<Template> {
  const kept = join(cacheFolder, `database-${contentOf(sources, contents)}`)
  if (!existsSync(kept)) {
    forgetOld()
    const unfinished = `${kept}.${process.pid}`
    mkdirSync(join(unfinished, 'files'), { recursive: true })
    const database = await openDatabase({
      dataDirectory: '',
      memory: true,
      load: await emptyCluster(),
    })
    await migrate(database, sources, { now: instant })
    const close = await contents.fill(database, join(unfinished, 'files'))
    writeFileSync(join(unfinished, 'dump.tar.gz'), await database.dump())
    await close()
    keep(unfinished, kept)
  }
  return {
    files: join(kept, 'files'),
    async clone() {
      const load = readFileSync(join(kept, 'dump.tar.gz'))
      const database = await openDatabase({ dataDirectory: '', memory: true, load })
      cleanUps.push(() => database.close())
      return database
    },
  }
}

/** A cluster as initdb leaves it, kept between runs: making one costs three times as much as loading it. */
async function emptyCluster(): Promise<Uint8Array> {
  const kept = join(cacheFolder, `database-${contentOf([], nothing)}`)
  if (!existsSync(kept)) {
    const unfinished = `${kept}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    const database = await openDatabase({ dataDirectory: '', memory: true })
    writeFileSync(join(unfinished, 'dump.tar.gz'), await database.dump())
    await database.close()
    keep(unfinished, kept)
  }
  return readFileSync(join(kept, 'dump.tar.gz'))
}

/** Another process may have been quicker with the same. */
function keep(unfinished: string, kept: string): void {
  try {
    renameSync(unfinished, kept)
  } catch (error) {
    if (!existsSync(kept)) throw error
    rmSync(unfinished, { recursive: true })
  }
}

/** A dump that no run made anew for some days is of sources that have changed since. */
function forgetOld(): void {
  mkdirSync(cacheFolder, { recursive: true })
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith('database-')) continue
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

async function serverTemplate(
  url: string,
  sources: readonly MigrationSource[],
  contents: Contents,
  cleanUps: CleanUps,
): Promise<Template> {
  const stem = `weft_test_${process.pid}_${(opened += 1)}`
  const template = `${stem}_template`
  const files = mkdtempSync(join(tmpdir(), 'weft-test-files-'))
  cleanUps.push(async () => rmSync(files, { recursive: true, force: true }))
  await administer(url, `create database ${template} template template0 encoding 'UTF8'`)
  const migrated = await openDatabase({ dataDirectory: '', url: withDatabase(url, template) })
  await migrate(migrated, sources, { now: instant })
  const close = await contents.fill(migrated, files)
  await close()
  cleanUps.push(() => administer(url, `drop database if exists ${template} with (force)`))
  let count = 0
  return {
    files,
    async clone() {
      const name = `${stem}_${++count}`
      await administer(url, `create database ${name} template ${template}`)
      const database = await openDatabase({ dataDirectory: '', url: withDatabase(url, name) })
      cleanUps.push(async () => {
        await database.close()
        await administer(url, `drop database if exists ${name} with (force)`)
      })
      return database
    },
  }
}

let opened = 0

async function administer(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ dataDirectory: '', url, poolSize: 1 })
  await database.execute(statement).finally(() => database.close())
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
