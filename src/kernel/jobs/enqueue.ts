import { randomUUIDv7 } from 'node:crypto'
import { sql, type SqlBool } from 'kysely'
import type { Work, Writer } from '#kernel/database'
import type { JobType } from './job-type.ts'

/** When, and whether instead of another. */
export interface EnqueueOptions {
  /** Not before this time. */
  at?: Date
  /** Of several waiting jobs of one type with one key only the first is kept, and the earlier time of them. */
  singletonKey?: string
}

/** Puts a job into the queue in the transaction of the verb: it exists when, and only when, the verb's rows do. */
export async function enqueue<Payload>(
  work: Work,
  // oxlint-disable-next-line typescript/no-explicit-any -- the services of a job are no matter of who enqueues it.
  job: JobType<Payload, any>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  await work.writeUnchronicled((tx) => insertJob(tx, job, payload, work.now, options))
}

/** The insert behind `enqueue`, also used for what schedules bring. */
export async function insertJob(
  tx: Writer,
  job: Pick<JobType<never>, 'name' | 'retries'>,
  payload: unknown,
  now: Date,
  { at = now, singletonKey }: EnqueueOptions,
): Promise<void> {
  const query = tx.insertInto('jobs').values({
    id: randomUUIDv7(),
    type: job.name,
    payload: JSON.stringify(payload),
    singleton_key: singletonKey ?? null,
    state: 'waiting',
    attempts: 0,
    max_attempts: job.retries + 1,
    run_at: at,
    lease_id: null,
    leased_until: null,
    last_error: null,
    created_at: now,
    failed_at: null,
  })
  if (singletonKey === undefined) {
    await query.execute()
    return
  }
  // An update, not "do nothing": it holds the row, so that the waiting job is not begun before this commit is seen.
  await query
    .onConflict((conflict) =>
      conflict
        .columns(['type', 'singleton_key'])
        // Written into the text: which index is meant is settled when the statement is planned, before any value is known.
        .where(sql<SqlBool>`state = 'waiting' and attempts = 0 and singleton_key is not null`)
        .doUpdateSet((eb) => ({
          run_at: eb.fn<Date>('least', ['jobs.run_at', 'excluded.run_at']),
        })),
    )
    .execute()
}
