import type { Services } from '#kernel/http'
import { jobType } from '#kernel/jobs'
import { arrangeMonths } from './service/read-months.ts'

/** Every night: makes the months ahead of the record of reads, and drops those whose time is over. */
export const arrangeMonthsJob = jobType<Record<string, never>, Services>('privacy.arrange-months', {
  schedule: { dailyAt: '02:20' },
  timeoutSeconds: 600,
  async run({ runner, context, services }) {
    await arrangeMonths((verb) => runner.perform(context, verb), services.readsKeptMonths)
  },
})
