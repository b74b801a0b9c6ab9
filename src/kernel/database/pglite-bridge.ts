import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { adminShutdown, crashShutdown, DatabaseError, queryCanceled } from './failure.ts'
import type {
  EngineThread,
  StatementResult,
  WorkerAnswer,
  WorkerRequest,
  WorkerStart,
} from './pglite-protocol.ts'
import type { Parameter } from './types.ts'

type RequestBody = WorkerRequest extends infer R
  ? R extends unknown
    ? Omit<R, 'id'>
    : never
  : never
type Pending = { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }

/**
 * The near side of the worker that runs PGlite: one request at a time. A request that runs past its
 * limit, or that kills the engine, ends the worker; the next request starts another one.
 */
export class PGliteBridge {
  readonly #start: Omit<WorkerStart, 'program'>
  readonly #inThisThread: boolean
  #worker: EngineThread | null = null
  #starting: Promise<void> | null = null
  #pending: Pending | null = null
  #last: Promise<unknown> = Promise.resolve()
  #lastId = 0
  #closed = false
  /** Grows whenever a worker starts or is lost: a transaction of an older one is gone. */
  generation = 0
  inTransaction = false
  fsyncCount = 0

  constructor(start: Omit<WorkerStart, 'program'>, inThisThread = false) {
    this.#start = start
    this.#inThisThread = inThisThread
  }

  /** Starts the engine if it does not run. */
  async ready(): Promise<void> {
    if (this.#closed) throw new Error('the database is closed')
    if (this.#worker) return
    this.#starting ??= this.#launch().finally(() => (this.#starting = null))
    await this.#starting
  }

  async query(
    sql: string,
    parameters: Parameter[],
    limitMilliseconds: number,
    generation?: number,
  ): Promise<StatementResult[]> {
    const request = { kind: 'query', sql, parameters } as const
    const { results } = await this.#ask(request, limitMilliseconds, generation)
    return results ?? []
  }

  async dump(): Promise<Uint8Array> {
    return (await this.#ask({ kind: 'dump' }, 0)).dump!
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#starting?.catch(() => {})
    try {
      if (this.#worker) await this.#ask({ kind: 'close' }, 60_000)
    } finally {
      this.#closed = true
      const worker = this.#worker
      this.#worker = null
      await worker?.terminate()
    }
  }

  async #launch(): Promise<void> {
    const start = { ...this.#start, program: await compiledProgram() }
    const worker = this.#inThisThread ? await this.#openHere(start) : await this.#openThread(start)
    worker.unref()
    this.generation += 1
    this.inTransaction = false
  }

  async #openThread(start: WorkerStart): Promise<EngineThread> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: start,
      // The loader of the main thread is for pages and is found from another folder.
      execArgv: [],
      name: 'database',
    })
    const started = new Promise<WorkerAnswer>((resolve, reject) => {
      this.#pending = { resolve, reject }
    })
    worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#lose(worker, error as Error))
    worker.on('exit', () => this.#lose(worker, new Error('the database engine stopped')))
    this.#worker = worker
    await started
    return worker
  }

  async #openHere(start: WorkerStart): Promise<EngineThread> {
    const { openHere } = await import('./pglite-here.ts')
    return (this.#worker = await openHere(start, (answer) => this.#settle(answer)))
  }

  /**
   * Requests wait for each other; a limit begins when the request is sent. One that belongs to a
   * generation is never sent to a later one: there it would run outside its transaction.
   */
  #ask(request: RequestBody, limit: number, generation?: number): Promise<WorkerAnswer> {
    const answer = this.#last.then(() => {
      if (generation !== undefined && generation !== this.generation) {
        throw new DatabaseError({
          message: 'the transaction was lost with its session',
          code: adminShutdown,
        })
      }
      return this.#send(request, limit)
    })
    this.#last = answer.catch(() => {})
    return answer
  }

  async #send(request: RequestBody, limitMilliseconds: number): Promise<WorkerAnswer> {
    await this.ready()
    const worker = this.#worker!
    const limit = limitMilliseconds
      ? setTimeout(() => this.#end(worker, limitMilliseconds), limitMilliseconds)
      : undefined
    worker.ref()
    try {
      const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
        this.#pending = { resolve, reject }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
        worker.postMessage({ ...request, id: ++this.#lastId })
      })
      if (answer.error?.stopped) {
        this.#lose(worker, new Error(answer.error.message))
        throw new DatabaseError({ code: crashShutdown, ...answer.error })
      }
      if (answer.error) throw new DatabaseError(answer.error)
      return answer
    } finally {
      clearTimeout(limit)
      worker.unref()
    }
  }

  #settle(answer: WorkerAnswer): void {
    this.inTransaction = answer.inTransaction
    this.fsyncCount = answer.fsyncCount
    const pending = this.#pending
    this.#pending = null
    pending?.resolve(answer)
  }

  #end(worker: EngineThread, limitMilliseconds: number): void {
    this.#lose(
      worker,
      new DatabaseError({
        message: `the statement was ended after ${limitMilliseconds} ms (statement_timeout)`,
        code: queryCanceled,
      }),
    )
  }

  #lose(worker: EngineThread, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    this.generation += 1
    this.inTransaction = false
    void worker.terminate()
    const pending = this.#pending
    this.#pending = null
    pending?.reject(
      error instanceof DatabaseError
        ? error
        : new DatabaseError({ message: error.message, code: crashShutdown }),
    )
    // What was in memory only is gone; another worker would begin with nothing.
    if (this.#start.directory === null) this.#closed = true
  }
}

let program: Promise<WebAssembly.Module> | undefined

async function compiledProgram(): Promise<WebAssembly.Module> {
  const path = new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))
  program ??= readFile(path).then((bytes) => WebAssembly.compile(bytes))
  try {
    return await program
  } catch (error) {
    // A lack of memory or of handles passes; the next start tries again.
    program = undefined
    throw error
  }
}
