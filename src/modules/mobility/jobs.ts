import { isRefused } from '#kernel/database'
import { jobType, oneByOne } from '#kernel/jobs'
import { askToPrepare, dueToPrepare, forgetPreparations } from './service/preparation.ts'
import { dueForHost, remindHost } from './service/reminders.ts'

/** Once a day: asks the host to confirm who should have come or left, and for transcripts that are due; in its office or by mail. */
const remindHosts = jobType('mobility.remind-hosts', {
  schedule: { everyMinutes: 24 * 60 },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const due = await dueForHost(runner.reading(context))
    const each = oneByOne(job)
    for (const { id } of due) {
      await each.attempt(id, async () => {
        const done = await runner.perform(context, (work) => remindHost(work, id))
        if (isRefused(done)) throw new Error(`no reminder: ${done.message.key}`)
      })
    }
    each.end()
  },
})

/** Once a day: asks students for what is missing before their stay, and for a new insurance where theirs ends before it does; lets go of what long past ones needed. */
const prepareStays = jobType('mobility.prepare-stays', {
  schedule: { everyMinutes: 24 * 60 },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const due = await dueToPrepare(runner.reading(context))
    const each = oneByOne(job)
    for (const { id } of due) {
      await each.attempt(id, () => runner.perform(context, (work) => askToPrepare(work, id)))
    }
    await each.attempt('forgetting', () => runner.perform(context, forgetPreparations))
    each.end()
  },
})

/** The jobs of mobility. */
export const mobilityJobs = [remindHosts, prepareStays]
