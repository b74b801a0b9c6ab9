import type { Services } from '#kernel/http'
import { jobType } from '#kernel/jobs'
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
