// One PGlite and what it can be asked: one request at a time; the queue is on the other side.
import { parse, PGlite, protocol } from '@electric-sql/pglite'
import { ArchiveFileSystem, unpack } from './archive-fs.ts'
import { DurableFileSystem } from './durable-fs.ts'
import { createStatementNames, nameFault } from './statement-names.ts'
import { parsers } from './text-form.ts'
import type {
  StatementResult,
  WorkerAnswer,
  WorkerRequest,
  WorkerStart,
} from './pglite-protocol.ts'

const serializers: Record<number, (value: unknown) => string> = {
  17: bytesAsText,
  114: refuseArray,
  3802: refuseArray,
}

/** PGlite over files or in memory, in whatever thread it is opened. */
export class PGliteSession {
  readonly #pg: PGlite
  readonly #files: DurableFileSystem | null
  readonly #names = createStatementNames()
  /** The types of the parameters of what is prepared, by name. */
  readonly #prepared = new Map<string, number[]>()

  private constructor(pg: PGlite, files: DurableFileSystem | null) {
    this.#pg = pg
    this.#files = files
    // Everything arrives as text written by `encodeParameter`, so that no type is written in two ways.
    pg.parsers = { ...parsers } as typeof pg.parsers
    pg.serializers = serializers
  }

  static async open({ directory, load, archive, program }: WorkerStart): Promise<PGliteSession> {
    const files = directory === null ? null : new DurableFileSystem(directory)
    const fs = files ?? (archive && new ArchiveFileSystem(archive))
    const pg = await PGlite.create({
      ...(fs ? { fs } : {}),
      pgliteWasmModule: program,
      startParams: startParameters(files !== null),
      // What is in memory alone is copied with its log for each that begins with it.
      ...(files ? {} : { initDbStartParams: ['--wal-segsize=1'] }),
      ...(load ? { loadDataDir: asBlob(unpack(load)) } : {}),
    })
    return new PGliteSession(pg, files)
  }

  /** The answer to a request; what goes wrong is one too. */
  answer(request: WorkerRequest): Promise<WorkerAnswer> {
    return this.#answer(request).catch((error) => ({
      id: request.id,
      error: describeError(error),
      ...this.state(),
    }))
  }

  state(): Pick<WorkerAnswer, 'inTransaction' | 'fsyncCount'> {
    const fsyncCount = this.#files?.fsyncCount ?? 0
    return { inTransaction: this.#pg.isInTransaction(), fsyncCount }
  }

  async #answer(request: WorkerRequest): Promise<WorkerAnswer> {
    switch (request.kind) {
      case 'query':
        return {
          id: request.id,
          results: await this.#query(request.sql, request.parameters),
          ...this.state(),
        }
      case 'dump': {
        const blob = await this.#pg.dumpDataDir('gzip')
        return { id: request.id, dump: new Uint8Array(await blob.arrayBuffer()), ...this.state() }
      }
      case 'close':
        await this.#pg.close()
        return {
          id: request.id,
          results: [],
          inTransaction: false,
          fsyncCount: this.#files?.fsyncCount ?? 0,
        }
    }
  }

  async #query(
    sql: string,
    parameters: Extract<WorkerRequest, { kind: 'query' }>['parameters'],
  ): Promise<StatementResult[]> {
    const results =
      parameters.length === 0
        ? await this.#pg.exec(sql, { rowMode: 'array' })
        : [await this.#ask(sql, parameters.map(asArgument))]
    const answered = results.filter((result) => result.command !== undefined)
    if (answered.length === 0) await this.#checkAlive(sql)
    return answered.map((result) => ({
      columns: result.fields.map((field) => field.name),
      rows: result.rows as unknown as unknown[][],
      command: result.command!,
      rowCount: result.rowCount ?? 0,
    }))
  }

  /** Runs a statement, under its name where it has one; one that fails for its name alone runs again without it. */
  async #ask(sql: string, values: unknown[]): Promise<Result> {
    const name = this.#names.nameOf(sql)
    const plainly = () => this.#pg.query<unknown[]>(sql, values, { rowMode: 'array' })
    if (name === null) return plainly()
    try {
      return await this.#askByName(name, sql, values)
    } catch (error) {
      if (nameFault(error) === null) throw error
      this.#names.renew(sql)
      // Within a transaction everything has failed with it: whoever runs the transaction runs it again.
      if (this.#pg.isInTransaction()) throw error
      return plainly()
    }
  }

  /** One message in place of PGlite's six, and no planning (PostgreSQL's protocol, 55.2.3 Extended Query). */
  async #askByName(name: string, sql: string, values: unknown[]): Promise<Result> {
    const { serialize } = protocol
    let types = this.#prepared.get(name)
    if (types === undefined) {
      const described = await this.#pg.execProtocolStream(
        joined(
          serialize.parse({ name, text: sql }),
          serialize.describe({ type: 'S', name }),
          serialize.sync(),
        ),
      )
      types = parse.parseDescribeStatementResults(described)
      this.#prepared.set(name, types)
    }
    const written = values.map((value, index) =>
      value === null ? null : (serializers[types[index]!] ?? String)(value),
    )
    const answered = await this.#pg.execProtocolStream(
      joined(
        serialize.bind({ statement: name, values: written }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ),
    )
    const [result] = parse.parseResults(answered, this.#pg.parsers, { rowMode: 'array' })
    return result as unknown as Result
  }

  /**
   * PGlite swallows the end of a dying backend (a failed fsync is a PANIC) and reports an empty
   * result instead. Text without a statement gives the same, so a question decides.
   */
  async #checkAlive(sql: string): Promise<void> {
    const [result] = await this.#pg.exec('select 1')
    if (result?.command !== 'SELECT') {
      throw new Error(`the database engine stopped while it ran: ${sql.slice(0, 200)}`, {
        cause: 'stopped',
      })
    }
  }
}

type Result = Awaited<ReturnType<typeof PGlite.prototype.query<unknown[]>>>

function startParameters(isDurable: boolean): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    // fdatasync never reaches the hook of the file system; fsync does.
    ...(isDurable ? ['-c', 'wal_sync_method=fsync'] : ['-F']),
    '-c',
    'shared_buffers=16MB',
    '-c',
    'timezone=UTC',
    '-c',
    'datestyle=ISO',
  ]
}

/** PGlite would copy what it unpacks three times. */
function asBlob(tar: Uint8Array<ArrayBuffer>): Blob {
  const bytes = tar.buffer.slice(tar.byteOffset, tar.byteOffset + tar.byteLength)
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes) })
}

function joined(...messages: Uint8Array[]): Uint8Array {
  return Buffer.concat(messages)
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
