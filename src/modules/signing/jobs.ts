import { isRefused } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { documentsPast } from './queries/documents.ts'
import { guestsDue, remindGuest } from './service/reminders.ts'
import { expireDocument } from './service/rounds.ts'

const atOnce = 50

/** Every hour: ends rounds whose last day has passed where their organisation is, and reminds whom only a mail reaches. */
const signingRound = jobType('signing.round', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 600,
  async run({ runner, context, signal }) {
    for (const id of await documentsPast(runner.reading(context), atOnce)) {
      signal.throwIfAborted()
      await runner.perform(context, (work) => expireDocument(work, id))
    }
    for (const id of await guestsDue(runner.reading(context))) {
      signal.throwIfAborted()
      const sent = await runner.perform(context, (work) => remindGuest(work, id))
      if (isRefused(sent)) throw new Error(`no reminder: ${sent.message.key}`)
    }
  },
})

/** The jobs of signing. */
export const signingJobs = [signingRound]
