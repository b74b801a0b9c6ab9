import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
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

/** A test database that is closed, and dropped where it is on a server, by whoever opened it. */
export interface OwnTestDatabase extends TestDatabase {
  close(): Promise<void>
}

const shared = new Map<string, Promise<OwnTestDatabase>>()
const instant = new Date('2026-11-22T00:00:00Z')

/**
 * The test database with the migrations of `sources`: PGlite in memory, or a scratch database on the
 * server that WEFT_TEST_DATABASE_URL names. The same sources give the same database within a process;
 * it goes when the process has nothing left to do.
 */
export function testDatabase(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  if (shared.size === 0) process.once('beforeExit', closeShared)
  const key = JSON.stringify(sources.map(({ name, directory }) => [name, directory.href]))
  const known = shared.get(key) ?? openTestDatabase(sources, process.env.WEFT_TEST_DATABASE_URL)
  shared.set(key, known)
  return known
}

/** The same, but shared with nobody. Without a URL it is PGlite in memory. */
export async function openTestDatabase(
  sources: readonly MigrationSource[],
  url?: string,
): Promise<OwnTestDatabase> {
  const cleanUps: CleanUps = []
  const clone = url
    ? await serverTemplate(url, sources, cleanUps)
    : await memoryTemplate(sources, cleanUps)
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

async function closeShared(): Promise<void> {
  const databases = [...shared.values()]
  shared.clear()
  for (const database of databases) await database.then((opened) => opened.close()).catch(() => {})
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

/** A dump of the migrated database is kept between runs, under a name that says what is in it. */
async function memoryTemplate(
  sources: readonly MigrationSource[],
  cleanUps: CleanUps,
): Promise<() => Promise<Database>> {
  const folder = new URL('../../node_modules/.cache/weft/', import.meta.url)
  const file = new URL(`database-${contentOf(sources)}.tar.gz`, folder)
  if (!existsSync(file)) {
    const database = await openDatabase({ dataDirectory: '', memory: true })
    await migrate(database, sources, { now: instant })
    mkdirSync(folder, { recursive: true })
    const unfinished = new URL(`${file.href}.${process.pid}`)
    writeFileSync(unfinished, await database.dump())
    renameSync(unfinished, file)
    await database.close()
  }
  return async () => {
    const database = await openDatabase({
      dataDirectory: '',
      memory: true,
      load: readFileSync(file),
    })
    cleanUps.push(() => database.close())
    return database
  }
}

function contentOf(sources: readonly MigrationSource[]): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
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
  cleanUps: CleanUps,
): Promise<() => Promise<Database>> {
  const stem = `weft_test_${process.pid}_${(opened += 1)}`
  const template = `${stem}_template`
  await administer(url, `create database ${template} template template0 encoding 'UTF8'`)
  const migrated = await openDatabase({ dataDirectory: '', url: withDatabase(url, template) })
  await migrate(migrated, sources, { now: instant })
  await migrated.close()
  cleanUps.push(() => administer(url, `drop database if exists ${template} with (force)`))
  let count = 0
  return async () => {
    const name = `${stem}_${++count}`
    await administer(url, `create database ${name} template ${template}`)
    const database = await openDatabase({ dataDirectory: '', url: withDatabase(url, name) })
    cleanUps.push(async () => {
      await database.close()
      await administer(url, `drop database if exists ${name} with (force)`)
    })
    return database
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
