import type { Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import {
  plannersOf,
  standInsFor,
  takeForReminder,
  takeForTelling,
  takePlans,
  type ToldTask,
} from '#kernel/tasks'
import { taskDue, taskOpened } from './kinds.ts'
import { m } from './messages/index.ts'
import { notify } from './notify.ts'
import type { NoticeServices } from './readers.ts'

/** Days before a task's own in which it is brought to mind: a weekend does not swallow them. */
const daysAhead = 3
const tasksAtOnce = 200

/** Tells those for whom a task waits that it does; it is told once for each place in which it waits. */
export async function tellOfTask(
  work: Work,
  services: NoticeServices,
  taskId: string,
): Promise<void> {
  const task = await takeForTelling(work, taskId)
  if (task === null) return
  const key = task.movedByPersonId === null ? 'told.opened' : 'told.given'
  for (const personId of await readersOf(work, services, task)) {
    // Whoever gave it away knows.
    if (personId === task.movedByPersonId) continue
    await notify(work, {
      personId,
      kind: taskOpened,
      message: m(key, { task: task.subject }),
      href: task.href,
      taskId: task.id,
    })
  }
}

/** Brings to mind what is due within three days or overdue, once, and what somebody meant to do today. */
export const remindOfTasks = jobType<Record<string, never>, { notices: NoticeServices }>(
  'notices.remind-of-tasks',
  {
    schedule: { everyMinutes: 30 },
    timeoutSeconds: 600,
    async run(job) {
      const { runner, context, services, signal } = job
      for (;;) {
        signal.throwIfAborted()
        const count = await runner.perform(context, (work) => remindOnce(work, services.notices))
        if (count < tasksAtOnce) return
      }
    },
  },
)

async function remindOnce(work: Work, services: NoticeServices): Promise<number> {
  const due = await takeForReminder(work, { daysAhead, limit: tasksAtOnce })
  for (const task of due) {
    // Who has said when they will do it is reminded on that day.
    const planners = await plannersOf(work, task.id)
    for (const personId of await readersOf(work, services, task)) {
      if (!planners.has(personId)) await remind(work, personId, task, 'told.due')
    }
  }
  const plans = await takePlans(work, tasksAtOnce)
  for (const { personId, task } of plans) await remind(work, personId, task, 'told.planned')
  return Math.max(due.length, plans.length)
}

async function remind(
  work: Work,
  personId: string,
  task: ToldTask,
  key: 'told.due' | 'told.planned',
): Promise<void> {
  await notify(work, {
    personId,
    kind: taskDue,
    message: m(key, { task: task.subject }),
    href: task.href,
    taskId: task.id,
  })
}

/** For whom a task waits: the person and who stands in for them, or everybody who holds the role. */
async function readersOf(
  work: Work,
  services: NoticeServices,
  task: ToldTask,
): Promise<Set<string>> {
  if (task.assigneePersonId !== null) {
    return new Set([task.assigneePersonId, ...(await standInsFor(work, task))])
  }
  const holders = await services.holdersOf(
    work.read,
    {
      role: task.assigneeRole ?? '',
      organisationId: task.organisationId,
      programmeId: task.programmeId,
      ...(task.unitId === undefined ? {} : { unitId: task.unitId }),
    },
    work.now,
  )
  const readers = new Set(holders)
  if (task.aboutPersonId !== null) readers.delete(task.aboutPersonId)
  return readers
}
