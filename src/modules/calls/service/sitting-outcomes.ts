import { sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { dateInZone, displayName, type LocalText } from '#kernel/values'
import { m } from '../messages/index.ts'
import {
  itemsOf,
  type ItemRow,
  type Member,
  membersOf,
  type SittingRow,
} from '../queries/sittings.ts'
import { type Conflict, forbids } from '../rules/conflicts.ts'
import { voteFault, type Votes } from '../rules/votes.ts'
import { type SittingOutcome, sittingOutcomes } from '../schema-committee.ts'
import { decisionReasons } from '../schema.ts'
import { conflictsIn } from './conflicts.ts'
import { reasonFault } from './decisions.ts'
import { countChange, openSitting } from './sittings.ts'

/** Who of the members must not vote on an item, and what stands between. */
export type Standing = ReadonlyMap<string, readonly { member: Member; conflict: Conflict }[]>

/** For each item of an agenda the members who must leave the room for it; three queries however many. */
export async function whoMustLeave(
  work: Work,
  sitting: SittingRow,
  items: readonly ItemRow[],
  members: readonly Member[],
): Promise<Standing> {
  const call = { id: sitting.call_id, time_zone: sitting.time_zone }
  const { between, isWaived } = await conflictsIn(work, call, {
    applications: items.map(({ application_id: id, person_id }) => ({ id, person_id })),
    reviewerIds: members.map(({ id }) => id),
  })
  return new Map(
    items.map((item) => [
      item.id,
      members.flatMap((member) => {
        const conflict = between({ id: item.application_id, person_id: item.person_id }, member.id)
        return conflict !== null && forbids(conflict, isWaived) ? [{ member, conflict }] : []
      }),
    ]),
  )
}

/** What a committee made of applications, as it is recorded. */
export interface Recorded {
  outcome: string
  destinationId: string | null
  votes: Votes
  reason: string
  note: LocalText
  /** Who left the room; null: as it was noted before. */
  left: readonly string[] | null
}

/**
 * Records what the committee made of applications, many at once: from the day of the sitting on, with votes that the people
 * in the room can have given, and by nobody who must not judge the applicant. Until the minutes are approved it can be
 * recorded anew; who has recorded one of these meanwhile is not written over.
 */
export async function recordOutcomes(
  work: Work,
  input: Recorded & { sittingId: string; seen: number; itemIds: readonly string[] },
): Promise<{ count: number } | Refusal> {
  const at = await chosenAt(work, input)
  if (isRefused(at)) return at
  const { sitting, chosen, members } = at
  if (dateInZone(work.now, sitting.time_zone) < sitting.held_on)
    return refuse(422, m('sitting.refusal.early'))
  const outcome = sittingOutcomes.find((each) => each === input.outcome)
  if (!outcome) return refuse(422, m('refusal.no-outcome'), { outcome: m('refusal.no-outcome') })
  const fault = outcomeFault(sitting, outcome, input)
  if (fault) return fault
  const items = chosen.map((item) => ({
    ...item,
    left: input.left?.filter((id) => members.some((each) => each.id === id)) ?? item.left,
    votes_for: input.votes.for,
    votes_against: input.votes.against,
    votes_abstained: input.votes.abstained,
    outcome,
  }))
  const wrong = await itemFault(work, sitting, items, members)
  if (wrong) return wrong
  const version = sitting.version + 1
  await work.writeUnchronicled(async (tx) => {
    if (input.left !== null) await keepAbsences(tx, sitting.id, items)
    await tx
      .updateTable('call_sitting_items')
      .set({
        outcome,
        destination_id: outcome === 'accepted' ? input.destinationId || null : null,
        votes_for: input.votes.for,
        votes_against: input.votes.against,
        votes_abstained: input.votes.abstained,
        reason: decisionReasons.find((each) => each === input.reason) ?? null,
        note: JSON.stringify(input.note),
        recorded_by: personOf(work.actor),
        recorded_at: work.now,
        version,
        decisions_seen: sitting.decisions,
      })
      .where(
        'id',
        'in',
        items.map(({ id }) => id),
      )
      .execute()
    await countChange(tx, sitting)
  })
  return { count: items.length }
}

async function chosenAt(
  work: Work,
  input: { sittingId: string; seen: number; itemIds: readonly string[] },
) {
  const sitting = await openSitting(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  const all = await itemsOf(work, sitting.id)
  const chosen = all.filter(({ id }) => input.itemIds.includes(id))
  if (chosen.length === 0) return refuse(422, m('refusal.none-chosen'))
  if (chosen.length < new Set(input.itemIds).size) return refuse(409, m('sitting.refusal.changed'))
  const later = chosen.find(({ version }) => version > input.seen)
  if (later) {
    const name = later.recorder === null ? '–' : displayName(later.recorder, work.language)
    return refuse(409, m('sitting.refusal.recorded-by', { number: later.number, name }))
  }
  return { sitting, chosen, members: await membersOf(work, sitting.id) }
}

function outcomeFault(
  sitting: SittingRow,
  outcome: SittingOutcome,
  input: Recorded,
): Refusal | null {
  const { destinations } = sitting.definition
  const isKnown = !input.destinationId || destinations.some(({ id }) => id === input.destinationId)
  if (!isKnown) {
    const fault = m('sitting.refusal.destination')
    return refuse(422, fault, { destination: fault })
  }
  return reasonFault(outcome === 'put-off' ? null : outcome, input)
}

/**
 * What is wrong with the votes on items, or null: somebody in the room who must not judge the applicant, or more votes than
 * there were people. Asked when it is recorded, and again when it is approved, for who was there may have been changed.
 */
export async function itemFault(
  work: Work,
  sitting: SittingRow,
  items: readonly ItemRow[],
  members: readonly Member[],
): Promise<Refusal | null> {
  const present = members.filter(({ isPresent }) => isPresent)
  const must = await whoMustLeave(work, sitting, items, present)
  for (const item of items) {
    const stayed = must.get(item.id)?.find(({ member }) => !item.left.includes(member.id))
    if (stayed) {
      const name = displayName(stayed.member.name, work.language)
      const conflict = m(`conflict.${stayed.conflict}`)
      const fault = m('sitting.refusal.stayed', { number: item.number, name, conflict })
      return refuse(409, fault, { left: fault })
    }
    const inRoom = present.filter(({ id }) => !item.left.includes(id)).length
    const votes = {
      for: item.votes_for,
      against: item.votes_against,
      abstained: item.votes_abstained,
    }
    const fault = voteFault(votes, inRoom, item.outcome === 'put-off')
    if (fault) {
      const message = m(`sitting.refusal.votes-${fault}`, { number: item.number, inRoom })
      return refuse(422, message, { for: message })
    }
  }
  return null
}

/** Notes that everybody who must not judge left the room for these applications; tells for how many somebody does. */
export async function sendOut(
  work: Work,
  input: { sittingId: string; seen: number; itemIds: readonly string[] },
): Promise<{ count: number } | Refusal> {
  const at = await chosenAt(work, input)
  if (isRefused(at)) return at
  const { sitting, chosen, members } = at
  const must = await whoMustLeave(work, sitting, chosen, members)
  const items = chosen.flatMap((item) => {
    const out = (must.get(item.id) ?? []).map(({ member }) => member.id)
    return out.length === 0 ? [] : [{ id: item.id, left: [...new Set([...item.left, ...out])] }]
  })
  if (items.length > 0) {
    await work.writeUnchronicled(async (tx) => {
      await keepAbsences(tx, sitting.id, items)
      await countChange(tx, sitting)
    })
  }
  return { count: items.length }
}

async function keepAbsences(
  tx: Writer,
  sittingId: string,
  items: readonly Pick<ItemRow, 'id' | 'left'>[],
): Promise<void> {
  await tx
    .deleteFrom('call_sitting_absences')
    .where(
      'item_id',
      'in',
      items.map(({ id }) => id),
    )
    .execute()
  const rows = items.flatMap(({ id, left }) => left.map((person) => ({ id, person })))
  await sql`insert into call_sitting_absences (item_id, sitting_id, person_id)
    select given.id, ${sittingId}::uuid, given.person
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, person uuid)`.execute(
    tx,
  )
}
