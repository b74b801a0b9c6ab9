import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { isRefused } from '#kernel/database'
import { dueForCheckIn, openCheckIns } from './queries/check-ins.ts'
import { accepted } from './queries/mentorships.ts'
import { askHow, closeOverdue } from './service/check-ins.ts'
import { beginMentorship } from './service/ends.ts'

/** Every hour, for midnight comes to each school at its own: what was accepted for a day that has come begins. */
export const beginAccepted = jobType<Record<string, never>, Services>('mentorship.begin-accepted', {
  schedule: { everyMinutes: 60 },
  retries: 5,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    const ids = await runner.perform(context, accepted)
    if (isRefused(ids)) return
    for (const id of ids) {
      await parts.attempt(id, () => runner.perform(context, (work) => beginMentorship(work, id)))
    }
    parts.end()
  },
})

/** Every hour, for a week ends at each school at its own midnight: who is due is asked how it goes, and what is over is closed. */
export const checkIns = jobType<Record<string, never>, Services>('mentorship.check-ins', {
  schedule: { everyMinutes: 60 },
  retries: 5,
  async run(job) {
    const { runner, context, services } = job
    const parts = oneByOne(job)
    const over = await runner.perform(context, openCheckIns)
    for (const id of isRefused(over) ? [] : over) {
      await parts.attempt(id, () => runner.perform(context, (work) => closeOverdue(work, id)))
    }
    const due = await runner.perform(context, dueForCheckIn)
    for (const id of isRefused(due) ? [] : due) {
      await parts.attempt(id, () =>
        runner.perform(context, (work) => askHow(work, id, services.node)),
      )
    }
    parts.end()
  },
})
