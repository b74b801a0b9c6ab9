import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type IsolationLevel,
  Kysely,
  PostgresDialect,
  type Transaction,
} from 'kysely'
import type pg from 'pg'
import { sqlState } from './failure.ts'
import { nameFault } from './statement-names.ts'
import { asObjects, openPGlite, type PGliteEngine, PGliteWorkerDialect } from './pglite.ts'
import { asPgParameter, isSilence, kyselyPool, patience, openPostgres } from './postgres.ts'
import type { Tables } from './tables.ts'

/** Where the database is. */
export interface DatabaseConfig {
  /** `postgres://…` of a server; without it PGlite keeps its files in the data folder. */
  url?: string
  /** The data folder; PGlite's files are in its sub-folder `database`. */
  dataDirectory: string
  /** Connections to a PostgreSQL server at most; 10 unless said. */
  poolSize?: number
  /** PGlite without files, for tests. */
  memory?: boolean
  /** With `memory`: the dump to start from. */
  load?: Uint8Array
  /** With `memory`: in the thread of the caller, which spares several switches of threads a statement, and has no limits of time. */
  inThisThread?: boolean
  /** A statement is ended after this time; 30 s unless said, 0 for never. `set local statement_timeout = …` changes it for a transaction. */
  statementTimeoutMilliseconds?: number
  /** A transaction that asks nothing for so long is rolled back; 60 s unless said, 0 for never. */
  idleTransactionMilliseconds?: number
}

/** One statement that ran, for metrics and for tests that count. */
export interface QueryEvent {
  sql: string
  milliseconds: number
  error: unknown
}

/** One open database, the same on both engines. */
export interface Database {
  readonly kysely: Kysely<Tables>
  readonly engine: 'pglite' | 'postgres'
  /** The version of PostgreSQL that the engine is. */
  readonly version: string
  readonly config: DatabaseConfig
  /** Statements run so far, without begin, commit, rollback and savepoints. */
  queryCount(): number
  /** Tells of every statement until the returned function is called. */
  onQuery(listener: (event: QueryEvent) => void): () => void
  /** Runs SQL text; without parameters it may hold several statements, whose rows come one after the other. `limitMilliseconds` stands for the usual limit of a statement; 0 is none. */
  execute(
    sql: string,
    parameters?: readonly unknown[],
    options?: { limitMilliseconds?: number },
  ): Promise<{ rows: Record<string, unknown>[] }>
  /** Runs a script of several statements in one transaction. */
  sqlScript(text: string): Promise<void>
  /** PGlite only: the data folder as a gzipped tar, consistent at the moment of the call. */
  dump(): Promise<Uint8Array>
  /** PGlite on files only: real fsync calls so far. */
  fsyncCount(): number
  close(): Promise<void>
}

/** Opens PGlite or PostgreSQL; refuses a server older than 15, and a folder that another process has open. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const observer = createObserver()
  const limits = {
    statementTimeoutMilliseconds: config.statementTimeoutMilliseconds ?? 30_000,
    idleTransactionMilliseconds: config.idleTransactionMilliseconds ?? 60_000,
  }
  if (config.url) {
    const { url, poolSize = 10 } = config
    const usualLimit = limits.statementTimeoutMilliseconds
    const { pool, version } = await openPostgres({ url, poolSize, ...limits })
    const dialect = new PostgresDialect({
      pool: kyselyPool(pool, refuseInsideTransaction, observer.observe, usualLimit),
    })
    const kysely = new Kysely<Tables>({ dialect })
    return postgresDatabase(config, kysely, pool, version, observer, usualLimit)
  }
  const engine = await openPGlite({
    dataDirectory: config.memory ? null : config.dataDirectory,
    ...(config.load ? { load: config.load } : {}),
    ...(config.inThisThread ? { inThisThread: true } : {}),
    ...limits,
  })
  const dialect = new PGliteWorkerDialect(engine, refuseInsideTransaction, observer.observe)
  return pgliteDatabase(config, new Kysely<Tables>({ dialect }), engine, observer)
}

/**
 * Runs `run` in one transaction, again up to `retries` times (3 unless said) when the database asks
 * for it. On a database that already is a transaction, as in tests, it runs in a savepoint.
 */
export async function transaction<T>(
  database: Pick<Database, 'kysely'>,
  run: (trx: Kysely<Tables>) => Promise<T>,
  options: { isolation?: IsolationLevel; retries?: number } = {},
): Promise<T> {
  const { kysely } = database
  if (kysely.isTransaction) return savepoint(kysely, run)
  const builder = options.isolation
    ? kysely.transaction().setIsolationLevel(options.isolation)
    : kysely.transaction()
  return retrying(() => builder.execute((trx) => inside(trx, run)), options.retries)
}

/** Runs `run` in a savepoint of a transaction: what it wrote is undone when it throws. */
export async function savepoint<T>(
  trx: Kysely<Tables>,
  run: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const open = openSavepoints.get(trx) ?? []
  openSavepoints.set(trx, open)
  const name = `part_${open.length + 1}`
  open.push(name)
  await raw(trx, `savepoint ${name}`)
  try {
    const result = await run(trx)
    if (open.at(-1) !== name) throw new Error('savepoints of one transaction ran at the same time')
    await raw(trx, `release savepoint ${name}`)
    return result
  } catch (error) {
    await raw(trx, `rollback to savepoint ${name}; release savepoint ${name}`).catch(() => {})
    throw error
  } finally {
    open.splice(open.lastIndexOf(name))
  }
}

