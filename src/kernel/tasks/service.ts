import { randomUUIDv7 } from 'node:crypto'
import { actorLabel, type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import { type Message, storeMessage } from '#kernel/messages'
import { dateInZone, type DateOnly } from '#kernel/values'
import { tasksHandedOver, tasksReassigned } from './entries.ts'
import { m } from './messages/index.ts'
import { waitsFor } from './visibility.ts'

/** Whom a task waits for: a person (in a role, at an organisation, where that matters), or a role at an organisation. */
export type Assignee =
  | { personId: string; role?: string | null; organisationId?: string | null }
  | { personId?: null; role: string; organisationId: string | null }

/** What is to be done, for whom, about what, until when, and where it is done. */
export interface OpenTask {
  /** `module.noun`, with a label in the module's messages. */
  kind: string
  assignee: Assignee
  object: { kind: string; id: string }
  subject: Message
  /** The page where it is done, without the language: `/recognition/cases/…`. */
  href: string
  dueOn?: DateOnly | null
  originEntryId?: string | null
  /** True where the act behind `href` closes it and a tick must not: a decision, a signature. */
  closesWithAct?: boolean
}

/** Which tasks of an object are meant; all its open ones unless kinds or a person are named. */
export interface TasksOfObject {
  object: { kind: string; id: string }
  kinds?: readonly string[]
  personId?: string
}

/** Opens a task, or finds the open one of the same kind, object and assignee: opening twice makes one. Gives back its id. */
export async function openTask(work: Work, input: OpenTask): Promise<string> {
  const place = placeOf(input.assignee)
  return work.writeUnchronicled(async (tx) => {
    const id = randomUUIDv7()
    const inserted = await tx
      .insertInto('tasks')
      .values({
        id,
        kind: input.kind,
        ...place,
        object_kind: input.object.kind,
        object_id: input.object.id,
        subject: storeMessage(input.subject),
        href: input.href,
        due_on: input.dueOn ?? null,
        created_at: work.now,
        done_at: null,
        done_by: null,
        cancelled_at: null,
        origin_entry_id: input.originEntryId ?? null,
        closes_with_act: input.closesWithAct ?? false,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    return inserted?.id ?? openTaskLike(tx, input, place)
  })
}

/**
 * Marks tasks as done that wait for the actor. Gives back how many; what does not wait for them, is closed, or is
 * closed only by its own act, is left.
 */
export async function completeTasks(work: Work, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const today = dateInZone(work.now, 'UTC')
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ done_at: work.now, done_by: actorLabel(work.actor) })
      .where('id', 'in', [...ids])
      .where('closes_with_act', '=', false)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where((eb) => waitsFor(work.actor, today)(eb as never))
      .executeTakeFirst(),
  )
  return Number(result.numUpdatedRows)
}

/** Marks the open tasks of an object as done: the verb that did the work calls it. Gives back how many. */
export async function completeTasksOf(work: Work, which: TasksOfObject): Promise<number> {
  return closeTasks(work, which, { done_at: work.now, done_by: actorLabel(work.actor) })
}

/** Cancels the open tasks of an object: nobody has to do them any more. Gives back how many. */
export async function cancelTasks(work: Work, which: TasksOfObject): Promise<number> {
  return closeTasks(work, which, { cancelled_at: work.now })
}

/**
 * Gives open tasks to somebody else. The actor may give what waits for them, and what belongs to an organisation
 * whose work they manage; when one of the tasks is neither, all stay and the answer is "not found".
 */
export async function reassignTasks(
  work: Work,
  input: { ids: readonly string[]; to: Assignee },
): Promise<number | Refusal> {
  const ids = [...new Set(input.ids)]
  if (ids.length === 0) return 0
  const today = dateInZone(work.now, 'UTC')
  const allowed = await work.read
    .selectFrom('tasks')
    .select(['id', 'organisation_id'])
    .where('id', 'in', ids)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        waitsFor(work.actor, today)(eb as never),
        work.scope('tasks.task.manage', 'tasks')(eb) as never,
      ]),
    )
    .forUpdate()
    .execute()
  if (allowed.length < ids.length) return refuse(404, m('refused.no-such-task'))
  const place = placeOf(input.to)
  const entry = tasksReassigned({
    object: { kind: 'task', id: ids[0]! },
    organisationIds: organisationsOf([...allowed, place]),
    personId: place.assignee_person_id,
    data: {
      taskIds: ids,
      toPerson: place.assignee_person_id,
      toRole: place.assignee_role,
      toOrganisation: place.organisation_id,
    },
  })
  return work.write(entry, (tx) => moveTasks(tx, work.now, ids, place))
}

