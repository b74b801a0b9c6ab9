import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Work, type Writer } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { enqueue } from '#kernel/jobs'
import { type Message, storeMessage } from '#kernel/messages'
import type { DateOnly } from '#kernel/values'
import { dayOf } from './day.ts'
import { tellOfTask } from './jobs.ts'
import { inTheNameOf, personLabel } from './names.ts'
import type { Place } from './schema.ts'
import { openTwin, waitsFor } from './visibility.ts'

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
  /** The degree programme that it is of: a role limited to others neither sees nor counts it. */
  programmeId?: string | null
  /** Asked by unit: whose roles are limited to units sees what is theirs; null is for the roles of the whole organisation. */
  unitId?: string | null
  /** Whom it leaves out: nobody is asked to judge their own, nor what they did themselves. */
  leavesOut?: readonly (string | null)[]
  /** True where the verb itself tells them, by a letter of its own. */
  isTold?: boolean
}

/** Which tasks of an object are meant; all its open ones unless kinds or a person are named. */
export interface TasksOfObject {
  object: { kind: string; id: string }
  kinds?: readonly string[]
  personId?: string
  /** Only those that wait for a role at this organisation. */
  organisationId?: string
}

/** How long a tick can be taken back. */
const undoHours = 24

/**
 * Opens a task, or finds the open one of the same kind, object and assignee: opening twice makes one. Whom it waits for
 * is told once it stands. Gives back its id.
 */
export async function openTask(work: Work, input: OpenTask): Promise<string> {
  const place = placeOf(input.assignee)
  const id = randomUUIDv7()
  const inserted = await work.writeUnchronicled((tx) =>
    tx
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
        programme_id: input.programmeId ?? null,
        unit_id: input.unitId ?? null,
        by_unit: input.unitId !== undefined,
        left_out_ids: leftOut(input),
        told_at: input.isTold ? work.now : null,
        reminded_at: null,
        moved_at: null,
        moved_by: null,
        moved_from: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (!inserted) return work.writeUnchronicled((tx) => openTaskLike(tx, input, place))
  // Who gives themselves something to do needs no letter about it.
  const isOwn =
    place.assignee_person_id !== null && place.assignee_person_id === personOf(work.actor)
  if (!isOwn && !input.isTold) {
    await enqueue(work, tellOfTask, { taskId: id })
  }
  return id
}

/**
 * Marks tasks as done that wait for the actor. Gives back which; what does not wait for them, is closed, or is closed
 * only by its own act, is left.
 */
export async function completeTasks(work: Work, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const today = await dayOf(work)
  const done = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ done_at: work.now, done_by: inTheNameOf(work.actor) })
      .where('id', 'in', [...ids])
      .where('closes_with_act', '=', false)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where((eb) => waitsFor(work.actor, today)(eb as never))
      .returning('id')
      .execute(),
  )
  const closed = done.map((task) => task.id)
  await revokeActLinks(work, { objectIds: closed }, 'done')
  return closed
}

/**
 * Takes ticks back: tasks that the actor marked as done within a day, by page or by link, wait again. One that was
 * opened anew meanwhile is left. Gives back which.
 */
export async function reopenTasks(work: Work, ids: readonly string[]): Promise<string[]> {
  const me = personOf(work.actor)
  if (ids.length === 0 || me === null) return []
  const today = await dayOf(work)
  const since = new Date(work.now.getTime() - undoHours * 3_600_000)
  const rows = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ done_at: null, done_by: null })
      .where('tasks.id', 'in', [...ids])
      .where('tasks.closes_with_act', '=', false)
      .where('tasks.cancelled_at', 'is', null)
      .where('tasks.done_at', '>=', since)
      .where('tasks.done_by', '=', personLabel(me))
      .where((eb) => waitsFor(work.actor, today)(eb as never))
      .where((eb) => eb.not(eb.exists(openTwin(eb as never))))
      .returning('tasks.id')
      .execute(),
  )
  return rows.map((row) => row.id)
}

/** Marks the open tasks of an object as done: the verb that did the work calls it. Gives back how many. */
export async function completeTasksOf(work: Work, which: TasksOfObject): Promise<number> {
  const change = { done_at: work.now, done_by: inTheNameOf(work.actor) }
  return closeTasks(work, which, change, 'done')
}

/** Cancels the open tasks of an object: nobody has to do them any more. Gives back how many. */
export async function cancelTasks(work: Work, which: TasksOfObject): Promise<number> {
  return closeTasks(work, which, { cancelled_at: work.now }, 'cancelled')
}

/** Gives the open tasks of an object another last day; whom they wait for is reminded of that one. Gives back how many. */
export async function rescheduleTasks(
  work: Work,
  which: TasksOfObject,
  dueOn: DateOnly | null,
): Promise<number> {
  const result = await work.writeUnchronicled((tx) => {
    let query = tx
      .updateTable('tasks')
      .set({ due_on: dueOn, reminded_at: null })
      .where('object_kind', '=', which.object.kind)
      .where('object_id', '=', which.object.id)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
    if (which.kinds !== undefined) query = query.where('kind', 'in', [...which.kinds, ''])
    return query.executeTakeFirst()
  })
  return Number(result.numUpdatedRows)
}

function leftOut({ leavesOut = [] }: OpenTask): string[] {
  return [...new Set(leavesOut.flatMap((id) => id ?? []))]
}

/** An assignee in columns. */
export function placeOf(assignee: Assignee): Place {
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
  { object, kinds, personId, organisationId }: TasksOfObject,
  change: { done_at: Date; done_by: string } | { cancelled_at: Date },
  end: 'done' | 'cancelled',
): Promise<number> {
  const closed = await work.writeUnchronicled((tx) => {
    let query = tx
      .updateTable('tasks')
      .set(change)
      .where('object_kind', '=', object.kind)
      .where('object_id', '=', object.id)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .returning('id')
    if (kinds !== undefined) query = query.where('kind', 'in', [...kinds, ''])
    if (personId !== undefined) query = query.where('assignee_person_id', '=', personId)
    if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
    return query.execute()
  })
  const ids = closed.map((task) => task.id)
  await revokeActLinks(work, { objectIds: ids }, end)
  return ids.length
}
