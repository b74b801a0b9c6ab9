// Runs PGlite in a worker thread: a long statement then never blocks the requests, and a runaway
// one can be ended by ending the thread. One message at a time; the queue is on the other side.
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { parse, PGlite, protocol } from '@electric-sql/pglite'
import { DurableFileSystem } from './durable-fs.ts'
import { createStatementNames, nameFault } from './statement-names.ts'
import { parsers } from './types.ts'
import type {
  StatementResult,
  WorkerAnswer,
  WorkerRequest,
  WorkerStart,
} from './pglite-protocol.ts'

const { directory, load } = workerData as WorkerStart
const port = parentPort!
const files = directory === null ? null : new DurableFileSystem(directory)

const startParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  // fdatasync never reaches the hook of the file system; fsync does.
  ...(files ? ['-c', 'wal_sync_method=fsync'] : ['-F']),
  '-c',
  'shared_buffers=16MB',
  '-c',
  'timezone=UTC',
  '-c',
  'datestyle=ISO',
]

const pg = await PGlite.create({
  ...(files ? { fs: files } : {}),
  startParams: startParameters,
  // What is in memory alone is copied with its log for each that begins with it.
  ...(files ? {} : { initDbStartParams: ['--wal-segsize=1'] }),
  ...(load ? { loadDataDir: unpacked(load) } : {}),
})

// Everything arrives as text written by `encodeParameter`, so that no type is written in two ways.
pg.parsers = { ...parsers } as typeof pg.parsers
const serializers: Record<number, (value: unknown) => string> = {
  17: bytesAsText,
  114: refuseArray,
  3802: refuseArray,
}
pg.serializers = serializers

/** A dumped data folder, whether packed by gzip or zstd. PGlite would copy it three times while it unpacks. */
function unpacked(dump: Uint8Array): Blob {
  const options = { chunkSize: 64 * 1024 * 1024 }
  const isZstd = dump[0] === 0x28 && dump[1] === 0xb5
  const tar = isZstd ? zstdDecompressSync(dump, options) : gunzipSync(dump, options)
  const bytes = tar.buffer.slice(tar.byteOffset, tar.byteOffset + tar.byteLength)
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes as ArrayBuffer) })
}

const names = createStatementNames()
/** The types of the parameters of what is prepared, by name. */
const prepared = new Map<string, number[]>()

port.on('message', (request: WorkerRequest) => {
  answer(request).then(
    (reply) => port.postMessage(reply),
    (error) => port.postMessage({ id: request.id, error: describeError(error), ...state() }),
  )
})
port.postMessage({ id: 0, results: [], ...state() } satisfies WorkerAnswer)

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  switch (request.kind) {
    case 'query':
      return { id: request.id, results: await query(request.sql, request.parameters), ...state() }
    case 'dump': {
      const blob = await pg.dumpDataDir('gzip')
      return { id: request.id, dump: new Uint8Array(await blob.arrayBuffer()), ...state() }
    }
    case 'close':
      await pg.close()
      return {
        id: request.id,
        results: [],
        inTransaction: false,
        fsyncCount: files?.fsyncCount ?? 0,
      }
  }
}

async function query(
  sql: string,
  parameters: Extract<WorkerRequest, { kind: 'query' }>['parameters'],
): Promise<StatementResult[]> {
  const results =
    parameters.length === 0
      ? await pg.exec(sql, { rowMode: 'array' })
      : [await ask(sql, parameters.map(asArgument))]
  const answered = results.filter((result) => result.command !== undefined)
  if (answered.length === 0) await checkAlive(sql)
  return answered.map((result) => ({
    columns: result.fields.map((field) => field.name),
    rows: result.rows as unknown as unknown[][],
    command: result.command!,
    rowCount: result.rowCount ?? 0,
  }))
}

/** Runs a statement, under its name where it has one; one that fails for its name alone runs again without it. */
async function ask(sql: string, values: unknown[]): Promise<Result> {
  const name = names.nameOf(sql)
  const plainly = () => pg.query<unknown[]>(sql, values, { rowMode: 'array' })
  if (name === null) return plainly()
  try {
    return await askByName(name, sql, values)
  } catch (error) {
    if (nameFault(error) === null) throw error
    names.renew(sql)
    // Within a transaction everything has failed with it: whoever runs the transaction runs it again.
    if (pg.isInTransaction()) throw error
    return plainly()
  }
}

type Result = Awaited<ReturnType<typeof pg.query<unknown[]>>>

/** One message in place of PGlite's six, and no planning (PostgreSQL's protocol, 55.2.3 Extended Query). */
async function askByName(name: string, sql: string, values: unknown[]): Promise<Result> {
  const { serialize } = protocol
  let types = prepared.get(name)
  if (types === undefined) {
    const described = await pg.execProtocolStream(
      joined(
        serialize.parse({ name, text: sql }),
        serialize.describe({ type: 'S', name }),
        serialize.sync(),
      ),
    )
    types = parse.parseDescribeStatementResults(described)
    prepared.set(name, types)
  }
  const written = values.map((value, index) =>
    value === null ? null : (serializers[types[index]!] ?? String)(value),
  )
  const answered = await pg.execProtocolStream(
    joined(
      serialize.bind({ statement: name, values: written }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ),
  )
  const [result] = parse.parseResults(answered, pg.parsers, { rowMode: 'array' })
  return result as unknown as Result
}

function joined(...messages: Uint8Array[]): Uint8Array {
  return Buffer.concat(messages)
}

/**
 * PGlite swallows the end of a dying backend (a failed fsync is a PANIC) and reports an empty
 * result instead. Text without a statement gives the same, so a question decides.
 */
async function checkAlive(sql: string): Promise<void> {
  const [result] = await pg.exec('select 1')
  if (result?.command !== 'SELECT') {
    throw new Error(`the database engine stopped while it ran: ${sql.slice(0, 200)}`, {
      cause: 'stopped',
    })
  }
}

function asArgument(parameter: unknown): unknown {
  if (parameter === null || typeof parameter === 'string' || parameter instanceof Uint8Array) {
    return parameter
  }
  return new ArrayLiteral((parameter as { literal: string }).literal)
}

class ArrayLiteral {
  readonly literal: string
  constructor(literal: string) {
    this.literal = literal
  }
  toString(): string {
    return this.literal
  }
}

function bytesAsText(value: unknown): string {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(value)
}

function refuseArray(value: unknown): string {
  if (value instanceof ArrayLiteral) {
    throw new TypeError('an array for a jsonb column must be wrapped in json()')
  }
  return String(value)
}

function state() {
  return { inTransaction: pg.isInTransaction(), fsyncCount: files?.fsyncCount ?? 0 }
}

function describeError(error: unknown): Record<string, unknown> & { message: string } {
  if (!(error instanceof Error)) return { message: String(error), stopped: true }
  const source = error as unknown as Record<string, unknown>
  const fields = ['code', 'severity', 'detail', 'hint', 'position', 'where', 'schema', 'table']
  const described: Record<string, unknown> & { message: string } = { message: error.message }
  for (const field of [...fields, 'column', 'dataType', 'constraint', 'routine']) {
    if (source[field] !== undefined) described[field] = source[field]
  }
  described.stopped =
    error.cause === 'stopped' ||
    error instanceof WebAssembly.RuntimeError ||
    error.name === 'ExitStatus' ||
    described.severity === 'FATAL' ||
    described.severity === 'PANIC'
  return described
}
