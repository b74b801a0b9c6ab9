import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addDays, type DateOnly, isDateOnly } from '#kernel/values'
import { dayOf } from './day.ts'
import { taskPlanned } from './entries.ts'
import { m } from './messages/index.ts'
import { waitsFor } from './visibility.ts'

/** How far ahead somebody may mean to do a task. */
const farthestDays = 90

/**
 * Says by when the actor means to do tasks that wait for them: until that day they stand aside in their own list, and
 * on it they are reminded. The tasks' own days stay. Refuses a day that is past, today or more than 90 days off.
 */
export async function planTasks(
  work: Work,
  input: { ids: readonly string[]; on: DateOnly },
): Promise<string[] | Refusal> {
  const today = await dayOf(work)
  const wrong = planFault(input.on, today)
  if (wrong) return wrong
  if (input.ids.length === 0) return []
  const tasks = await work.read
    .selectFrom('tasks')
    .select(['id', 'organisation_id'])
    .where('id', 'in', [...input.ids])
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((eb) => waitsFor(work.actor, today)(eb as never))
    .execute()
  for (const task of tasks) await writePlan(work, task, input.on)
  return tasks.map((task) => task.id)
}

/** Takes plans back: the tasks stand in the list again. Gives back how many. */
export async function unplanTasks(work: Work, ids: readonly string[]): Promise<number> {
  const me = personOf(work.actor)
  if (ids.length === 0 || me === null) return 0
  const result = await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('task_plans')
      .where('person_id', '=', me)
      .where('task_id', 'in', [...ids])
      .executeTakeFirst(),
  )
  return Number(result.numDeletedRows)
}

/** Why a day cannot be one on which somebody means to do something. */
export function planFault(on: DateOnly, today: DateOnly): Refusal | null {
  const fault = (key: 'field.no-date' | 'field.plan-past' | 'field.plan-far') =>
    refuse(422, m('refused.plan'), { on: m(key) })
  if (!isDateOnly(on)) return fault('field.no-date')
  if (on <= today) return fault('field.plan-past')
  return on > addDays(today, farthestDays) ? fault('field.plan-far') : null
}

/** Writes the plan of the person in whose name the actor acts, with the entry that tells of it. */
export async function writePlan(
  work: Work,
  task: { id: string; organisation_id: string | null },
  on: DateOnly,
): Promise<void> {
  const personId = personOf(work.actor)
  if (personId === null) throw new Error('Only a person means to do something.')
  const entry = taskPlanned({
    object: { kind: 'task', id: task.id },
    organisationIds: task.organisation_id ? [task.organisation_id] : [],
    personId,
    data: { on },
  })
  const plan = { planned_on: on, said_at: work.now, reminded_at: null }
  await work.write(entry, (tx) =>
    tx
      .insertInto('task_plans')
      .values({ task_id: task.id, person_id: personId, ...plan })
      .onConflict((conflict) => conflict.columns(['task_id', 'person_id']).doUpdateSet(plan))
      .execute(),
  )
}
