import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { cancelTasks, openTask } from '#kernel/tasks'
import type { DateOnly, PersonName } from '#kernel/values'
import { affiliationsOf } from '#modules/alliance'
import { sittingPlanned } from '../entries.ts'
import { m } from '../messages/index.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { reviewersOf } from '../queries/reviews.ts'
import { membersOf, sittingById, type SittingRow, sittingsOf } from '../queries/sittings.ts'
import { reviewingRoles } from './reviews.ts'

/** The longest minutes that are typed beside the outcomes. */
export const longestMinutes = 20_000

/** The kind of task by which chair and minute-taker learn of a sitting. */
export const minutesTask = 'calls.minutes'

/** When and where a committee sits, and who sits in it. */
export interface SittingPlan {
  heldOn: DateOnly
  place: string
  chairId: string
  secretaryId: string
  memberIds: readonly string[]
}

/** Who can sit in the committee of a call: whoever works here for students or studies, and the call's own reviewers. */
export async function possibleMembers(
  work: Work,
  call: Pick<CallRow, 'id' | 'organisation_id'>,
): Promise<{ id: string; name: PersonName }[]> {
  const roles = [...reviewingRoles, 'coordinator', 'registrar', 'administrator']
  const all = await affiliationsOf(work, { organisationIds: [call.organisation_id] })
  const here = all.filter(({ role }) => roles.includes(role)).map(({ person }) => person)
  const reviewers = await reviewersOf(work, call.id)
  const people = [...here, ...reviewers.map(({ person_id: id, name }) => ({ id, name }))]
  return [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()]
}

/** Plans a sitting; chair and minute-taker sit in it. The same form sent twice plans one. */
export async function planSitting(
  work: Work,
  input: SittingPlan & { callId: string; node: string },
): Promise<{ sittingId: string } | Refusal> {
  const call = await callById(work, input.callId, 'lock')
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  if (call.state !== 'published') {
    return refuse(409, m(call.state === 'draft' ? 'refusal.still-open' : 'refusal.decided-already'))
  }
  const members = await membersFor(work, call, input)
  if (isRefused(members)) return members
  const same = (await sittingsOf(work, call.id)).find(
    (each) =>
      each.state === 'planned' &&
      each.held_on === input.heldOn &&
      each.place === input.place.trim() &&
      each.chair_id === input.chairId,
  )
  if (same) return { sittingId: same.id }
  const id = randomUUIDv7()
  const entry = sittingPlanned({
    object: { kind: 'call-sitting', id },
    organisationIds: [call.organisation_id],
    data: { callId: call.id, heldOn: input.heldOn },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('call_sittings')
      .values({
        id,
        origin: input.node,
        call_id: call.id,
        organisation_id: call.organisation_id,
        held_on: input.heldOn,
        place: input.place.trim(),
        chair_id: input.chairId,
        secretary_id: input.secretaryId,
        created_by: personOf(work.actor)!,
        created_at: work.now,
        approved_at: null,
        document_sha256: null,
      })
      .execute()
    await seat(tx, id, members)
  })
  await askOfficers(work, id, input)
  return { sittingId: id }
}

async function membersFor(
  work: Work,
  call: Pick<CallRow, 'id' | 'organisation_id'>,
  input: SittingPlan,
): Promise<string[] | Refusal> {
  if (input.place.length > 300) {
    const fault = m('answer.fault.long', { most: 300, length: input.place.length })
    return refuse(422, fault, { place: fault })
  }
  const possible = new Set((await possibleMembers(work, call)).map(({ id }) => id))
  for (const [field, id] of [
    ['chair', input.chairId],
    ['secretary', input.secretaryId],
  ] as const) {
    if (!possible.has(id))
      return refuse(422, m('sitting.refusal.officer'), { [field]: m('sitting.refusal.officer') })
  }
  return [...new Set([input.chairId, input.secretaryId, ...input.memberIds])].filter((id) =>
    possible.has(id),
  )
}

