import type { Work } from '#kernel/database'

/** A job that has used up its attempts, for the operator. */
export interface FailedJob {
  id: string
  type: string
  payload: unknown
  attempts: number
  lastError: string | null
  failedAt: Date
}

/** How many jobs of one kind there are in each state, for metrics. */
export interface JobCount {
  type: string
  state: 'waiting' | 'running' | 'failed'
  count: number
}

/** Jobs that failed for good, the latest first. */
export async function failedJobs(work: Pick<Work, 'read'>, limit = 100): Promise<FailedJob[]> {
  const rows = await work.read
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'failed')
    .orderBy('failed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    payload: row.payload,
    attempts: row.attempts,
    lastError: row.last_error,
    failedAt: row.failed_at!,
  }))
}

/** Counts by kind and state, in one query. */
export async function jobCounts(work: Pick<Work, 'read'>): Promise<JobCount[]> {
  const rows = await work.read
    .selectFrom('jobs')
    .select((eb) => ['type', 'state', eb.fn.countAll<bigint>().as('count')])
    .groupBy(['type', 'state'])
    .orderBy('type')
    .orderBy('state')
    .execute()
  return rows.map((row) => ({ type: row.type, state: row.state, count: Number(row.count) }))
}

/** Puts a failed job back into the queue with one more attempt; false when there is no such failed job. */
export async function retryJob(work: Work, id: string): Promise<boolean> {
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('jobs')
      .set((eb) => ({
        state: 'waiting',
        failed_at: null,
        run_at: work.now,
        max_attempts: eb('attempts', '+', 1),
      }))
      .where('id', '=', id)
      .where('state', '=', 'failed')
      .executeTakeFirst(),
  )
  return result.numUpdatedRows === 1n
}
