import type { Database, WorkRunner } from '#kernel/database'
import type { JobType } from './job-type.ts'

/** What a runner of jobs needs. */
export interface JobRunnerParts {
  database: Database
  runner: WorkRunner
  // oxlint-disable-next-line typescript/no-explicit-any -- a list holds jobs of every payload.
  jobs: readonly JobType<any, any>[]
  services: unknown
  now: () => Date
  /** Told of every failed attempt; the queue itself keeps the last one. */
  onError: (failure: { type: string; id: string; attempt: number; error: unknown }) => void
  /** Jobs at a time in this process; 2 unless said. */
  concurrency?: number
  /** Time between two looks into the queue; a second unless said. */
  intervalMs?: number
  /** Spreads retries; `Math.random` unless said. */
  random?: () => number
}
