import type { Refusal, Work } from '#kernel/database'
import { addDays, addWorkingDays, dateInZone } from '#kernel/values'
import { documentById } from '../queries/documents.ts'
import { guestsToRemind, stepById } from '../queries/steps.ts'
import { mailGuest } from './asks.ts'

/** Working days of the keeping organisation's country before the day on which a signature is due. */
const reminderWorkingDays = 3

/** The guests who are to be reminded now: once, when the day is near. Others are reminded by their task. */
export async function guestsDue(work: Work): Promise<string[]> {
  const rows = await guestsToRemind(work, addDays(dateInZone(work.now, 'UTC'), 40))
  return rows
    .filter(({ due_on: dueOn, time_zone: timeZone, country }) => {
      const today = dateInZone(work.now, timeZone)
      return dueOn >= today && addWorkingDays(today, reminderWorkingDays, country).date >= dueOn
    })
    .map(({ id }) => id)
}

/** Mails a guest again, once, with a new link beside the first. */
export async function remindGuest(
  work: Work,
  stepId: string,
): Promise<'sent' | 'closed' | Refusal> {
  const found = await stepById(work, stepId)
  const document = found && (await documentById(work, found.document_id, 'lock'))
  const step = document && (await stepById(work, stepId))
  if (!document || step?.state !== 'asked' || document.state !== 'open') return 'closed'
  const taken = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('signing_steps')
      .set({ reminded_at: work.now })
      .where('id', '=', step.id)
      .where('reminded_at', 'is', null)
      .executeTakeFirst(),
  )
  if (taken.numUpdatedRows === 0n) return 'closed'
  return (await mailGuest(work, document, step, true)) ?? 'sent'
}
