import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { isRefused } from '#kernel/database'
import { accepted } from './queries/mentorships.ts'
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
