import { sql } from 'kysely'
import { type Actor, isRefused, type Refusal, refuse, type Work, personOf } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { type Message, restoreMessage } from '#kernel/messages'
import { type DateOnly, isUuid } from '#kernel/values'
import { dayOf } from './day.ts'
import { m } from './messages/index.ts'
import { give } from './moving.ts'
import { inTheNameOf } from './names.ts'
import { planFault, writePlan } from './plans.ts'
import { type Assignee, placeOf } from './service.ts'
import { waitsFor } from './visibility.ts'

/** What a single-act link of a mail may do to a task: the names of the actions in the rule table. */
export const taskActs = {
  complete: 'tasks.task.complete',
  giveAway: 'tasks.task.give-away',
  plan: 'tasks.task.plan',
} as const

/** The acts that a mail about a task may carry: a tick only where a tick is all it is. */
export function actsOfTask(task: {
  closesWithAct: boolean
  assigneeRole: string | null
}): (keyof typeof taskActs)[] {
  return [
    ...(task.closesWithAct ? [] : (['complete'] as const)),
    // Without a role nobody can be named who would be the right one instead.
    ...(task.assigneeRole === null ? [] : (['giveAway'] as const)),
    'plan',
  ]
}

/** The task of a single-act link, as its page shows it; whether it may be acted upon says `waits`. */
export interface LinkedTask {
  id: string
  kind: string
  object: { kind: string; id: string }
  subject: Message
  href: string
  assigneePersonId: string | null
  assigneeRole: string | null
  organisationId: string | null
  programmeId: string | null
  /** The unit that it is asked of, null for the whole organisation; absent where units do not matter. */
  unitId?: string | null
  /** Whom it leaves out. */
  leftOut: readonly string[]
  dueOn: DateOnly | null
  plannedOn: DateOnly | null
  closesWithAct: boolean
  /** Whether it is open and waits, today, for the person in whose name the link acts. */
  waits: boolean
  doneAt: Date | null
  /** Whether that person did it, by page or by link. */
  doneByThem: boolean
  cancelled: boolean
}

/** What the acting link's task is. The person's rights are those of today: who lost the role lost the task. */
export async function taskOfLink(work: Work, principal: Actor): Promise<LinkedTask | null> {
  const actor = work.actor
  if (actor.kind !== 'link' || !isUuid(actor.objectId)) return null
  const today = await dayOf(work, personOf(principal))
  const row = await work.read
    .selectFrom('tasks')
    .leftJoin('task_plans', (join) =>
      join
        .onRef('task_plans.task_id', '=', 'tasks.id')
        .on('task_plans.person_id', '=', actor.personId),
    )
    .selectAll('tasks')
    .select('task_plans.planned_on')
    .select((eb) => sql<boolean>`${waitsFor(principal, today)(eb as never)}`.as('waits'))
    .where('tasks.id', '=', actor.objectId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind,
    object: { kind: row.object_kind, id: row.object_id },
    subject: restoreMessage(row.subject),
    href: row.href,
    assigneePersonId: row.assignee_person_id,
    assigneeRole: row.assignee_role,
    organisationId: row.organisation_id,
    programmeId: row.programme_id,
    ...(row.by_unit ? { unitId: row.unit_id } : {}),
    leftOut: row.left_out_ids,
    dueOn: row.due_on,
    plannedOn: row.planned_on,
    closesWithAct: row.closes_with_act,
    waits: row.waits && row.done_at === null && row.cancelled_at === null,
    doneAt: row.done_at,
    doneByThem: row.done_by === inTheNameOf(actor),
    cancelled: row.cancelled_at !== null,
  }
}

/** Marks the link's task as done. Refuses one that has moved on, and one that only its own act closes. */
export async function completeByLink(work: Work, principal: Actor): Promise<'done' | Refusal> {
  const task = await lockedTask(work, taskActs.complete, principal)
  if (task === null || task.closesWithAct) return gone()
  const used = await useActLink(work)
  if (isRefused(used)) return used
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('tasks')
      .set({ done_at: work.now, done_by: inTheNameOf(work.actor) })
      .where('id', '=', task.id)
      .execute(),
  )
  await revokeActLinks(work, { objectIds: [task.id] }, 'done')
  return 'done'
}

/** Gives the link's task to somebody else; that they may be chosen, the page has asked. */
export async function giveAwayByLink(
  work: Work,
  principal: Actor,
  to: Assignee,
): Promise<'given' | Refusal> {
  const task = await lockedTask(work, taskActs.giveAway, principal)
  if (task === null) return gone()
  const used = await useActLink(work)
  if (isRefused(used)) return used
  await give(work, [{ id: task.id, organisation_id: task.organisationId }], placeOf(to))
  return 'given'
}

/** Says by when the person means to do the link's task. */
export async function planByLink(
  work: Work,
  principal: Actor,
  on: DateOnly,
): Promise<'planned' | Refusal> {
  const task = await lockedTask(work, taskActs.plan, principal)
  if (task === null) return gone()
  const wrong = planFault(on, await dayOf(work, personOf(principal)))
  if (wrong) return wrong
  const used = await useActLink(work)
  if (isRefused(used)) return used
  await writePlan(work, { id: task.id, organisation_id: task.organisationId }, on)
  return 'planned'
}

async function lockedTask(
  work: Work,
  action: string,
  principal: Actor,
): Promise<LinkedTask | null> {
  const actor = work.actor
  if (actor.kind !== 'link' || !work.may(action, { id: actor.objectId })) return null
  if (!isUuid(actor.objectId)) return null
  await work.read
    .selectFrom('tasks')
    .select('id')
    .where('id', '=', actor.objectId)
    .forUpdate()
    .execute()
  const task = await taskOfLink(work, principal)
  return task?.waits ? task : null
}

function gone(): Refusal {
  return refuse(409, m('refused.moved-on'))
}