/** Repeats what failed because of others: serialization failure (40001), deadlock (40P01), or a plan whose tables have changed, after a short wait. */
export async function retrying<T>(run: () => Promise<T>, retries = 3): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      const state = sqlState(error)
      const isOthers = state === '40001' || state === '40P01' || nameFault(error) !== null
      if (attempt >= retries || !isOthers) throw error
      await sleep((10 + Math.random() * 20) * 2 ** attempt)
    }
  }
}

const openSavepoints = new WeakMap<Kysely<Tables>, string[]>()
const insideTransaction = new AsyncLocalStorage<{ open: boolean }>()

async function inside<T>(
  trx: Transaction<Tables>,
  run: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const state = { open: true }
  try {
    return await insideTransaction.run(state, () => run(trx))
  } finally {
    state.open = false
  }
}

/** On PGlite such a query would wait for itself for ever, on PostgreSQL it would not see the transaction. */
function refuseInsideTransaction(): void {
  if (insideTransaction.getStore()?.open) {
    throw new Error(
      'inside a transaction, query through the transaction and not through the database',
    )
  }
}

async function raw(kysely: Kysely<Tables>, sql: string): Promise<void> {
  await kysely.executeQuery(CompiledQuery.raw(sql))
}

interface Observer {
  observe: (sql: string, milliseconds: number, error: unknown) => void
  count(): number
  subscribe(listener: (event: QueryEvent) => void): () => void
}

function createObserver(): Observer {
  const listeners = new Set<(event: QueryEvent) => void>()
  let count = 0
  return {
    observe(sql, milliseconds, error) {
      if (transactionControl.test(sql)) return
      count += 1
      for (const listener of listeners) listener({ sql, milliseconds, error })
    },
    count: () => count,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const transactionControl =
  /^\s*(begin|start transaction|commit|rollback|savepoint|release|set local)\b/i

type Shared = 'queryCount' | 'onQuery' | 'sqlScript' | 'kysely' | 'config' | 'close'

function shared(
  config: DatabaseConfig,
  kysely: Kysely<Tables>,
  observer: Observer,
): Pick<Database, Shared> {
  return {
    config,
    kysely,
    queryCount: observer.count,
    onQuery: observer.subscribe,
    sqlScript: (text) => transaction({ kysely }, (trx) => raw(trx, text)),
    close: () => kysely.destroy(),
  }
}

async function pgliteDatabase(
  config: DatabaseConfig,
  kysely: Kysely<Tables>,
  engine: PGliteEngine,
  observer: Observer,
): Promise<Database> {
  const execute: Database['execute'] = async (sql, parameters = [], options = {}) => {
    refuseInsideTransaction()
    const start = performance.now()
    try {
      const results = await engine.exclusively((session) => {
        if (options.limitMilliseconds !== undefined) session.limit(options.limitMilliseconds)
        return session.run(sql, parameters)
      })
      observer.observe(sql, performance.now() - start, null)
      return { rows: results.flatMap(asObjects) }
    } catch (error) {
      observer.observe(sql, performance.now() - start, error)
      throw error
    }
  }
  const { rows } = await kysely.executeQuery<{ version: string }>(
    CompiledQuery.raw("select current_setting('server_version') as version"),
  )
  return {
    ...shared(config, kysely, observer),
    engine: 'pglite',
    version: rows[0]!.version,
    execute,
    dump: () =>
      engine.exclusively(async (session) => {
        session.limit(0)
        await session.run('checkpoint', [])
        return engine.bridge.dump()
      }),
    fsyncCount: () => engine.bridge.fsyncCount,
  }
}

function postgresDatabase(
  config: DatabaseConfig,
  kysely: Kysely<Tables>,
  pool: pg.Pool,
  version: string,
  observer: Observer,
  usualLimit: number,
): Database {
  const execute: Database['execute'] = async (sql, parameters = [], options = {}) => {
    refuseInsideTransaction()
    const client = await pool.connect()
    const limit = options.limitMilliseconds
    const waits = patience(limit ?? usualLimit)
    const start = performance.now()
    let isSilent = false
    try {
      if (limit !== undefined) {
        await client.query({ text: `set statement_timeout = ${limit}`, ...waits })
      }
      const answer: pg.QueryResult | pg.QueryResult[] = await client.query({
        text: sql,
        values: parameters.map(asPgParameter),
        ...waits,
      })
      observer.observe(sql, performance.now() - start, null)
      return {
        rows: (Array.isArray(answer) ? answer : [answer]).flatMap((result) => result.rows ?? []),
      }
    } catch (error) {
      observer.observe(sql, performance.now() - start, error)
      // A script that failed between its begin and its commit would leave the connection unusable.
      isSilent = isSilence(error)
      if (!isSilent) await client.query('rollback').catch(() => {})
      throw error
    } finally {
      // A connection with a limit of its own is not used again.
      client.release(isSilent || limit !== undefined)
    }
  }
  return {
    ...shared(config, kysely, observer),
    engine: 'postgres',
    version,
    execute,
    dump: () => Promise.reject(new Error('A PostgreSQL server is dumped with backup().')),
    fsyncCount: () => 0,
  }
}
