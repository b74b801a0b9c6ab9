import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { dateInZone } from '#kernel/values'
import { visitById, waitingVisits } from '../queries/visits.ts'
import { isVisitReminderDue } from '../rules/visit.ts'
import { mailVisitor } from './visit-mail.ts'

/** Every morning: reminds mentors of visits that they have not planned, and of those of which they have not said what came of them. */
export const remindOfVisits = jobType<Record<string, never>, Services>(
  'internships.remind-of-visits',
  {
    schedule: { dailyAt: '06:50', timeZone: 'Asia/Bangkok' },
    timeoutSeconds: 600,
    async run(job) {
      const { runner, context } = job
      const parts = oneByOne(job)
      for (const visit of await runner.perform(context, waitingVisits)) {
        const { id, timeZone, startsAt, askedAt, reminders } = visit
        const state = startsAt ? 'planned' : 'asked'
        const from = dateInZone(startsAt ?? askedAt, timeZone)
        const today = dateInZone(context.now, timeZone)
        if (!isVisitReminderDue({ state, from, reminders }, today)) continue
        await parts.attempt(id, () =>
          runner.perform(context, async (work) => {
            const now = await visitById(work, id)
            if (now?.state !== state || now.reminders !== reminders) return
            await work.writeUnchronicled((tx) =>
              tx
                .updateTable('internship_visits')
                .set({ reminders: reminders + 1 })
                .where('id', '=', id)
                .execute(),
            )
            await mailVisitor(work, now, state === 'planned' ? 'notes' : 'plan')
          }),
        )
      }
      parts.end()
    },
  },
)