/**
 * Hands everything that waits for a person at an organisation to somebody else, when they go.
 * For the person themselves, and for who manages the organisation's work.
 */
export async function handOver(
  work: Work,
  input: { personId: string; organisationId: string; to: Assignee },
): Promise<number | Refusal> {
  const facts = { organisation_id: input.organisationId, person_id: input.personId }
  const own = work.actor.kind === 'person' && work.actor.personId === input.personId
  if (!own && !work.may('tasks.task.manage', facts)) return refuse(404, m('refused.no-such-task'))
  const open = await work.read
    .selectFrom('tasks')
    .select('id')
    .where('assignee_person_id', '=', input.personId)
    .where('organisation_id', '=', input.organisationId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .execute()
  if (open.length === 0) return 0
  const place = { ...placeOf(input.to), organisation_id: input.organisationId }
  const entry = tasksHandedOver({
    object: { kind: 'person', id: input.personId },
    organisationIds: [input.organisationId],
    personId: input.personId,
    data: {
      count: open.length,
      toPerson: place.assignee_person_id,
      toRole: place.assignee_role,
    },
  })
  const ids = open.map((task) => task.id)
  return work.write(entry, (tx) => moveTasks(tx, work.now, ids, place))
}

type Place = ReturnType<typeof placeOf>

function placeOf(assignee: Assignee) {
  return {
    assignee_person_id: assignee.personId ?? null,
    assignee_role: assignee.role ?? null,
    organisation_id: assignee.organisationId ?? null,
  }
}

async function openTaskLike(tx: Writer, input: OpenTask, place: Place): Promise<string> {
  const row = await tx
    .selectFrom('tasks')
    .select('id')
    .where('kind', '=', input.kind)
    .where('object_kind', '=', input.object.kind)
    .where('object_id', '=', input.object.id)
    .where('assignee_person_id', 'is not distinct from', place.assignee_person_id)
    .where('assignee_role', 'is not distinct from', place.assignee_role)
    .where('organisation_id', 'is not distinct from', place.organisation_id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

async function closeTasks(
  work: Work,
  { object, kinds, personId }: TasksOfObject,
  change: { done_at: Date; done_by: string } | { cancelled_at: Date },
): Promise<number> {
  const result = await work.writeUnchronicled((tx) => {
    let query = tx
      .updateTable('tasks')
      .set(change)
      .where('object_kind', '=', object.kind)
      .where('object_id', '=', object.id)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
    if (kinds !== undefined) query = query.where('kind', 'in', [...kinds, ''])
    if (personId !== undefined) query = query.where('assignee_person_id', '=', personId)
    return query.executeTakeFirst()
  })
  return Number(result.numUpdatedRows)
}

/** Moves tasks; one that the new assignee has open already is cancelled instead of standing twice. */
async function moveTasks(
  tx: Writer,
  now: Date,
  ids: readonly string[],
  place: Place,
): Promise<number> {
  const seen = new Set<string>()
  const tasks = await tx
    .selectFrom('tasks')
    .select(['id', 'kind', 'object_kind', 'object_id'])
    .where((eb) =>
      eb.or([
        eb('id', 'in', [...ids]),
        eb.and([
          eb('assignee_person_id', 'is not distinct from', place.assignee_person_id),
          eb('assignee_role', 'is not distinct from', place.assignee_role),
          eb('organisation_id', 'is not distinct from', place.organisation_id),
        ]),
      ]),
    )
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  const moving = new Set(ids)
  for (const task of tasks) if (!moving.has(task.id)) seen.add(sameTask(task))
  const twice: string[] = []
  const moved: string[] = []
  for (const task of tasks) {
    if (!moving.has(task.id)) continue
    ;(seen.has(sameTask(task)) ? twice : moved).push(task.id)
    seen.add(sameTask(task))
  }
  if (twice.length > 0) {
    await tx.updateTable('tasks').set({ cancelled_at: now }).where('id', 'in', twice).execute()
  }
  if (moved.length > 0) {
    await tx.updateTable('tasks').set(place).where('id', 'in', moved).execute()
  }
  return ids.length
}

function sameTask(task: { kind: string; object_kind: string; object_id: string }): string {
  return JSON.stringify([task.kind, task.object_kind, task.object_id])
}

function organisationsOf(rows: readonly { organisation_id: string | null }[]): string[] {
  return [...new Set(rows.map((row) => row.organisation_id).filter((id) => id !== null))]
}
