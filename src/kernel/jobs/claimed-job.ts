import { randomUUIDv7 } from 'node:crypto'
import { type Database, transaction, type Writer } from '#kernel/database'
import { backoffMs, type JobType } from './job-type.ts'
import type { JobRunnerParts } from './runner-parts.ts'

/** A claim outlives its process by this much before another takes the job up. */
const leaseMs = 60_000

/** A job that this process has taken. */
export interface ClaimedJob {
  id: string
  type: string
  payload: unknown
  attempts: number
  max_attempts: number
  lease_id: string
}

/** Takes due jobs, and those whose process died; each goes to one claimer only. */
export async function claim(
  database: Database,
  types: string[],
  now: Date,
  limit: number,
): Promise<ClaimedJob[]> {
  if (types.length === 0) return []
  const leaseId = randomUUIDv7()
  const rows = await transaction(database, (tx) =>
    tx
      // Found once and kept: inside the update's condition the planner may look for them again for every row, and each
      // look passes over what this statement has taken already, so that more are claimed than were asked for.
      .with(
        (cte) => cte('due').materialized(),
        (query) =>
          query
            .selectFrom('jobs')
            .select('id')
            .where('type', 'in', types)
            .where((or) =>
              or.or([
                or.and([or('state', '=', 'waiting'), or('run_at', '<=', now)]),
                or.and([or('state', '=', 'running'), or('leased_until', '<', now)]),
              ]),
            )
            .orderBy('run_at')
            .orderBy('id')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('jobs')
      .set((eb) => ({
        state: 'running',
        attempts: eb('attempts', '+', 1),
        lease_id: leaseId,
        leased_until: new Date(now.getTime() + leaseMs),
      }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(['id', 'type', 'payload', 'attempts', 'max_attempts'])
      .execute(),
  )
  return rows.map((row) => ({ ...row, lease_id: leaseId }))
}

/** Runs one claimed job to its end and writes what became of it. */
export async function runOne(
  parts: JobRunnerParts,
  types: ReadonlyMap<string, JobType<unknown>>,
  job: ClaimedJob,
  now: () => Date,
  stopped: AbortSignal,
): Promise<'done' | 'failed'> {
  const type = types.get(job.type)!
  const renewal = setInterval(() => void renew(parts.database, job, now()), leaseMs / 3)
  const timeout = AbortSignal.timeout(type.timeoutSeconds * 1000)
  const signal = AbortSignal.any([timeout, stopped])
  try {
    if (job.attempts > job.max_attempts)
      throw new Error('Its process ended during the last attempt.')
    await Promise.race([
      type.run(
        {
          database: parts.database,
          runner: parts.runner,
          services: parts.services,
          context: { actor: { kind: 'system', name: type.name }, now: now(), language: 'en' },
          attempt: job.attempts,
          signal,
        },
        job.payload,
      ),
      rejectWhen(signal),
    ])
    await ownedJob(parts.database, job, (tx) =>
      tx.deleteFrom('jobs').where('id', '=', job.id).execute(),
    )
    return 'done'
  } catch (error) {
    parts.onError({ type: job.type, id: job.id, attempt: job.attempts, error })
    await recordFailure(parts, type, job, now(), error)
    return 'failed'
  } finally {
    clearInterval(renewal)
  }
}

async function recordFailure(
  parts: JobRunnerParts,
  type: JobType<unknown>,
  job: ClaimedJob,
  now: Date,
  error: unknown,
): Promise<void> {
  const final = job.attempts >= job.max_attempts
  const wait = backoffMs(type.backoff, job.attempts, parts.random ?? Math.random)
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  await ownedJob(parts.database, job, (tx) =>
    tx
      .updateTable('jobs')
      .set({
        state: final ? 'failed' : 'waiting',
        failed_at: final ? now : null,
        run_at: final ? now : new Date(now.getTime() + wait),
        lease_id: null,
        leased_until: null,
        last_error: text.slice(0, 2000),
      })
      .where('id', '=', job.id)
      .execute(),
  )
}

/** Writes what became of a job, unless the claim ran out and another process has it now. */
async function ownedJob(
  database: Database,
  job: ClaimedJob,
  write: (tx: Writer) => Promise<unknown>,
): Promise<void> {
  await transaction(database, async (tx) => {
    const owned = await tx
      .selectFrom('jobs')
      .select('id')
      .where('id', '=', job.id)
      .where('lease_id', '=', job.lease_id)
      .forUpdate()
      .executeTakeFirst()
    if (owned) await write(tx)
  })
}

async function renew(database: Database, job: ClaimedJob, now: Date): Promise<void> {
  const until = new Date(now.getTime() + leaseMs)
  await ownedJob(database, job, (tx) =>
    tx.updateTable('jobs').set({ leased_until: until }).where('id', '=', job.id).execute(),
  ).catch(() => {
    // A renewal that fails is tried again by the next one; at worst another process repeats the job.
  })
}

function rejectWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
