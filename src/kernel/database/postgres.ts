import pg from 'pg'
import { type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { StatementObserver } from './pglite.ts'
import { createStatementNames, nameFault, type StatementNames } from './statement-names.ts'
import { encodeParameter, pgTypeParsers } from './types.ts'

const oldestVersion = 150_000

export interface PostgresOptions {
  url: string
  poolSize: number
  statementTimeoutMilliseconds: number
  idleTransactionMilliseconds: number
}

/** A pool of connections to a PostgreSQL server, each with the settings that PGlite has too. */
export async function openPostgres(
  options: PostgresOptions,
): Promise<{ pool: pg.Pool; version: string }> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'weft',
    // An idle pool alone must not keep a command running.
    allowExitOnIdle: true,
    keepAlive: true,
    types: pgTypeParsers as never,
    onConnect: async (client) =>
      void (await client.query({
        text: sessionSettings(options),
        ...patience(options.statementTimeoutMilliseconds),
      })),
  })
  // A connection that the server dropped while idle: the pool forgets it, the next query takes another.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  try {
    return { pool, version: await checkServer(pool) }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/**
 * The pool as Kysely's PostgreSQL dialect takes it: parameters are written as for PGlite, every
 * statement is observed, and `guard` may refuse to hand out a connection.
 */
export function kyselyPool(
  pool: pg.Pool,
  guard: () => void,
  observe: StatementObserver,
  statementTimeoutMilliseconds: number,
): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, ObservedClient>()
  const names = createStatementNames()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      guard()
      const client = await pool.connect()
      const known = wrapped.get(client)
      known?.reset()
      if (known) return known
      const observed = observedClient(client, observe, names, statementTimeoutMilliseconds)
      wrapped.set(client, observed)
      return observed
    },
  }
}

/** A parameter as the `pg` driver sends it. */
export function asPgParameter(value: unknown): string | null | Buffer {
  const encoded = encodeParameter(value)
  if (encoded === null || typeof encoded === 'string') return encoded
  if (encoded instanceof Uint8Array) {
    return Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  }
  return encoded.literal
}

type ObservedClient = PostgresPoolClient & { reset(): void }

const ownLimit = /^\s*set local statement_timeout\s*(?:=|to)\s*(\d+)\s*;?\s*$/i

/** A server that hangs does not end a statement either: some time after it should have, it is waited for no longer. */
export function patience(limit: number): { query_timeout?: number } {
  return limit === 0 ? {} : { query_timeout: Math.round(limit * 1.2) + 1000 }
}

/** The driver's word for a server that did not answer in that time; it has no code. */
export function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout'
}

function observedClient(
  client: pg.PoolClient,
  observe: StatementObserver,
  names: StatementNames,
  usualLimit: number,
): ObservedClient {
  // A query that comes late, from a promise nobody waited for, must not run by itself after its transaction.
  let over = false
  let spoilt = false
  let lost: Error | null = null
  let limit = usualLimit
  client.on('error', (error) => (lost ??= error))
  const query = async (sql: string, parameters: readonly unknown[]) => {
    if (/^(begin|start transaction)/.test(sql)) over = false
    if (over && sql !== 'rollback') throw new Error('the transaction is over')
    if (sql === 'commit' || sql === 'rollback') {
      over = true
      limit = usualLimit
    }
    const newLimit = ownLimit.exec(sql)?.[1]
    if (newLimit !== undefined) limit = Number(newLimit)
    if (lost && sql === 'rollback') return { command: 'ROLLBACK', rows: [], rowCount: 0 }
    const start = performance.now()
    try {
      const values = parameters.map(asPgParameter)
      const answer = await ask(client, names, { text: sql, values, ...patience(limit) })
      observe(sql, performance.now() - start, null)
      // A script of several statements answers with a list.
      return Array.isArray(answer) ? answer.at(-1) : answer
    } catch (error) {
      observe(sql, performance.now() - start, error)
      // Nobody knows what the server still does with it: the connection is not used again.
      if (isSilence(error)) {
        lost ??= error
        spoilt = true
      }
      // The server's word on the state of the connection comes after the error.
      spoilt ||= parameters.length === 0 && /\bbegin\b|\bstart transaction\b/i.test(sql)
      // The connection went while nothing was asked: the server's reason says more than "not queryable".
      throw lost ?? error
    }
  }
  return {
    reset: () => void (over = false),
    query: query as unknown as PostgresPoolClient['query'],
    // A connection given back within a transaction (SQL text that began one and failed) is not used again.
    release: (destroy?: boolean) =>
      client.release(destroy || spoilt || transactionStatus(client) !== 'I'),
    get processID() {
      return (client as { processID?: number }).processID
    },
  } as ObservedClient
}

/** Runs a statement, under its name where it has one; one that fails for its name alone runs again without it. */
async function ask(
  client: pg.PoolClient,
  names: StatementNames,
  query: { text: string; values: (string | null | Buffer)[] },
): Promise<pg.QueryResult | pg.QueryResult[]> {
  const { text } = query
  const name = query.values.length === 0 ? null : names.nameOf(text)
  if (name === null) return client.query(query)
  try {
    return await client.query({ name, ...query })
  } catch (error) {
    const fault = nameFault(error)
    if (fault === 'outdated') names.renew(text)
    if (fault === 'unknown') names.stop()
    // Within a transaction everything has failed with it: whoever runs the transaction runs it again.
    if (fault === null || transactionStatus(client) !== 'I') throw error
    return client.query(query)
  }
}

function transactionStatus(client: pg.PoolClient): string | null {
  return (client as { getTransactionStatus?: () => string | null }).getTransactionStatus!()
}

function sessionSettings(options: PostgresOptions): string {
  return [
    "set timezone = 'UTC'",
    "set datestyle = 'ISO'",
    "set intervalstyle = 'postgres'",
    "set client_encoding = 'UTF8'",
    `set statement_timeout = ${options.statementTimeoutMilliseconds}`,
    `set idle_in_transaction_session_timeout = ${options.idleTransactionMilliseconds}`,
  ].join(';')
}

async function checkServer(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding`,
  )
  const { version, number, encoding } = rows[0] as {
    version: string
    number: number
    encoding: string
  }
  if (number < oldestVersion) {
    throw new Error(
      `The PostgreSQL server is version ${version}; version 15 or later is needed. ` +
        'Upgrade the server, or name another one in DATABASE_URL.',
    )
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database's encoding is ${encoding}; UTF8 is needed. Create it with: ` +
        'createdb --encoding=UTF8 --template=template0 NAME',
    )
  }
  return version
}
