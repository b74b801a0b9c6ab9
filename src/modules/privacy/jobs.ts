import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { clausesToRenew, remindOfClause } from './service/clauses.ts'
import { makeCopy } from './service/make-copy.ts'
import { arrangeMonths } from './service/read-months.ts'
import { runErasure } from './service/run-erasure.ts'

/** Every night: makes the months ahead of the record of reads, and drops those whose time is over. */
export const arrangeMonthsJob = jobType<Record<string, never>, Services>('privacy.arrange-months', {
  schedule: { dailyAt: '02:20' },
  timeoutSeconds: 600,
  async run({ runner, context, services }) {
    await arrangeMonths((verb) => runner.perform(context, verb), services.kept.readsMonths)
  },
})

/** Erases a person when the days are over in which it could be taken back; goes on where a killed process left it. */
export const eraseJob = jobType<{ erasureId: string }, Services>('privacy.erase-person', {
  retries: 20,
  timeoutSeconds: 1800,
  async run({ runner, context, services, signal }, { erasureId }) {
    const { blobs, personalParts: parts, erasedList } = services
    await runErasure({ runner, context, blobs, parts, erasedList, signal }, erasureId)
  },
})

/** Makes the archive of somebody's data where its files are large. */
export const makeCopyJob = jobType<{ copyId: string }, Services>('privacy.make-copy', {
  timeoutSeconds: 3600,
  async run({ runner, context, services }, { copyId }) {
    const { blobs, personalParts: parts, translator, node, kept } = services
    await makeCopy({ runner, context, blobs, parts, translator, node, kept }, copyId)
  },
})

/** Every night: gives administrators the task to renew the documents that end within sixty days. */
export const remindOfClausesJob = jobType<Record<string, never>, Services>(
  'privacy.remind-of-clauses',
  {
    schedule: { dailyAt: '03:10' },
    async run(job) {
      const { runner, context } = job
      const parts = oneByOne(job)
      for (const clause of await clausesToRenew(runner.reading(context))) {
        await parts.attempt(clause.id, () =>
          runner.perform(context, (work) => remindOfClause(work, clause)),
        )
      }
      parts.end()
    },
  },
)
