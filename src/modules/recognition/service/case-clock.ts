import type { Work } from '#kernel/database'
import { rescheduleTasks } from '#kernel/tasks'
import { addWorkingDays, dateInZone, type DateOnly, workingDaysBetween } from '#kernel/values'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { unanswered } from '../queries/evidence.ts'
import { settingsOf } from '../queries/settings.ts'
import { caseDecision } from '../task-kinds.ts'

/** Lets the time for an open case stand still while an answer is awaited, where the institution says so. */
export async function pauseCase(work: Work, caseId: string): Promise<void> {
  const found = await caseForUpdate(work, caseId)
  if (found?.state !== 'open' || found.paused_since !== null) return
  const { evidencePauses } = await settingsOf(work, found.home_organisation_id)
  if (!evidencePauses || (await unanswered(work, caseId)) === 0) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('recognition_cases')
      .set({ paused_since: dateInZone(work.now, found.time_zone) })
      .where('id', '=', found.id)
      .execute(),
  )
}

/**
 * Lets the time for a case run on once nothing is awaited any more: it is due so many working days later as it stood
 * still.
 */
export async function resumeCase(work: Work, caseId: string): Promise<void> {
  const found = await caseForUpdate(work, caseId)
  if (!found?.paused_since || (await unanswered(work, caseId)) > 0) return
  const dueOn = dueAfterPause(work, found)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('recognition_cases')
      .set({ paused_since: null, due_on: dueOn })
      .where('id', '=', found.id)
      .execute(),
  )
  const object = { kind: 'recognition-case', id: found.id }
  await rescheduleTasks(work, { object, kinds: [caseDecision] }, dueOn)
}

/** The day on which a case is due if its time ran on today. */
export function dueAfterPause(
  work: Work,
  found: Pick<LockedCase, 'due_on' | 'paused_since' | 'time_zone' | 'country'>,
): DateOnly | null {
  const { due_on: dueOn, paused_since: since } = found
  if (dueOn === null || since === null) return dueOn
  const today = dateInZone(work.now, found.time_zone)
  const { days } = workingDaysBetween(since, today, found.country)
  return days <= 0 ? dueOn : addWorkingDays(dueOn, days, found.country).date
}
