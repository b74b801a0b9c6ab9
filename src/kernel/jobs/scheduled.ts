import { transaction, type Writer } from '#kernel/database'
import type { Due } from './due.ts'
import { insertJob } from './enqueue.ts'
import type { JobType } from './job-type.ts'
import type { JobRunnerParts } from './runner-parts.ts'
import { nextAfter, scheduleRule } from './schedule.ts'

/**
 * Puts scheduled jobs that are due into the queue; the row's lock makes it once over all processes. Gives back whether
 * there were any.
 */
export async function enqueueScheduled(
  parts: JobRunnerParts,
  known: Due['schedules'],
  now: Date,
): Promise<boolean> {
  const byType = new Map(known.map((row) => [row.type, row]))
  let brought = false
  for (const job of parts.jobs) {
    if (job.schedule === null) continue
    const row = byType.get(job.name)
    if (row && row.rule === scheduleRule(job.schedule) && row.nextAt > now) continue
    await transaction(parts.database, (tx) => enqueueOneScheduled(tx, job, now))
    brought = true
  }
  return brought
}

async function enqueueOneScheduled(tx: Writer, job: JobType<never>, now: Date): Promise<void> {
  const rule = scheduleRule(job.schedule!)
  const next_at = nextAfter(job.schedule!, now)
  const row = await tx
    .selectFrom('job_schedules')
    .selectAll()
    .where('type', '=', job.name)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) {
    await tx
      .insertInto('job_schedules')
      .values({ type: job.name, rule, next_at })
      .onConflict((conflict) => conflict.column('type').doNothing())
      .execute()
    return
  }
  if (row.rule === rule && row.next_at > now) return
  await tx
    .updateTable('job_schedules')
    .set({ rule, next_at })
    .where('type', '=', job.name)
    .execute()
  if (row.rule === rule) await insertJob(tx, job, {}, now, { singletonKey: 'schedule' })
}
