import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, type DateOnly, dateInZone } from '#kernel/values'
import { equivalenceLeadSet } from '../entries.ts'
import { m } from '../messages/index.ts'
import { endingSoon, leadOf } from '../queries/equivalence-ending.ts'

/** The kind of task by which evaluators learn that equivalences end soon. */
export const endingTask = 'recognition.equivalences-ending'

const objectOf = (organisationId: string) => ({
  kind: 'recognition-equivalences-ending',
  id: organisationId,
})

/** Says how many days before the end of an equivalence an institution wants to be reminded. */
export async function setLeadDays(
  work: Work,
  organisationId: string,
  days: number,
): Promise<{ days: number } | Refusal> {
  const facts = { home_organisation_id: organisationId, degree_programme_id: null }
  if (!work.may('recognition.equivalence.edit', facts)) {
    return refuse(404, m('equivalence.refusal.absent'))
  }
  if (!Number.isInteger(days) || days < 1 || days > 730) {
    return refuse(422, m('equivalence.fault.lead'), { days: m('equivalence.fault.lead') })
  }
  const entry = equivalenceLeadSet({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { days },
  })
  const row = { lead_days: days, changed_by: personOf(work.actor), changed_at: work.now }
  await work.write(entry, (tx) =>
    tx
      .insertInto('equivalence_settings')
      .values({ organisation_id: organisationId, ...row })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
      .execute(),
  )
  return { days }
}

/**
 * Reminds an institution's evaluators of equivalences that end within its lead time, once for each end: one task
 * for all of them, due on the first end. Where none is left the task is done. Gives back how many are new.
 */
export async function remindOfEnding(work: Work, organisationId: string): Promise<number> {
  const { today, until } = await spanOf(work, organisationId)
  const ending = await endingSoon(work, organisationId, today, until)
  if (ending.length === 0) {
    await completeTasksOf(work, { object: objectOf(organisationId), kinds: [endingTask] })
    return 0
  }
  const fresh = ending.filter((each) => each.remindedOf !== each.validTo)
  if (fresh.length === 0) return 0
  const first = ending.reduce((day, each) => (each.validTo < day ? each.validTo : day), until)
  await openTask(work, {
    kind: endingTask,
    assignee: { role: 'evaluator', organisationId },
    object: objectOf(organisationId),
    subject: m('task.equivalences-ending', { count: ending.length, day: noon(first) }),
    href: '/recognition/equivalences?state=ending',
    dueOn: first,
  })
  await work.writeUnchronicled(async (tx) => {
    for (const each of fresh) {
      await tx
        .updateTable('equivalences')
        .set({ reminded_of: each.validTo })
        .where('id', '=', each.id)
        .execute()
    }
  })
  return fresh.length
}

/** Closes the reminder of an institution when nothing that ends soon is left. */
export async function settleEndingTask(work: Work, organisationId: string): Promise<void> {
  const { today, until } = await spanOf(work, organisationId)
  const ending = await endingSoon(work, organisationId, today, until)
  if (ending.length > 0) return
  await completeTasksOf(work, { object: objectOf(organisationId), kinds: [endingTask] })
}

async function spanOf(
  work: Work,
  organisationId: string,
): Promise<{ today: DateOnly; until: DateOnly }> {
  const { days, timeZone } = await leadOf(work, organisationId)
  const today = dateInZone(work.now, timeZone)
  return { today, until: addDays(today, days) }
}

function noon(day: DateOnly): Date {
  return new Date(`${day}T12:00:00Z`)
}
