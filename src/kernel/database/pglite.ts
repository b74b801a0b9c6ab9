import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { unpackedOnce } from './archive-fs.ts'
import { syncDirectory, syncTree } from './durable-fs.ts'
import { DatabaseError, idleInTransaction } from './failure.ts'
import { type FolderLock, lockFolder } from './lock.ts'
import { PGliteBridge } from './pglite-bridge.ts'
import type { StatementResult } from './pglite-protocol.ts'
import { encodeParameter } from './types.ts'

const engineMajor = '18'

export interface PGliteOptions {
  /** The data folder; the cluster is its sub-folder `database`. Null keeps everything in memory. */
  dataDirectory: string | null
  load?: Uint8Array
  /** In memory only: in the thread of the caller. */
  inThisThread?: boolean
  statementTimeoutMilliseconds: number
  idleTransactionMilliseconds: number
}

/** One PGlite behind a queue: whoever holds the session has it alone. */
export class PGliteEngine {
  readonly bridge: PGliteBridge
  readonly options: PGliteOptions
  readonly #lock: FolderLock | null
  #last: Promise<void> = Promise.resolve()

  constructor(bridge: PGliteBridge, options: PGliteOptions, lock: FolderLock | null) {
    this.bridge = bridge
    this.options = options
    this.#lock = lock
  }

  /** Waits for the session; whoever came first has it first. */
  async acquire(): Promise<Session> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    try {
      await this.bridge.ready()
      return new Session(this, resolve)
    } catch (error) {
      resolve()
      throw error
    }
  }

  async exclusively<T>(use: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.acquire()
    try {
      return await use(session)
    } finally {
      await session.release()
    }
  }

  async close(): Promise<void> {
    await this.#last
    try {
      await this.bridge.close()
    } finally {
      await this.#lock?.release()
    }
  }
}

