import type { Json } from '#kernel/database'

/** Work that waits, runs, or has failed for good. */
export interface JobsTable {
  id: string
  type: string
  payload: Json<unknown>
  singleton_key: string | null
  state: 'waiting' | 'running' | 'failed'
  attempts: number
  max_attempts: number
  run_at: Date
  lease_id: string | null
  leased_until: Date | null
  last_error: string | null
  created_at: Date
  failed_at: Date | null
}

/** When a scheduled job is next to be put into the queue. */
export interface JobSchedulesTable {
  type: string
  rule: string
  next_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    jobs: JobsTable
    job_schedules: JobSchedulesTable
  }
}
