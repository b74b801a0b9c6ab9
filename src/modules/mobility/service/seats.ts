import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { openTask } from '#kernel/tasks'
import { type Quota, quotasOf, recordSeats } from '#modules/agreements'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { waitingFor } from '../queries/stays.ts'
import { chooseSeat, type SeatOffer } from '../rules/seats.ts'
import { seatStates } from '../rules/states.ts'
import { freeSeatTask } from '../task-kinds.ts'

/** A condition that gives seats to a pair of institutions, with what is held of them. */
export type HeldQuota = SeatOffer & Pick<Quota, 'code' | 'title' | 'condition'>

/** For whom seats are asked. */
export interface SeatQuestion {
  sending: string
  receiving: string
  year: string
  level: number
  field: string
}

/** The conditions in force for a nomination, with the seats that stays of this house hold of each; two queries more. */
export async function offersFor(work: Work, question: SeatQuestion): Promise<HeldQuota[]> {
  const quotas = await quotasOf(work, { ...question, kind: 'study' })
  return withHeld(work, quotas, question)
}

/** Quotas with the seats that are held of them; one query, however many. */
export async function withHeld(
  work: Work,
  quotas: readonly Quota[],
  { sending, receiving, year }: Pick<SeatQuestion, 'sending' | 'receiving' | 'year'>,
): Promise<HeldQuota[]> {
  if (quotas.length === 0) return []
  const rows = await work.read
    .selectFrom('mobilities')
    .select(['agreement_id', 'condition_key', 'sending_organisation_id as sending'])
    .select(['receiving_organisation_id as receiving', sql<number>`count(*)::int`.as('held')])
    .where('agreement_id', 'in', [...new Set(quotas.map(({ agreementId }) => agreementId))])
    .where('sending_year', '=', year)
    .where('state', 'in', [...seatStates])
    .groupBy(['agreement_id', 'condition_key', 'sending_organisation_id'])
    .groupBy('receiving_organisation_id')
    .execute()
  return quotas.map(({ agreementId, code, title, condition, seats }) => ({
    agreementId,
    code,
    title,
    condition,
    seats,
    conditionKey: condition.key,
    shared: condition.shared,
    held: rows
      .filter((row) => row.agreement_id === agreementId && row.condition_key === condition.key)
      .filter((row) => condition.shared || (row.sending === sending && row.receiving === receiving))
      .reduce((sum, row) => sum + row.held, 0),
  }))
}

/** Keeps the seats of some agreements from being given to two at once; held until the commit. */
export async function lockAgreements(work: Work, agreementIds: readonly string[]): Promise<void> {
  if (agreementIds.length === 0) return
  await work.read
    .selectFrom('agreements')
    .select('id')
    .where('id', 'in', [...new Set(agreementIds)])
    .orderBy('id')
    .modifyEnd(sql`for update`)
    .execute()
}

/** Tells the agreement how many of its places a pair of partners uses in a year, after a stay took one or gave one up. */
export async function recordUse(
  work: Work,
  stay: Pick<
    StayRow,
    'agreement_id' | 'sending_organisation_id' | 'receiving_organisation_id' | 'sending_year'
  >,
): Promise<void> {
  const { agreement_id: agreementId, sending_year: year } = stay
  if (agreementId === null) return
  await lockAgreements(work, [agreementId])
  const pair = [stay.sending_organisation_id, stay.receiving_organisation_id] as const
  const { used } = await work.read
    .selectFrom('mobilities')
    .select(sql<number>`count(*)::int`.as('used'))
    .where('agreement_id', '=', agreementId)
    .where('sending_year', '=', year)
    .where('sending_organisation_id', '=', pair[0])
    .where('receiving_organisation_id', '=', pair[1])
    .where('state', 'in', [...seatStates])
    .executeTakeFirstOrThrow()
  const use = {
    agreementId,
    kind: 'study' as const,
    sending: pair[0],
    receiving: pair[1],
    year,
    used,
  }
  await recordSeats(work, [use])
}

/** The conditions in force for a stay, with the seats that are held of each. */
export function offersOfStay(work: Work, stay: StayRow): Promise<HeldQuota[]> {
  return offersFor(work, {
    sending: stay.sending_organisation_id,
    receiving: stay.receiving_organisation_id,
    year: stay.sending_year,
    level: stay.level,
    field: stay.field,
  })
}

/** The condition whose seat a stay uses or waits for; null where its agreement names none. */
export function seatOf({ agreement_id: agreementId, condition_key: conditionKey }: StayRow) {
  return agreementId === null || conditionKey === null ? null : { agreementId, conditionKey }
}

/**
 * Tells the offices of those who wait longest that a seat is free for them: of as many as there are seats left, after a stay
 * gave one up, or after somebody who had been told did not take it.
 */
export async function offerFreeSeat(work: Work, stay: StayRow): Promise<void> {
  const seat = seatOf(stay)
  if (seat === null) return
  await lockAgreements(work, [seat.agreementId])
  const { offer } = chooseSeat(await offersOfStay(work, stay), seat) ?? {}
  if (!offer || offer.held >= offer.seats) return
  const waiting = await waitingFor(work, {
    ...seat,
    year: stay.sending_year,
    pair: stay.seat_is_shared
      ? null
      : { sending: stay.sending_organisation_id, receiving: stay.receiving_organisation_id },
  })
  for (const next of waiting.slice(0, offer.seats - offer.held)) {
    await openTask(work, {
      kind: freeSeatTask,
      assignee: { role: 'coordinator', organisationId: next.sending_organisation_id },
      object: { kind: 'mobility', id: next.id },
      subject: m('task.free-seat'),
      href: `/mobility/${next.id}`,
      closesWithAct: true,
    })
  }
}
