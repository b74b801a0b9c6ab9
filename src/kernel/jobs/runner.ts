import { setTimeout as sleep } from 'node:timers/promises'
import { claim, type ClaimedJob, runOne } from './claimed-job.ts'
import { readDue } from './due.ts'
import type { JobType } from './job-type.ts'
import type { JobRunnerParts } from './runner-parts.ts'
import { enqueueScheduled } from './scheduled.ts'

/** Runs jobs in one process; several processes share one queue. */
export interface JobRunner {
  start(): void
  /** Looks into the queue at once: the house calls it after each commit that wrote something. */
  wake(): void
  /** Runs what is due at `now`, and what that brings, until nothing is. Gives back what was done and what failed. */
  drain(now: Date): Promise<{ done: number; failed: number }>
  /** Takes no new job, aborts those that run after `graceMs`, and waits for them. */
  stop(graceMs?: number): Promise<void>
}

/** Makes the runner of the given kinds of job; jobs of other kinds are left to processes that know them. */
export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const types = new Map(parts.jobs.map((job) => [job.name, job]))
  if (types.size !== parts.jobs.length) throw new Error('Two jobs have one name.')
  const names = [...types.keys()]
  const state = {
    active: new Set<Promise<unknown>>(),
    again: false,
    started: false,
    looking: false,
  }
  let stopping = new AbortController()
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<void> {
    const free = (parts.concurrency ?? 2) - state.active.size
    if (!state.started || free <= 0) return
    const now = parts.now()
    for (const job of await claimDue(parts, names, now, free)) {
      const running = runOne(parts, types, job, parts.now, stopping.signal)
      state.active.add(running)
      void running.catch(reportQueueError).finally(() => {
        state.active.delete(running)
        wake()
      })
    }
  }

  function wake(): void {
    state.again = true
    if (state.looking || !state.started) return
    state.looking = true
    void lookRepeatedly().finally(() => {
      state.looking = false
    })
  }

  async function lookRepeatedly(): Promise<void> {
    while (state.again && state.started) {
      state.again = false
      await look().catch(reportQueueError)
    }
  }

  function reportQueueError(error: unknown): void {
    parts.onError({ type: 'queue', id: '', attempt: 0, error })
  }

  return {
    start() {
      if (state.started) return
      state.started = true
      stopping = new AbortController()
      timer = setInterval(wake, parts.intervalMs ?? 1000)
      timer.unref()
      wake()
    },
    wake,
    drain: (now) => drain(parts, types, now),
    async stop(graceMs = 5000) {
      state.started = false
      if (timer !== null) clearInterval(timer)
      await settle(state.active, graceMs, stopping)
    },
  }
}

/** Takes what is due, and first what its schedule brings; an idle queue costs one statement and no lock. */
async function claimDue(
  parts: JobRunnerParts,
  types: string[],
  now: Date,
  limit: number,
): Promise<ClaimedJob[]> {
  const due = await readDue(parts.database, types, now)
  const brought = await enqueueScheduled(parts, due.schedules, now)
  return due.waits || brought ? claim(parts.database, types, now, limit) : []
}

async function drain(
  parts: JobRunnerParts,
  types: ReadonlyMap<string, JobType<unknown>>,
  now: Date,
): Promise<{ done: number; failed: number }> {
  const count = { done: 0, failed: 0 }
  const never = new AbortController().signal
  for (;;) {
    const jobs = await claimDue(parts, [...types.keys()], now, 1)
    if (jobs.length === 0) return count
    for (const job of jobs) count[await runOne(parts, types, job, () => now, never)] += 1
  }
}

/** Waits for the running jobs; after the grace they are aborted, which lets them fail and be tried again. */
async function settle(
  active: ReadonlySet<Promise<unknown>>,
  graceMs: number,
  stopping: AbortController,
): Promise<void> {
  if (active.size === 0) return
  const all = Promise.allSettled(active)
  const timeUp = new AbortController()
  await Promise.race([all, sleep(graceMs, null, { signal: timeUp.signal }).catch(() => {})])
  timeUp.abort()
  stopping.abort(new Error('The process stops.'))
  await all
}
