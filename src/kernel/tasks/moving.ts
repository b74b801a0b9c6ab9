import { type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { enqueue } from '#kernel/jobs'
import { dayOf } from './day.ts'
import { tasksHandedOver, tasksReassigned } from './entries.ts'
import { tellOfTask } from './jobs.ts'
import { m } from './messages/index.ts'
import { inTheNameOf } from './names.ts'
import type { Place } from './schema.ts'
import { type Assignee, placeOf } from './service.ts'
import { waitsFor } from './visibility.ts'

/** How long somebody may take back what they gave away. */
const undoHours = 24

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
  const today = await dayOf(work)
  const allowed = await work.read
    .selectFrom('tasks')
    .select(['id', 'organisation_id', 'left_out_ids'])
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
  if (isLeftOut(allowed, input.to)) return leftOut()
  return give(work, allowed, placeOf(input.to))
}

/** Gives tasks that are locked and known to be the actor's to give, with the entry that tells of it. */
export async function give(
  work: Work,
  tasks: readonly { id: string; organisation_id: string | null }[],
  place: Place,
): Promise<number> {
  const ids = tasks.map((task) => task.id)
  const entry = tasksReassigned({
    object: { kind: 'task', id: ids[0]! },
    organisationIds: organisationsOf([...tasks, place]),
    personId: place.assignee_person_id,
    data: {
      taskIds: ids,
      toPerson: place.assignee_person_id,
      toRole: place.assignee_role,
      toOrganisation: place.organisation_id,
    },
  })
  await work.write(entry, (tx) => moveTasks(tx, work, ids, place))
  await afterMove(work, ids)
  return ids.length
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
    .select(['id', 'left_out_ids'])
    .where('assignee_person_id', '=', input.personId)
    .where('organisation_id', '=', input.organisationId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .execute()
  if (open.length === 0) return 0
  if (isLeftOut(open, input.to)) return leftOut()
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
  await work.write(entry, (tx) => moveTasks(tx, work, ids, place))
  await afterMove(work, ids)
  return ids.length
}

/**
 * Takes back what the actor gave away within a day, as long as it still waits where they put it. What was done or given
 * on meanwhile is left. Gives back how many.
 */
export async function takeBackTasks(work: Work, ids: readonly string[]): Promise<number> {
  if (ids.length === 0 || work.actor.kind !== 'person') return 0
  const since = new Date(work.now.getTime() - undoHours * 3_600_000)
  const tasks = await work.read
    .selectFrom('tasks')
    .select(['id', 'organisation_id', 'moved_from'])
    .where('id', 'in', [...ids])
    .where('moved_by', '=', inTheNameOf(work.actor))
    .where('moved_at', '>=', since)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .execute()
  const groups = Map.groupBy(tasks, (task) => JSON.stringify(task.moved_from))
  for (const group of groups.values()) await give(work, group, group[0]!.moved_from!)
  return tasks.length
}

/** Whether one of the tasks may not be done by whom they are given to. */
function isLeftOut(tasks: readonly { left_out_ids: string[] }[], { personId }: Assignee): boolean {
  return tasks.some(({ left_out_ids }) => personId != null && left_out_ids.includes(personId))
}

function leftOut(): Refusal {
  return refuse(422, m('refused.left-out'), { to: m('refused.left-out') })
}

/** Links in the mails of those who had it close; those who have it now are told. */
async function afterMove(work: Work, ids: readonly string[]): Promise<void> {
  await revokeActLinks(work, { objectIds: ids }, 'given-away')
  for (const taskId of ids) await enqueue(work, tellOfTask, { taskId })
}

/** Moves tasks; one that the new assignee has open already is cancelled instead of standing twice. */
async function moveTasks(
  tx: Writer,
  work: Work,
  ids: readonly string[],
  place: Place,
): Promise<void> {
  const tasks = await tx
    .selectFrom('tasks')
    .selectAll()
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
  const seen = new Set(tasks.filter((task) => !moving.has(task.id)).map(sameTask))
  const twice: string[] = []
  const moved: (typeof tasks)[number][] = []
  for (const task of tasks.filter(({ id }) => moving.has(id))) {
    if (seen.has(sameTask(task))) twice.push(task.id)
    else moved.push(task)
    seen.add(sameTask(task))
  }
  if (twice.length > 0) {
    await tx.updateTable('tasks').set({ cancelled_at: work.now }).where('id', 'in', twice).execute()
  }
  const formerPlaces = Map.groupBy(moved, (task) => JSON.stringify(formerPlace(task)))
  for (const [moved_from, group] of formerPlaces) {
    await tx
      .updateTable('tasks')
      .set({
        ...place,
        told_at: null,
        reminded_at: null,
        moved_at: work.now,
        moved_by: inTheNameOf(work.actor),
        moved_from,
      })
      .where(
        'id',
        'in',
        group.map((task) => task.id),
      )
      .execute()
  }
}

function formerPlace({ assignee_person_id, assignee_role, organisation_id }: Place): Place {
  return { assignee_person_id, assignee_role, organisation_id }
}

function sameTask(task: { kind: string; object_kind: string; object_id: string }): string {
  return JSON.stringify([task.kind, task.object_kind, task.object_id])
}

function organisationsOf(rows: readonly { organisation_id: string | null }[]): string[] {
  return [...new Set(rows.map((row) => row.organisation_id).filter((id) => id !== null))]
}
