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

const opened = new Map<string, Promise<TestDatabase>>()
const cleanUps: (() => Promise<void>)[] = []
const instant = new Date('2026-11-22T00:00:00Z')

process.once('beforeExit', () => void closeTestDatabases())

/**
 * The test database with the migrations of `sources`: PGlite in memory, or a scratch database on the
 * server that WEFT_TEST_DATABASE_URL names. The same sources give the same database within a process.
 */
export function testDatabase(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  const key = JSON.stringify(sources.map(({ name, directory }) => [name, directory.href]))
  const known = opened.get(key) ?? open(sources)
  opened.set(key, known)
  return known
}

/** Closes and drops all of them; happens by itself when the process has nothing left to do. */
export async function closeTestDatabases(): Promise<void> {
  opened.clear()
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
}

async function open(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  const url = process.env.WEFT_TEST_DATABASE_URL
  const clone = url ? await serverTemplate(url, sources) : await memoryTemplate(sources)
  const database = await clone()
  return { database, clone, withRollback: (test) => withRollback(database, test) }
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
): Promise<() => Promise<Database>> {
  const stem = `weft_test_${process.pid}_${contentOf(sources).slice(0, 12)}`
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

async function administer(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ dataDirectory: '', url, poolSize: 1 })
  await database.execute(statement).finally(() => database.close())
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
