import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { type Database, transaction } from './engine.ts'
import type { Tables } from './tables.ts'

/** The migrations of one module: its `.sql` files. */
export interface MigrationSource {
  name: string
  directory: URL
}

/** What a run of the migrations did. */
export interface MigrationReport {
  /** `module/file` of each one that was applied now, in the order of application. */
  applied: string[]
  /** How many had been applied before. */
  unchanged: number
  /** Applied before and no longer there: their module was taken away, their tables stay. */
  orphaned: string[]
}

interface Migration {
  module: string
  name: string
  text: string
  checksum: string
}

/** An applied migration was edited, is misnamed, or failed. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

/**
 * Applies the migrations that the database lacks, by their timestamps across all modules, each in a
 * transaction of its own. An older one that comes late (a branch that was merged) is applied too.
 * Refuses when a file that was applied has changed. Two processes never migrate at once.
 */
export async function migrate(
  database: Database,
  sources: readonly MigrationSource[],
  options: {
    now?: Date
    onProgress?: (migration: string, index: number, total: number) => void
  } = {},
): Promise<MigrationReport> {
  const files = await collect(sources)
  await createBookkeeping(database)
  const before = await readApplied(database.kysely)
  refuseChanged(files, before)
  const missing = files.filter((file) => !before.has(label(file)))
  const applied: string[] = []
  for (const [index, file] of missing.entries()) {
    options.onProgress?.(label(file), index, missing.length)
    if (await apply(database, file, options.now ?? new Date())) applied.push(label(file))
  }
  const known = new Set(files.map(label))
  return {
    applied,
    unchanged: files.length - applied.length,
    orphaned: [...before.keys()].filter((name) => !known.has(name)),
  }
}

async function collect(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const found = await Promise.all(sources.map(readSource))
  // Sorting is stable: of two with one timestamp, that of the lower module comes first.
  return found
    .flat()
    .sort((a, b) => (timestamp(a) < timestamp(b) ? -1 : timestamp(a) > timestamp(b) ? 1 : 0))
}

async function readSource({ name: module, directory }: MigrationSource): Promise<Migration[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const scripts = names.filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    scripts.map(async (file) => {
      if (!/^\d{12}_[a-z0-9_-]+\.sql$/.test(file)) {
        throw new MigrationError(
          `${module}/${file}: a migration is named <UTC yyyymmddhhmm>_<name>.sql, in lower case`,
        )
      }
      const base = directory.href.endsWith('/') ? directory : new URL(`${directory.href}/`)
      const text = (await readFile(new URL(file, base), 'utf8')).replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { module, name: file.slice(0, -'.sql'.length), text, checksum }
    }),
  )
}

function timestamp(migration: Migration): string {
  return migration.name.slice(0, 12)
}

function label(migration: { module: string; name: string }): string {
  return `${migration.module}/${migration.name}`
}

async function createBookkeeping(database: Database): Promise<void> {
  await transaction(database, async (trx) => {
    await takeLock(trx)
    await trx.executeQuery(
      CompiledQuery.raw(`create table if not exists migrations (
        module text not null,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null,
        primary key (module, name)
      )`),
    )
  })
}

async function readApplied(kysely: Kysely<Tables>): Promise<Map<string, string>> {
  const { rows } = await sql<{
    module: string
    name: string
    checksum: string
  }>`select module, name, checksum from migrations order by name, module`.execute(kysely)
  return new Map(rows.map((row) => [label(row), row.checksum]))
}

function refuseChanged(files: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const changed = files.filter((file) => {
    const checksum = applied.get(label(file))
    return checksum !== undefined && checksum !== file.checksum
  })
  if (changed.length > 0) {
    throw new MigrationError(
      `These migrations were changed after they had been applied: ${changed.map(label).join(', ')}. ` +
        'Put the old text back, and write what is new as a new migration.',
    )
  }
}

/** False when another process had applied it while this one waited for the lock. */
async function apply(database: Database, migration: Migration, now: Date): Promise<boolean> {
  const { module, name, text, checksum } = migration
  try {
    return await transaction(
      database,
      async (trx) => {
        await trx.executeQuery(CompiledQuery.raw('set local statement_timeout = 0'))
        await takeLock(trx)
        const already = await readApplied(trx)
        refuseChanged([migration], already)
        if (already.has(label(migration))) return false
        const started = await transactionId(trx)
        await trx.executeQuery(CompiledQuery.raw(text))
        if ((await transactionId(trx)) !== started) {
          throw new MigrationError('it contains a commit or rollback; the runner does that')
        }
        await sql`insert into migrations (module, name, checksum, applied_at)
          values (${module}, ${name}, ${checksum}, ${now})`.execute(trx)
        return true
      },
      { retries: 0 },
    )
  } catch (error) {
    throw new MigrationError(`${label(migration)}: ${(error as Error).message}`, { cause: error })
  }
}

async function transactionId(trx: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(trx)
  return rows[0]!.id
}

/** Held until the transaction ends; the number is arbitrary and only this runner uses it. */
async function takeLock(trx: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(8213907441)`.execute(trx)
}
