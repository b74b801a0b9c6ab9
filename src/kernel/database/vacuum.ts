import { sql } from 'kysely'
import type { Database } from './engine.ts'

/** What a round of maintenance did. */
export interface MaintenanceReport {
  vacuumed: string[]
  checkpointed: boolean
  milliseconds: number
}

const fewestDeadRows = 200
const deadShare = 0.1
const walBytesBeforeCheckpoint = 32n * 1024n * 1024n

/**
 * Does for PGlite what a server does by itself: autovacuum never runs there, and no checkpoint is
 * made before the database closes, so that tables, log and recovery time would grow for ever. Table by
 * table, so that requests come through in between. To be called every few minutes; on a server it does
 * nothing. Never VACUUM FULL: killed in a system catalog, it corrupts the database.
 */
export async function maintain(database: Database): Promise<MaintenanceReport> {
  const start = performance.now()
  const report: MaintenanceReport = { vacuumed: [], checkpointed: false, milliseconds: 0 }
  if (database.engine === 'pglite') {
    for (const table of await tablesToVacuum(database)) {
      await run(database, `vacuum (analyze) ${table}`)
      report.vacuumed.push(table)
    }
    report.checkpointed = await checkpointIfLong(database)
  }
  report.milliseconds = performance.now() - start
  return report
}

/** Maintains every five minutes until the returned function is called. Failures are told to `onError`. */
export function maintainRegularly(
  database: Database,
  onError: (error: unknown) => void,
  intervalMilliseconds = 300_000,
): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    maintain(database)
      .catch(onError)
      .finally(() => (running = false))
  }, intervalMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

async function tablesToVacuum(database: Database): Promise<string[]> {
  // Counts of the last second may still wait in the session.
  await run(database, 'select pg_stat_force_next_flush()')
  const { rows } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(relname) as name
    from pg_stat_all_tables
    where schemaname <> 'pg_toast'
      and (
        n_dead_tup > ${fewestDeadRows} + ${deadShare}::float8 * n_live_tup
        or n_mod_since_analyze > ${fewestDeadRows} + ${deadShare}::float8 * n_live_tup
      )
    order by n_dead_tup desc`.execute(database.kysely)
  return rows.map((row) => row.name)
}

async function checkpointIfLong(database: Database): Promise<boolean> {
  const { rows } = await sql<{ bytes: string }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::text as bytes
    from pg_control_checkpoint()`.execute(database.kysely)
  if (BigInt(rows[0]!.bytes) < walBytesBeforeCheckpoint) return false
  await run(database, 'checkpoint')
  return true
}

async function run(database: Database, statement: string): Promise<void> {
  await database.execute(statement, [], { limitMilliseconds: 0 })
}
