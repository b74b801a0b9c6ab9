import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { personOf, type Tables, type Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import { addDays, dateInZone, type DateOnly } from '#kernel/values'
import { personIn } from './names.ts'
import { isForLater, waitsFor } from './visibility.ts'

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
  /** Whether only the act that it asks for closes it; then it has no tick. */
  closesWithAct: boolean
  /** The day on which the reader means to do it. */
  plannedOn: DateOnly | null
  /** Who gave it away last, where somebody did. */
  movedByPersonId: string | null
  createdAt: Date
  doneAt: Date | null
}

/** What of it is wanted; the reader's day decides what is overdue. */
export interface TaskFilter {
  /** `open` leaves out what the reader means to do later, `later` is that; unless said, everything that is not done. */
  state?: 'open' | 'overdue' | 'later' | 'done'
  kinds?: readonly string[]
  organisationId?: string
  /** Only these, as far as they wait for the actor. */
  ids?: readonly string[]
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
  /** What the reader means to do on a later day; not among the open. */
  later: number
}

/** What waits for the actor, the most urgent first, with the counts: two queries, however many tasks there are. */
export async function tasksFor(
  work: Work,
  filter: TaskFilter = {},
): Promise<{ tasks: Task[]; total: number; counts: TaskCounts }> {
  const today = filter.today ?? dateInZone(work.now, 'UTC')
  const mine = personOf(work.actor)
  const rows = await filtered(work, filter, today)
    .leftJoin('task_plans as plan', (join) =>
      join.onRef('plan.task_id', '=', 'tasks.id').on('plan.person_id', '=', mine),
    )
    .selectAll('tasks')
    .select('plan.planned_on')
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy(filter.state === 'done' ? sql`tasks.done_at desc` : sql`tasks.due_on asc nulls last`)
    .orderBy('tasks.created_at')
    .orderBy('tasks.id')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
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
      closesWithAct: row.closes_with_act,
      plannedOn: row.planned_on,
      movedByPersonId: personIn(row.moved_by),
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
  const later = forLater(work, today)
  const row = await work.read
    .selectFrom('tasks')
    .select((eb) => [
      eb.fn
        .countAll<bigint>()
        .filterWhere(eb.not(later(eb)))
        .as('open'),
      eb.fn.countAll<bigint>().filterWhere(later(eb)).as('later'),
      eb.fn.countAll<bigint>().filterWhere('due_on', '<', today).as('overdue'),
      eb.fn
        .countAll<bigint>()
        .filterWhere('due_on', '>=', today)
        .filterWhere('due_on', '<=', soon)
        .filterWhere(eb.not(later(eb)))
        .as('due_soon'),
    ])
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((eb) => waitsFor(work.actor, today)(eb as never))
    .executeTakeFirstOrThrow()
  return {
    open: Number(row.open),
    overdue: Number(row.overdue),
    dueSoon: Number(row.due_soon),
    later: Number(row.later),
  }
}

/** The kinds of task that wait for the actor, put off or not: what a list of them can be narrowed to. One query. */
export async function kindsWaiting(
  work: Work,
  today: DateOnly = dateInZone(work.now, 'UTC'),
): Promise<string[]> {
  const rows = await filtered(work, {}, today).select('kind').distinct().execute()
  return rows.map(({ kind }) => kind)
}

/** What the reader put off; nothing for those who are no person. */
function forLater(work: Work, today: DateOnly) {
  const mine = personOf(work.actor)
  return (eb: ExpressionBuilder<Tables, 'tasks'>): Expression<SqlBool> =>
    mine === null ? eb.lit(false) : isForLater(mine, today)(eb)
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
  const later = forLater(work, today)
  if (filter.state === 'later') query = query.where((eb) => later(eb as never))
  // Without a state everything open is meant.
  if (filter.state === 'open') query = query.where((eb) => eb.not(later(eb as never)))
  if (filter.ids) query = query.where(sql<SqlBool>`id = any (${[...filter.ids]}::uuid[])`)
  if (filter.kinds) query = query.where(sql<SqlBool>`kind = any (${[...filter.kinds]}::text[])`)
  if (filter.organisationId) query = query.where('organisation_id', '=', filter.organisationId)
  return query
}