/** Opens the cluster of a data folder, and makes it first where there is none. */
export async function openPGlite(options: PGliteOptions): Promise<PGliteEngine> {
  if (options.dataDirectory === null) {
    const archive = options.load ? unpackedOnce(options.load) : null
    const bridge = new PGliteBridge({ directory: null, load: null, archive }, options.inThisThread)
    return start(bridge, options, null)
  }
  const made = mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 })
  if (made) syncDirectory(dirname(made))
  const lock = await lockFolder(options.dataDirectory)
  try {
    const directory = await prepareCluster(options.dataDirectory, options.load ?? null)
    return await start(new PGliteBridge({ directory, load: null, archive: null }), options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function start(
  bridge: PGliteBridge,
  options: PGliteOptions,
  lock: FolderLock | null,
): Promise<PGliteEngine> {
  await bridge.ready()
  return new PGliteEngine(bridge, options, lock)
}

/**
 * A new cluster is built beside its place, synced file by file and then renamed: a first start that
 * was killed half-way, or a power cut just after it, leaves nothing that looks like a database.
 */
async function prepareCluster(dataDirectory: string, load: Uint8Array | null): Promise<string> {
  const directory = join(dataDirectory, 'database')
  const unfinished = join(dataDirectory, 'database.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  const exists = checkCluster(directory)
  if (exists && load) {
    throw new Error(`There is a database in ${directory} already; restore into an empty folder.`)
  }
  if (exists) return directory
  mkdirSync(unfinished, { mode: 0o700 })
  const builder = new PGliteBridge({ directory: unfinished, load, archive: null })
  try {
    await builder.ready()
    await builder.query('checkpoint', [], 0)
  } finally {
    await builder.close()
  }
  syncTree(unfinished)
  renameSync(unfinished, directory)
  syncDirectory(dataDirectory)
  return directory
}

function checkCluster(directory: string): boolean {
  const versionFile = join(directory, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim()
    if (version === engineMajor) return true
    throw new Error(
      `The database in ${directory} is of PostgreSQL ${version}, this program's engine is ${engineMajor}. ` +
        'Make a backup with the program that wrote it, and restore that.',
    )
  }
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Error(
      `${directory} is not empty and is not a database: move it away, then start again.`,
    )
  }
  return false
}

/** The right to use the session until it is released. */
export class Session {
  readonly #engine: PGliteEngine
  readonly #done: () => void
  readonly #generation: number
  #limit: number
  #idle: NodeJS.Timeout | undefined
  #failure: Error | null = null
  #over = false
  #released = false

  constructor(engine: PGliteEngine, done: () => void) {
    this.#engine = engine
    this.#done = done
    this.#generation = engine.bridge.generation
    this.#limit = engine.options.statementTimeoutMilliseconds
  }

  /** Sets how long each further statement may take; 0 is for ever. */
  limit(milliseconds: number): void {
    this.#limit = milliseconds
  }

  async run(sql: string, parameters: readonly unknown[]): Promise<StatementResult[]> {
    const { bridge } = this.#engine
    if (this.#failure) throw this.#failure
    if (this.#over || this.#released) throw new Error('the transaction is over')
    clearTimeout(this.#idle)
    try {
      const results = await bridge.query(
        sql,
        parameters.map(encodeParameter),
        this.#limit,
        this.#generation,
      )
      // PGlite ignores statement_timeout, so the setting is honoured here.
      const setting = /^\s*set local statement_timeout\s*(?:=|to)\s*(\d+)\s*;?\s*$/i.exec(sql)
      if (setting) this.limit(Number(setting[1]))
      return results
    } finally {
      this.#watchIdleness()
    }
  }

  /** Ends the transaction. A query that comes late, from a promise nobody waited for, must not run after it by itself. */
  async end(statement: 'commit' | 'rollback'): Promise<StatementResult | undefined> {
    const gone = this.#over || this.#failure || this.#engine.bridge.generation !== this.#generation
    if (statement === 'rollback' && gone) return undefined
    const ending = this.run(statement, [])
    this.#over = true
    return (await ending)[0]
  }

  async release(): Promise<void> {
    clearTimeout(this.#idle)
    if (this.#released) return
    this.#released = true
    try {
      const { bridge } = this.#engine
      if (bridge.inTransaction) await bridge.query('rollback', [], 10_000).catch(() => {})
    } finally {
      this.#done()
    }
  }

  #watchIdleness(): void {
    const limit = this.#engine.options.idleTransactionMilliseconds
    if (!this.#engine.bridge.inTransaction || this.#released || limit === 0) return
    this.#idle = setTimeout(() => {
      this.#failure = new DatabaseError({
        message: `a transaction waited ${limit} ms without a statement and was rolled back`,
        code: idleInTransaction,
      })
      void this.release()
    }, limit).unref()
  }
}

/** Called for each statement that an engine runs, with what it took. */
export type StatementObserver = (sql: string, milliseconds: number, error: unknown) => void

/** Kysely on a PGlite engine. `guard` may refuse to hand out the session. */
export class PGliteWorkerDialect implements Dialect {
  readonly #engine: PGliteEngine
  readonly #guard: () => void
  readonly #observe: StatementObserver
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db)

  constructor(engine: PGliteEngine, guard: () => void, observe: StatementObserver) {
    this.#engine = engine
    this.#guard = guard
    this.#observe = observe
  }

  createDriver(): Driver {
    const engine = this.#engine
    const guard = this.#guard
    const observe = this.#observe
    return {
      init: async () => {},
      destroy: () => engine.close(),
      async acquireConnection() {
        guard()
        return new Connection(await engine.acquire(), observe)
      },
      releaseConnection: (connection) => (connection as Connection).session.release(),
      beginTransaction: (connection, settings) =>
        (connection as Connection).execute(beginStatement(settings)),
      async commitTransaction(connection) {
        const result = await (connection as Connection).session.end('commit')
        if (result?.command === 'ROLLBACK') throw new AbortedTransactionError()
      },
      async rollbackTransaction(connection) {
        await (connection as Connection).session.end('rollback')
      },
    }
  }
}

function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : ''
  return `start transaction${isolation}${accessMode ? ` ${accessMode}` : ''}`
}

class Connection implements DatabaseConnection {
  readonly session: Session
  readonly #observe: StatementObserver

  constructor(session: Session, observe: StatementObserver) {
    this.session = session
    this.#observe = observe
  }

  async execute(sql: string): Promise<void> {
    await this.session.run(sql, [])
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const start = performance.now()
    try {
      const results = await this.session.run(query.sql, query.parameters)
      this.#observe(query.sql, performance.now() - start, null)
      return asQueryResult<R>(results.at(-1))
    } catch (error) {
      this.#observe(query.sql, performance.now() - start, error)
      throw withCallersStack(error)
    }
  }

  // oxlint-disable-next-line require-yield -- the engine answers in one piece.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite cannot stream; read by pages of a key instead.')
  }
}

function asQueryResult<R>(result: StatementResult | undefined): QueryResult<R> {
  if (!result) return { rows: [] }
  const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command)
  return {
    rows: asObjects(result) as R[],
    ...(changes ? { numAffectedRows: BigInt(result.rowCount) } : {}),
  }
}

/** Rows as objects: the worker sends them as lists, which are cheaper to copy between threads. */
export function asObjects({ columns, rows }: StatementResult): Record<string, unknown>[] {
  return rows.map((row) => {
    const object: Record<string, unknown> = {}
    for (let index = 0; index < columns.length; index += 1) object[columns[index]!] = row[index]
    return object
  })
}

/** The error was made in a message handler; the reader wants to know who asked. */
function withCallersStack(error: unknown): unknown {
  if (error instanceof Error) {
    const caller = new Error('').stack?.split('\n').slice(2).join('\n') ?? ''
    error.stack = `${error.name}: ${error.message}\n${caller}`
  }
  return error
}
