import { sql } from 'kysely'
import type { Database } from '#kernel/database'

/** What waits in the queue: read in one statement and without a lock, because it is read all day. */
export interface Due {
  /** A job of these types may be claimed. */
  waits: boolean
  schedules: { type: string; rule: string; nextAt: Date }[]
}

/** Reads whether a job is due or has lost its process, and what the schedules say. */
export async function readDue(
  database: Database,
  types: readonly string[],
  now: Date,
): Promise<Due> {
  const { rows } = await sql<{
    waits: boolean
    type: string | null
    rule: string | null
    next_at: Date | null
  }>`
    select due.waits, schedule.*
    from (
      select exists (
          select 1 from jobs where state = 'waiting' and run_at <= ${now} and type = any(${types})
        ) or exists (
          select 1 from jobs where state = 'running' and leased_until < ${now} and type = any(${types})
        ) as waits
    ) as due
    left join job_schedules as schedule on true`.execute(database.kysely)
  return {
    waits: rows[0]!.waits,
    schedules: rows.flatMap(({ type, rule, next_at }) =>
      type === null ? [] : [{ type, rule: rule!, nextAt: next_at! }],
    ),
  }
}
