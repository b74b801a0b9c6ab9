import type { Selectable } from 'kysely'
import type { Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import { addDays, type DateOnly, dateInZone } from '#kernel/values'
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
  aboutPersonId: string | null
  /** The person who gave it away last, where somebody did. */
  movedByPersonId: string | null
}

/** Takes a task for telling: once for each place in which it waits. Null when it was told of, or is closed. */
export async function takeForTelling(work: Work, taskId: string): Promise<ToldTask | null> {
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ told_at: work.now })
      .where('id', '=', taskId)
      .where('told_at', 'is', null)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .returningAll()
      .executeTakeFirst(),
  )
  return row ? told(row) : null
}

/** Takes tasks whose day is near or past for a reminder, once each; the most urgent first. */
export async function takeForReminder(
  work: Work,
  options: { daysAhead: number; limit: number },
): Promise<ToldTask[]> {
  const until = addDays(dateInZone(work.now, 'UTC'), options.daysAhead)
  const rows = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ reminded_at: work.now })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('tasks')
          .select('id')
          .where('due_on', '<=', until)
          .where('reminded_at', 'is', null)
          .where('done_at', 'is', null)
          .where('cancelled_at', 'is', null)
          .orderBy('due_on')
          .limit(options.limit),
      )
      .where('reminded_at', 'is', null)
      .returningAll()
      .execute(),
  )
  return rows.map(told)
}

/** Takes the plans whose day has come, once each: the task, and the person who meant to do it. */
export async function takePlans(
  work: Work,
  limit: number,
): Promise<{ personId: string; task: ToldTask }[]> {
  const today = dateInZone(work.now, 'UTC')
  const due = await work.read
    .selectFrom('task_plans')
    .innerJoin('tasks', 'tasks.id', 'task_plans.task_id')
    .selectAll('tasks')
    .select('task_plans.person_id')
    .where('task_plans.planned_on', '<=', today)
    .where('task_plans.reminded_at', 'is', null)
    .where('tasks.done_at', 'is', null)
    .where('tasks.cancelled_at', 'is', null)
    .orderBy('task_plans.planned_on')
    .limit(limit)
    .execute()
  const taken: { personId: string; task: ToldTask }[] = []
  for (const row of due) {
    const mine = await work.writeUnchronicled((tx) =>
      tx
        .updateTable('task_plans')
        .set({ reminded_at: work.now })
        .where('task_id', '=', row.id)
        .where('person_id', '=', row.person_id)
        .where('reminded_at', 'is', null)
        .executeTakeFirst(),
    )
    if (mine.numUpdatedRows === 1n) taken.push({ personId: row.person_id, task: told(row) })
  }
  return taken
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
    .select('person_id')
    .where('task_id', '=', taskId)
    .where('planned_on', '>', dateInZone(work.now, 'UTC'))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Who stands in today for the person whom a task waits for. */
export async function standInsFor(work: Work, task: ToldTask): Promise<string[]> {
  if (task.assigneePersonId === null) return []
  const today = dateInZone(work.now, 'UTC')
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
    aboutPersonId: row.about_person_id,
    movedByPersonId: personIn(row.moved_by),
  }
}
