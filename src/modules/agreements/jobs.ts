import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { copiesToRenew, remindOfRenewal } from './service/renewal.ts'

/** Every night: reminds offices of agreements whose last year runs, so that the year after has places. */
export const renewalJob = jobType<Record<string, never>, Services>('agreements.remind-of-renewal', {
  schedule: { dailyAt: '03:10' },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const copies = await copiesToRenew(runner.reading(context))
    const each = oneByOne(job)
    for (const copy of copies) {
      await each.attempt(copy.id, () =>
        runner.perform(context, (work) => remindOfRenewal(work, copy)),
      )
    }
    each.end()
  },
})
