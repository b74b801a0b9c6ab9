import type { Parameter } from './types.ts'

/** What the worker is started with; a null directory keeps everything in memory. */
export interface WorkerStart {
  directory: string | null
  /** The packed dump that a folder is filled from. */
  load: Uint8Array | null
  /** The unpacked dump that memory begins with. */
  archive: SharedArrayBuffer | null
  /** PGlite's program, compiled once for all threads of the process. */
  program: WebAssembly.Module
}

export type WorkerRequest =
  | { id: number; kind: 'query'; sql: string; parameters: Parameter[] }
  | { id: number; kind: 'dump' }
  | { id: number; kind: 'close' }

export interface StatementResult {
  columns: string[]
  rows: unknown[][]
  command: string
  rowCount: number
}

/** The worker's answer, with the state of its session after the request. */
export interface WorkerAnswer {
  id: number
  results?: StatementResult[]
  dump?: Uint8Array
  error?: Record<string, unknown> & { message: string; stopped?: boolean }
  inTransaction: boolean
  fsyncCount: number
}

/** Where an engine runs: what the near side needs of a worker thread. */
export interface EngineThread {
  postMessage(request: WorkerRequest): void
  ref(): void
  unref(): void
  terminate(): Promise<number>
}
