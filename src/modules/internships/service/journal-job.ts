import type { Work } from '#kernel/database'
import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { notify } from '#kernel/notices'
import { addDays, dateInZone, type DateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'
import { interruptionsOf } from '../queries/agreements.ts'
import { placementsToAsk, waitingWeeks, weekById, weekOn } from '../queries/journal.ts'
import { placementById } from '../queries/placements.ts'
import { isReminderDue } from '../rules/evaluation.ts'
import { weekOf } from '../rules/hours.ts'
import { isInterrupted } from '../rules/interruption.ts'
import { daysOfWeek, isLateReminderDue } from '../rules/journal.ts'
import { weekNotice } from './journal-answers.ts'
import { askToWrite, minutesIn, openWeek } from './journal.ts'
import { mailTutor } from './journal-mail.ts'

const zone = 'Asia/Bangkok'

/**
 * Every morning: asks students to write the week that is over, reminds of weeks that are late, and tutors of hours that they
 * have not confirmed.
 */
export const keepJournals = jobType<Record<string, never>, Services>('internships.keep-journals', {
  schedule: { dailyAt: '06:45', timeZone: zone },
  timeoutSeconds: 600,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    const today = dateInZone(context.now, zone)
    const week = addDays(weekOf(today), -7)
    const placements = await runner.perform(context, (work) => placementsToAsk(work, week))
    for (const id of placements) {
      await parts.attempt(`${id} ${week}`, () =>
        runner.perform(context, (work) => askForWeek(work, id, week)),
      )
    }
    const waiting = await runner.perform(context, (work) => waitingWeeks(work, today))
    for (const { id, state, dueOn, reminders, sentAt, nudges } of waiting) {
      const isDue =
        state === 'sent'
          ? isReminderDue(dateInZone(sentAt!, zone), nudges, today)
          : isLateReminderDue(dueOn, reminders, today)
      if (isDue) await parts.attempt(id, () => runner.perform(context, (work) => remind(work, id)))
    }
    parts.end()
  },
})

/** Asks for one week; of one in which nothing was worked because the placement was suspended nobody is asked. */
async function askForWeek(work: Work, placementId: string, week: DateOnly): Promise<void> {
  const placement = await placementById(work, placementId, 'lock')
  if (!placement || (await weekOn(work, placementId, week))) return
  const interruptions = await interruptionsOf(work, placementId)
  const days = daysOfWeek(week, placement, dateInZone(work.now, placement.timeZone))
  if (days.every((day) => isInterrupted(interruptions, day))) return
  await askToWrite(work, placement, await openWeek(work, placement, week))
}

async function remind(work: Work, weekId: string): Promise<void> {
  const row = await weekById(work, weekId)
  const placement = row && (await placementById(work, row.placementId, 'lock'))
  if (!row || !placement || row.state === 'confirmed') return
  const isSent = row.state === 'sent'
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_weeks')
      .set(isSent ? { nudges: row.nudges + 1 } : { reminders: row.reminders + 1 })
      .where('id', '=', row.id)
      .execute(),
  )
  if (isSent) {
    const minutes = await minutesIn(work, placement, row.week)
    return mailTutor(work, row, minutes, 'again')
  }
  await notify(work, {
    personId: placement.person_id,
    kind: weekNotice,
    message: m('notice.week-late'),
    href: `/internships/placements/${placement.id}/journal/${row.week}`,
  })
}
