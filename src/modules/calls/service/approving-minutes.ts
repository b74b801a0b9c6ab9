import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#kernel/chronicle'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { completeTasksOf } from '#kernel/tasks'
import { dateInZone } from '#kernel/values'
import { minutesApproved } from '../entries.ts'
import { m } from '../messages/index.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import {
  itemsOf,
  type ItemRow,
  lastWaitingPlace,
  type Member,
  membersOf,
  sittingById,
  type SittingRow,
} from '../queries/sittings.ts'
import { decisionReasons } from '../schema.ts'
import { giveSeats, whyUndecidable } from './decisions.ts'
import { itemFault } from './sitting-outcomes.ts'
import { minutesTask } from './sittings.ts'
import { type Decided, writeDecisions } from './writing-decisions.ts'

/**
 * The chair approves the minutes as they were shown: what was decided enters the decisions of the call, all of it or
 * nothing, and nothing of the minutes changes any more. Refused where something was changed or decided since, where a seat
 * is not there, and where somebody voted who must not.
 */
export async function approveMinutes(
  work: Work,
  input: { sittingId: string; seen: number },
): Promise<{ document: string; decided: number } | Refusal> {
  const found = await sittingById(work, input.sittingId)
  // The call first, as with whoever else decides: two chairs of one call wait for each other here.
  const call = found ? await callById(work, found.call_id, 'lock') : null
  const sitting = found ? await sittingById(work, input.sittingId, 'lock') : null
  if (!call || !sitting || !work.may('calls.sitting.approve', sitting)) {
    return refuse(404, m('sitting.refusal.absent'))
  }
  const members = await membersOf(work, sitting.id)
  const items = await itemsOf(work, sitting.id)
  const live = items.filter(({ application_state: state }) => state === 'submitted')
  const fault =
    standingFault(work, input, { sitting, members }) ??
    whyUndecidable(work, call) ??
    agendaFault(sitting, live) ??
    (await itemFault(work, sitting, live, members))
  if (fault) return fault
  const decided = await decisionsOf(work, call, live)
  if (isRefused(decided)) return decided
  const seats = new Map(decided.map((each) => [each.application.id, each.destinationId]))
  const shown = items.map((item) => ({
    ...item,
    destination_id: seats.get(item.application_id) ?? item.destination_id,
  }))
  const document = createHash('sha256')
    .update(canonicalJson(documentOf(sitting, members, shown)))
    .digest('hex')
  await writeApproval(work, { call, sitting, document, items: shown })
  if (decided.length > 0) await writeDecisions(work, call, 'committee', decided)
  const object = { kind: 'call-sitting', id: sitting.id }
  await completeTasksOf(work, { object, kinds: [minutesTask] })
  return { document, decided: decided.length }
}

function standingFault(
  work: Work,
  { seen }: { seen: number },
  { sitting, members }: { sitting: SittingRow; members: readonly Member[] },
): Refusal | null {
  if (sitting.state === 'approved') return refuse(409, m('sitting.refusal.approved'))
  if (sitting.version !== seen) return refuse(409, m('sitting.refusal.changed'))
  if (dateInZone(work.now, sitting.time_zone) < sitting.held_on) {
    return refuse(422, m('sitting.refusal.early'))
  }
  const isThere = members.some(({ id, isPresent }) => isPresent && id === sitting.chair_id)
  return isThere ? null : refuse(422, m('sitting.refusal.no-chair'))
}

function agendaFault(sitting: SittingRow, live: readonly ItemRow[]): Refusal | null {
  const bare = live.filter(({ outcome }) => outcome === null)
  if (bare.length > 0) return refuse(422, m('sitting.refusal.unrecorded', { count: bare.length }))
  const own = live.find(({ person_id: id }) => id === sitting.chair_id)
  if (own) return refuse(409, m('sitting.refusal.officer-applies', { number: own.number }))
  const since = live.find(
    ({ decision_number: number, decisions_seen: seen, outcome }) =>
      outcome !== 'put-off' && (number ?? 0) > (seen ?? 0),
  )
  return since ? refuse(409, m('sitting.refusal.decided', { number: since.number })) : null
}

/** What the outcomes decide: seats first to whom the committee named one, then, in order, the first wish with a seat. */
async function decisionsOf(
  work: Work,
  call: CallRow,
  live: readonly ItemRow[],
): Promise<Decided[] | Refusal> {
  const settled = live.filter(({ outcome }) => outcome !== 'put-off')
  const seated = (item: ItemRow) => ({
    id: item.application_id,
    answers: item.answers,
    number: item.number,
    outcome: item.application_outcome,
    destination_id: item.seat_id,
  })
  const accepted = settled
    .filter(({ outcome }) => outcome === 'accepted')
    .toSorted((a, b) => Number(a.destination_id === null) - Number(b.destination_id === null))
  const seats = await giveSeats(
    work,
    call,
    settled.map(seated),
    accepted.map((item) => ({ application: seated(item), destinationId: item.destination_id })),
  )
  if (isRefused(seats)) return seats
  const ids = settled.map(({ application_id: id }) => id)
  let place = await lastWaitingPlace(work, call.id, ids)
  return settled.map((item): Decided => {
    const outcome = item.outcome === 'put-off' ? null : item.outcome
    if (outcome === 'waiting') place += 1
    return {
      application: { id: item.application_id, person_id: item.person_id },
      outcome,
      destinationId: seats.get(item.application_id) ?? null,
      reason: decisionReasons.find((each) => each === item.reason) ?? null,
      note: item.note,
      waitingPlace: outcome === 'waiting' ? place : null,
    }
  })
}

function documentOf(sitting: SittingRow, members: readonly Member[], items: readonly ItemRow[]) {
  const there = (isThere: boolean) =>
    members
      .filter(({ isPresent }) => isPresent === isThere)
      .map(({ id }) => id)
      .toSorted()
  return {
    sitting: sitting.id,
    call: sitting.call_id,
    heldOn: sitting.held_on,
    place: sitting.place,
    chair: sitting.chair_id,
    secretary: sitting.secretary_id,
    present: there(true),
    absent: there(false),
    minutes: sitting.minutes,
    items: items.map((item) => ({
      application: item.application_id,
      withdrawn: item.application_state === 'withdrawn',
      outcome: item.outcome,
      destination: item.destination_id,
      votes: [item.votes_for, item.votes_against, item.votes_abstained],
      reason: item.reason,
      note: Object.fromEntries(Object.entries(item.note)),
      left: item.left.toSorted(),
    })),
  }
}

async function writeApproval(
  work: Work,
  {
    call,
    sitting,
    document,
    items,
  }: { call: CallRow; sitting: SittingRow; document: string; items: readonly ItemRow[] },
): Promise<void> {
  const entry = minutesApproved({
    object: { kind: 'call-sitting', id: sitting.id },
    organisationIds: [sitting.organisation_id],
    data: { callId: call.id, heldOn: sitting.held_on, document, items: items.length },
  })
  const seats = items.flatMap(({ id, destination_id: seat }) =>
    seat === null ? [] : [{ id, seat }],
  )
  await work.write(entry, async (tx) => {
    // The seats that the minutes end with, before nothing of them changes any more.
    await sql`update call_sitting_items set destination_id = given.seat
      from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as given (id uuid, seat text)
      where call_sitting_items.id = given.id`.execute(tx)
    await tx
      .updateTable('call_sittings')
      .set({ state: 'approved', approved_at: work.now, document_sha256: document })
      .where('id', '=', sitting.id)
      .execute()
  })
}
