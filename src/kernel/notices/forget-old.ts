import type { KeptPeriods, Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { forgottenBefore } from '#kernel/mail'

const batchSize = 2_000

/** Forgets a batch of notices that are older than the months given, read or not; returns how many went. */
export async function forgetOldNotices(work: Work, months: number): Promise<number> {
  return work.writeUnchronicled(async (tx) => {
    const old = await tx
      .selectFrom('notices')
      .select('id')
      .where('created_at', '<', forgottenBefore(work.now, months))
      .orderBy('created_at')
      .limit(batchSize)
      .execute()
    if (old.length === 0) return 0
    await tx
      .deleteFrom('notices')
      .where(
        'id',
        'in',
        old.map(({ id }) => id),
      )
      .execute()
    return old.length
  })
}

/** Every night: forgets notices as long after they were made as mails are. */
export const forgetOldNoticesJob = jobType<Record<string, never>, { kept: KeptPeriods }>(
  'notices.forget-old',
  {
    schedule: { dailyAt: '02:50' },
    timeoutSeconds: 1800,
    async run({ runner, context, services, signal }) {
      const forget = (work: Work) => forgetOldNotices(work, services.kept.mailsMonths)
      while (!signal.aborted && (await runner.perform(context, forget)) > 0);
    },
  },
)
