import type { Work } from '#kernel/database'
import { openTask, rescheduleTasks } from '#kernel/tasks'
import {
  academicYearOf,
  addDays,
  dateInZone,
  isCountry,
  isWorkingDay,
  type DateOnly,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import { copiesEnding, type EndingCopy } from '../queries/renewals.ts'
import { renewalDay } from '../rules/renewal.ts'
import { renewalTask } from '../task-kinds.ts'

/** The copies whose offices are to be reminded now: those whose last academic year runs. */
export function copiesToRenew(work: Work): Promise<EndingCopy[]> {
  const today = dateInZone(work.now, 'UTC')
  const current = academicYearOf(today, { firstMonth: 8, id: 'two-years' })
  const spring = academicYearOf(today, { firstMonth: 3, id: 'one-year' })
  return copiesEnding(work, [current, spring])
}

/** Reminds an office of an agreement that ends, once for each last year; the task is due on a day that is worked there. */
export async function remindOfRenewal(work: Work, copy: EndingCopy): Promise<void> {
  const object = { kind: 'agreement-renewal', id: copy.id }
  const asked = await work.read
    .selectFrom('tasks')
    .select(['id', 'due_on'])
    .where('kind', '=', renewalTask)
    .where('object_kind', '=', object.kind)
    .where('object_id', '=', object.id)
    .execute()
  const dueOn = lastWorkingDay(renewalDay(copy.lastYear), copy)
  if (asked.some((task) => task.due_on === dueOn)) return
  await openTask(work, {
    kind: renewalTask,
    assignee: { role: 'coordinator', organisationId: copy.organisationId },
    object,
    subject: m('task.renewal', { title: copy.title, year: copy.lastYear }),
    href: `/agreements/${copy.id}`,
    dueOn,
  })
  await rescheduleTasks(work, { object, kinds: [renewalTask] }, dueOn)
}

function lastWorkingDay(day: DateOnly, { country }: EndingCopy): DateOnly {
  if (!isCountry(country)) return day
  let worked = day
  // Ten days are more than any run of holidays here.
  for (let back = 0; back < 10 && !isWorkingDay(worked, country); back += 1) {
    worked = addDays(worked, -1)
  }
  return worked
}
