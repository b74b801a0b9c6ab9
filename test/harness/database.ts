import { CompiledQuery, type Kysely } from 'kysely'
import { type Database, type MigrationSource, type Tables, transaction } from '#kernel/database'
import { type CleanUps, type Contents, nothing, type Template, templateOf } from './templates.ts'

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

const templates = new Map<string, Promise<Template>>()
const ofTheProcess: (() => Promise<void>)[] = []
const shared = new Map<string, Promise<OwnTestDatabase>>()

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

/** A test database that is shared with nobody. Without a URL it is PGlite in memory, in the caller's own thread if so wished. */
export async function openTestDatabase(
  sources: readonly MigrationSource[],
  url?: string,
  { inThisThread = false } = {},
): Promise<OwnTestDatabase> {
  const cleanUps: CleanUps = []
  const { clone } = await templateOf(url, sources, nothing, cleanUps, inThisThread)
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
