import type { Work } from '#kernel/database'
import { jobType, oneByOne, type OneByOne, type JobRun } from '#kernel/jobs'
import {
  duePlans,
  plannersOf,
  standInsFor,
  takeForReminder,
  takeForTelling,
  takePlan,
  tasksToRemind,
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

/**
 * Brings to mind what is due within three days or overdue, once, and what somebody meant to do today.
 * A task of which nobody can be reminded stops none of the others; it is tried again, and the job says which it was.
 */
export const remindOfTasks = jobType<Record<string, never>, { notices: NoticeServices }>(
  'notices.remind-of-tasks',
  {
    schedule: { everyMinutes: 30 },
    timeoutSeconds: 600,
    async run(job) {
      const reminders = oneByOne(job)
      await remindOfDays(job, reminders)
      await remindOfPlans(job, reminders)
      reminders.end()
    },
  },
)

type Reminding = JobRun<{ notices: NoticeServices }>

async function remindOfDays({ runner, context, services }: Reminding, reminders: OneByOne) {
  for (let last: Awaited<ReturnType<typeof tasksToRemind>>[number] | null = null; ;) {
    const options = { daysAhead, limit: tasksAtOnce, after: last }
    const due = await tasksToRemind(runner.reading(context), options)
    for (const { id } of due) {
      await reminders.attempt(id, () =>
        runner.perform(context, (work) => remindOfDay(work, services.notices, id)),
      )
    }
    if (due.length < tasksAtOnce) return
    last = due.at(-1)!
  }
}

async function remindOfPlans({ runner, context }: Reminding, reminders: OneByOne) {
  for (let last: Awaited<ReturnType<typeof duePlans>>[number] | null = null; ;) {
    const plans = await duePlans(runner.reading(context), { limit: tasksAtOnce, after: last })
    for (const plan of plans) {
      await reminders.attempt(plan.taskId, () =>
        runner.perform(context, async (work) => {
          const task = await takePlan(work, plan)
          if (task) await remind(work, plan.personId, task, 'told.planned')
        }),
      )
    }
    if (plans.length < tasksAtOnce) return
    last = plans.at(-1)!
  }
}

async function remindOfDay(work: Work, services: NoticeServices, taskId: string): Promise<void> {
  const task = await takeForReminder(work, taskId)
  if (task === null) return
  // Who has said when they will do it is reminded on that day.
  const planners = await plannersOf(work, task.id)
  for (const personId of await readersOf(work, services, task)) {
    if (!planners.has(personId)) await remind(work, personId, task, 'told.due')
  }
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
  for (const id of task.leftOut) readers.delete(id)
  return readers
}