async function seat(tx: Writer, sittingId: string, members: readonly string[]): Promise<void> {
  await tx
    .insertInto('call_sitting_members')
    .values(members.map((person_id) => ({ sitting_id: sittingId, person_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function askOfficers(
  work: Work,
  id: string,
  { chairId, secretaryId, heldOn }: SittingPlan,
): Promise<void> {
  for (const [personId, subject] of [
    [chairId, m('task.chair')],
    ...(secretaryId === chairId ? [] : [[secretaryId, m('task.secretary')] as const]),
  ] as const) {
    await openTask(work, {
      kind: minutesTask,
      assignee: { personId },
      object: { kind: 'call-sitting', id },
      subject,
      href: `/sittings/${id}`,
      dueOn: heldOn,
      closesWithAct: true,
    })
  }
}

/** Changes a sitting while its minutes are not approved. Who left the room for something stays a member of it. */
export async function changeSitting(
  work: Work,
  input: SittingPlan & { sittingId: string; seen: number },
): Promise<true | Refusal> {
  const sitting = await openSitting(work, input.sittingId, 'calls.sitting.plan')
  if (isRefused(sitting)) return sitting
  if (sitting.version !== input.seen) return refuse(409, m('sitting.refusal.changed'))
  const call = { id: sitting.call_id, organisation_id: sitting.organisation_id }
  const members = await membersFor(work, call, input)
  if (isRefused(members)) return members
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('call_sittings')
      .set({
        held_on: input.heldOn,
        place: input.place.trim(),
        chair_id: input.chairId,
        secretary_id: input.secretaryId,
        version: sitting.version + 1,
      })
      .where('id', '=', sitting.id)
      .execute()
    await seat(tx, sitting.id, members)
    await tx
      .deleteFrom('call_sitting_members')
      .where('sitting_id', '=', sitting.id)
      .where('person_id', 'not in', members)
      .where('person_id', 'not in', (eb) =>
        eb
          .selectFrom('call_sitting_absences')
          .select('person_id')
          .where('sitting_id', '=', sitting.id),
      )
      .execute()
  })
  const isSame =
    sitting.chair_id === input.chairId &&
    sitting.secretary_id === input.secretaryId &&
    sitting.held_on === input.heldOn
  if (isSame) return true
  const object = { kind: 'call-sitting', id: sitting.id }
  await cancelTasks(work, { object, kinds: [minutesTask] })
  await askOfficers(work, sitting.id, input)
  return true
}

/** Says who is there. */
export async function recordPresence(
  work: Work,
  input: { sittingId: string; present: readonly string[] },
): Promise<{ present: number } | Refusal> {
  const sitting = await openSitting(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  const members = await membersOf(work, sitting.id)
  const present = members.filter(({ id }) => input.present.includes(id)).map(({ id }) => id)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('call_sitting_members')
      .set({ is_present: sql<boolean>`person_id = any(${present}::uuid[])` })
      .where('sitting_id', '=', sitting.id)
      .execute()
    await countChange(tx, sitting)
  })
  return { present: present.length }
}

/** Types what was said beside the outcomes, until it is approved. */
export async function writeMinutes(
  work: Work,
  input: { sittingId: string; seen: number; text: string },
): Promise<true | Refusal> {
  const sitting = await openSitting(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  if (input.text.length > longestMinutes) {
    const fault = m('answer.fault.long', { most: longestMinutes, length: input.text.length })
    return refuse(422, fault, { text: fault })
  }
  // Whoever else typed meanwhile is not written over; outcomes that were recorded meanwhile hinder nobody.
  const isBase = input.seen === sitting.version || sitting.minutes === ''
  if (!isBase && sitting.minutes !== input.text) {
    return refuse(409, m('sitting.refusal.changed'), { text: m('sitting.refusal.changed') })
  }
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('call_sittings')
      .set({ minutes: input.text })
      .where('id', '=', sitting.id)
      .execute()
    await countChange(tx, sitting)
  })
  return true
}

/** The sitting, locked, whose minutes are not approved and in which the actor may do this. */
export async function openSitting(
  work: Work,
  id: string,
  action = 'calls.sitting.record',
): Promise<SittingRow | Refusal> {
  const sitting = await sittingById(work, id, 'lock')
  if (!sitting || !work.may(action, sitting)) return refuse(404, m('sitting.refusal.absent'))
  return sitting.state === 'planned' ? sitting : refuse(409, m('sitting.refusal.approved'))
}

/** Counts a change of the sitting: who approves what stood before is told. */
export async function countChange(
  tx: Writer,
  sitting: Pick<SittingRow, 'id' | 'version'>,
): Promise<void> {
  await tx
    .updateTable('call_sittings')
    .set({ version: sitting.version + 1 })
    .where('id', '=', sitting.id)
    .execute()
}
