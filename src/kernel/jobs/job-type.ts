import type { Database, WorkContext, WorkRunner } from '#kernel/database'
import type { Schedule } from './schedule.ts'

/** What a running job is given. It has no transaction of its own: it calls verbs, one transaction each. */
export interface JobRun<Services = unknown> {
  database: Database
  runner: WorkRunner
  /** What `app.ts` put together: mail transport, stores, signer. */
  services: Services
  /** The context for the verbs that it calls: the system, under the job's name, now. */
  context: WorkContext
  /** Counts from 1. */
  attempt: number
  /** Set when the job has used up its time or the process stops. */
  signal: AbortSignal
}

/** A kind of job, declared once and listed in its module's manifest. */
export interface JobType<Payload, Services = unknown> {
  /** `module.noun-verb`, unique in the program. */
  name: string
  /** Further attempts after the first has failed. */
  retries: number
  /** The wait before the first retry; it doubles each time, up to `longestSeconds`. */
  backoff: { firstSeconds: number; longestSeconds: number }
  /** An attempt that takes longer is aborted and counts as failed. */
  timeoutSeconds: number
  schedule: Schedule | null
  /** Does the work. It may be run again after a crash, so its effect must bear that. Throwing means: try again. */
  run(job: JobRun<Services>, payload: Payload): Promise<unknown>
}

/** What a declaration may say; the rest has defaults: 5 retries from 10 seconds to an hour, 60 seconds an attempt. */
export type JobOptions<Payload, Services> = Partial<
  Omit<JobType<Payload, Services>, 'name' | 'run'>
> &
  Pick<JobType<Payload, Services>, 'run'>

/** Declares a kind of job. A scheduled one is run with an empty payload, once over all processes. */
export function jobType<Payload = Record<string, never>, Services = unknown>(
  name: string,
  options: JobOptions<Payload, Services>,
): JobType<Payload, Services> {
  return {
    retries: 5,
    backoff: { firstSeconds: 10, longestSeconds: 3600 },
    timeoutSeconds: 60,
    schedule: null,
    ...options,
    name,
  }
}

/** The wait after a failed attempt, in milliseconds: doubled each time, and spread so that many do not come back at once. */
export function backoffMs(
  backoff: { firstSeconds: number; longestSeconds: number },
  attempt: number,
  random: () => number,
): number {
  const full = Math.min(backoff.longestSeconds, backoff.firstSeconds * 2 ** (attempt - 1))
  return Math.round(full * 1000 * (0.75 + random() / 2))
}
