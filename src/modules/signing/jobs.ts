import { isRefused } from '#kernel/database'
import { jobType, oneByOne } from '#kernel/jobs'
import { documentsPast } from './queries/documents.ts'
import { guestsDue, remindGuest } from './service/reminders.ts'
import { expireDocument } from './service/rounds.ts'

const atOnce = 50

/** Every hour: ends rounds whose last day has passed where their organisation is, and reminds whom only a mail reaches. */
const signingRound = jobType('signing.round', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    for (const id of await documentsPast(runner.reading(context), atOnce)) {
      await parts.attempt(id, () => runner.perform(context, (work) => expireDocument(work, id)))
    }
    for (const id of await guestsDue(runner.reading(context))) {
      await parts.attempt(id, async () => {
        const sent = await runner.perform(context, (work) => remindGuest(work, id))
        if (isRefused(sent)) throw new Error(`no reminder: ${sent.message.key}`)
      })
    }
    parts.end()
  },
})

/** The jobs of signing. */
export const signingJobs = [signingRound]
