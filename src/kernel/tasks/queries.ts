import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import { addDays, dateInZone, type DateOnly } from '#kernel/values'
import { waitsFor } from './visibility.ts'

/** A task as a page shows it. */
export interface Task {
  id: string
  kind: string
  assigneePersonId: string | null
  assigneeRole: string | null
  organisationId: string | null
  object: { kind: string; id: string }
  subject: Message
  href: string
  dueOn: DateOnly | null
  overdue: boolean
  /** Whether it waits for the reader only because they stand in for its assignee. */
  asStandIn: boolean
  createdAt: Date
  doneAt: Date | null
}

/** What of it is wanted; the reader's day decides what is overdue. */
export interface TaskFilter {
  state?: 'open' | 'overdue' | 'done'
  kinds?: readonly string[]
  organisationId?: string
  /** Today where the reader is; the day in UTC unless said. */
  today?: DateOnly
  limit?: number
  offset?: number
}

/** How much waits, whatever the filter shows. */
export interface TaskCounts {
  open: number
  overdue: number
  /** Due within a week from today. */
  dueSoon: number
}

/** What waits for the actor, the most urgent first, with the counts: two queries, however many tasks there are. */
export async function tasksFor(
  work: Work,
  filter: TaskFilter = {},
): Promise<{ tasks: Task[]; total: number; counts: TaskCounts }> {
  const today = filter.today ?? dateInZone(work.now, 'UTC')
  const rows = await filtered(work, filter, today)
    .selectAll('tasks')
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy(filter.state === 'done' ? sql`tasks.done_at desc` : sql`tasks.due_on asc nulls last`)
    .orderBy('tasks.created_at')
    .orderBy('tasks.id')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
  const mine = work.actor.kind === 'person' ? work.actor.personId : null
  return {
    tasks: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      assigneePersonId: row.assignee_person_id,
      assigneeRole: row.assignee_role,
      organisationId: row.organisation_id,
      object: { kind: row.object_kind, id: row.object_id },
      subject: restoreMessage(row.subject),
      href: row.href,
      dueOn: row.due_on,
      overdue: row.done_at === null && row.due_on !== null && row.due_on < today,
      asStandIn: row.assignee_person_id !== null && row.assignee_person_id !== mine,
      createdAt: row.created_at,
      doneAt: row.done_at,
    })),
    total: Number(rows[0]?.total ?? 0n),
    counts: await countTasks(work, today),
  }
}

/** How much waits for the actor, in one query: the number beside the inbox. */
export async function countTasks(
  work: Work,
  today: DateOnly = dateInZone(work.now, 'UTC'),
): Promise<TaskCounts> {
  const soon = addDays(today, 7)
  const row = await work.read
    .selectFrom('tasks')
    .select((eb) => [
      eb.fn.countAll<bigint>().as('open'),
      eb.fn.countAll<bigint>().filterWhere('due_on', '<', today).as('overdue'),
      eb.fn
        .countAll<bigint>()
        .filterWhere('due_on', '>=', today)
        .filterWhere('due_on', '<=', soon)
        .as('due_soon'),
    ])
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((eb) => waitsFor(work.actor, today)(eb as never))
    .executeTakeFirstOrThrow()
  return { open: Number(row.open), overdue: Number(row.overdue), dueSoon: Number(row.due_soon) }
}

/** The open tasks about one object, whoever they wait for: for a verb or page that has asked who may see the object. */
export async function openTasksAbout(
  work: Work,
  object: { kind: string; id: string },
): Promise<
  {
    id: string
    kind: string
    assigneePersonId: string | null
    assigneeRole: string | null
    organisationId: string | null
    dueOn: DateOnly | null
  }[]
> {
  const rows = await work.read
    .selectFrom('tasks')
    .selectAll()
    .where('object_kind', '=', object.kind)
    .where('object_id', '=', object.id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    assigneePersonId: row.assignee_person_id,
    assigneeRole: row.assignee_role,
    organisationId: row.organisation_id,
    dueOn: row.due_on,
  }))
}

function filtered(work: Work, filter: TaskFilter, today: DateOnly) {
  let query = work.read
    .selectFrom('tasks')
    .where('cancelled_at', 'is', null)
    .where((eb) => waitsFor(work.actor, today)(eb as never))
  if (filter.state === 'done') query = query.where('done_at', 'is not', null)
  else query = query.where('done_at', 'is', null)
  if (filter.state === 'overdue') query = query.where('due_on', '<', today)
  if (filter.kinds) query = query.where(sql<SqlBool>`kind = any (${[...filter.kinds]}::text[])`)
  if (filter.organisationId) query = query.where('organisation_id', '=', filter.organisationId)
  return query
}
