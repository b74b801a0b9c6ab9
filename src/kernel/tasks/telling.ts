import { type Selectable, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import { addDays, type DateOnly, dateInZone } from '#kernel/values'
import { dayOf } from './day.ts'
import { personIn } from './names.ts'
import type { TasksTable } from './schema.ts'

/** A task as those who tell of it need it. */
export interface ToldTask {
  id: string
  kind: string
  object: { kind: string; id: string }
  subject: Message
  href: string
  dueOn: DateOnly | null
  closesWithAct: boolean
  assigneePersonId: string | null
  assigneeRole: string | null
  organisationId: string | null
  programmeId: string | null
  /** The unit that it is asked of, null for the whole organisation; absent where units do not matter. */
  unitId?: string | null
  /** Whom it leaves out. */
  leftOut: readonly string[]
  /** The person who gave it away last, where somebody did. */
  movedByPersonId: string | null
}

/** Takes a task for telling: once for each place in which it waits. Null when it was told of, or is closed. */
export function takeForTelling(work: Work, taskId: string): Promise<ToldTask | null> {
  return takeOnce(work, taskId, 'told_at')
}

/** Takes a task for its one reminder. Null when it was reminded of, or is closed. */
export function takeForReminder(work: Work, taskId: string): Promise<ToldTask | null> {
  return takeOnce(work, taskId, 'reminded_at')
}

async function takeOnce(
  work: Work,
  taskId: string,
  column: 'told_at' | 'reminded_at',
): Promise<ToldTask | null> {
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ [column]: work.now })
      .where('id', '=', taskId)
      .where(column, 'is', null)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .returningAll()
      .executeTakeFirst(),
  )
  return row ? told(row) : null
}

/** Open tasks whose day is near or past and that were not brought to mind, the most urgent first; page after page. */
export async function tasksToRemind(
  work: Work,
  options: { daysAhead: number; limit: number; after: { id: string; dueOn: DateOnly } | null },
): Promise<{ id: string; dueOn: DateOnly }[]> {
  const until = addDays(dateInZone(work.now, 'UTC'), options.daysAhead)
  const { after } = options
  let query = work.read
    .selectFrom('tasks')
    .select(['id', 'due_on'])
    .where('due_on', '<=', until)
    .where('reminded_at', 'is', null)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
  if (after !== null) {
    query = query.where(sql<boolean>`(due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`)
  }
  const rows = await query.orderBy('due_on').orderBy('id').limit(options.limit).execute()
  return rows.map((row) => ({ id: row.id, dueOn: row.due_on! }))
}

/** What somebody meant to do by a day: the plan, not yet the task. */
export interface DuePlan {
  taskId: string
  personId: string
  plannedOn: DateOnly
}

/** Plans whose day has come and that were not brought to mind, the earliest first; page after page. */
export async function duePlans(
  work: Work,
  { limit, after }: { limit: number; after: DuePlan | null },
): Promise<DuePlan[]> {
  let query = work.read
    .selectFrom('task_plans as plan')
    .innerJoin('tasks', 'tasks.id', 'plan.task_id')
    .leftJoin('persons', 'persons.id', 'plan.person_id')
    .select(['plan.task_id', 'plan.person_id', 'plan.planned_on'])
    .where('plan.planned_on', '<=', dayThere(work))
    .where('plan.reminded_at', 'is', null)
    .where('tasks.done_at', 'is', null)
    .where('tasks.cancelled_at', 'is', null)
  if (after !== null) {
    query = query.where(
      sql<boolean>`(plan.planned_on, plan.task_id, plan.person_id) > (${after.plannedOn}::date, ${after.taskId}::uuid, ${after.personId}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('plan.planned_on')
    .orderBy('plan.task_id')
    .orderBy('plan.person_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    taskId: row.task_id,
    personId: row.person_id,
    plannedOn: row.planned_on,
  }))
}

/** Takes a plan for its one reminder, and gives back its task. Null when it was reminded of, or the task is closed. */
export async function takePlan(work: Work, plan: DuePlan): Promise<ToldTask | null> {
  const mine = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('task_plans')
      .set({ reminded_at: work.now })
      .where('task_id', '=', plan.taskId)
      .where('person_id', '=', plan.personId)
      .where('reminded_at', 'is', null)
      .executeTakeFirst(),
  )
  if (mine.numUpdatedRows === 0n) return null
  const row = await work.read
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', plan.taskId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return row ? told(row) : null
}

/** Tasks by their ids, for a mail that names them. */
export async function tasksById(work: Work, ids: readonly string[]): Promise<ToldTask[]> {
  if (ids.length === 0) return []
  const rows = await work.read
    .selectFrom('tasks')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(told)
}

/** Who has said, of a task, that they mean to do it on a later day. */
export async function plannersOf(work: Work, taskId: string): Promise<Set<string>> {
  const rows = await work.read
    .selectFrom('task_plans')
    .leftJoin('persons', 'persons.id', 'task_plans.person_id')
    .select('task_plans.person_id')
    .where('task_plans.task_id', '=', taskId)
    .where('task_plans.planned_on', '>', dayThere(work))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Who stands in today for the person whom a task waits for. */
export async function standInsFor(work: Work, task: ToldTask): Promise<string[]> {
  if (task.assigneePersonId === null) return []
  const today = await dayOf(work, task.assigneePersonId)
  const rows = await work.read
    .selectFrom('stand_ins')
    .select(['stand_in_id', 'organisation_id', 'roles'])
    .where('person_id', '=', task.assigneePersonId)
    .where('valid_from', '<=', today)
    .where('valid_until', '>=', today)
    .execute()
  return rows
    .filter((row) => row.organisation_id === null || row.organisation_id === task.organisationId)
    .filter((row) => row.roles.length === 0 || row.roles.includes(task.assigneeRole ?? ''))
    .map((row) => row.stand_in_id)
}

/** What day it is where each person of the query lives. */
function dayThere(work: Work) {
  return sql<DateOnly>`(${work.now}::timestamptz at time zone coalesce(persons.time_zone, 'UTC'))::date`
}

function told(row: Selectable<TasksTable>): ToldTask {
  return {
    id: row.id,
    kind: row.kind,
    object: { kind: row.object_kind, id: row.object_id },
    subject: restoreMessage(row.subject),
    href: row.href,
    dueOn: row.due_on,
    closesWithAct: row.closes_with_act,
    assigneePersonId: row.assignee_person_id,
    assigneeRole: row.assignee_role,
    organisationId: row.organisation_id,
    programmeId: row.programme_id,
    ...(row.by_unit ? { unitId: row.unit_id } : {}),
    leftOut: row.left_out_ids,
    movedByPersonId: personIn(row.moved_by),
  }
}
