import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { displayName, isUuid, type LocalText } from '#kernel/values'
import { runRound } from '#modules/matching'
import { decisionsClosed } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  type ApplicationRow,
  applicationsTo,
  decidedSince,
  outcomeCounts,
} from '../queries/applications.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { meritsOf } from '../queries/reviews.ts'
import { wishesOf } from '../rules/questions.ts'
import { seatRound } from '../rules/seats.ts'
import { graceEnd, stageOf } from '../rules/timeline.ts'
import { freeSeats, seatsTaken } from '../rules/waiting.ts'
import { decisionReasons, type Outcome, outcomes } from '../schema.ts'
import { about } from './about.ts'
import { askForNoReviews, askForReviewsAgain } from './review-tasks.ts'
import { tellAt } from './telling.ts'
import { type Decided, writeDecisions } from './writing-decisions.ts'

/** The longest note that goes with a decision. */
export const longestNote = 2000

/** The call that may be decided now, locked: its time to apply is over, its results are not told. */
async function decidable(work: Work, callId: string): Promise<CallRow | Refusal> {
  const call = await callById(work, callId, 'lock')
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  return whyUndecidable(work, call) ?? call
}

/** Why a call cannot be decided now, or null. */
export function whyUndecidable(work: Work, call: CallRow): Refusal | null {
  if (call.state === 'told') return refuse(409, m('refusal.told-already'))
  if (call.state === 'decided') return refuse(409, m('refusal.decided-already'))
  const isOver = stageOf(call, work.now) === 'closed' && graceEnd(call.closes_at!) <= work.now
  return isOver ? null : refuse(409, m('refusal.still-open'))
}

/**
 * Decides applications by hand, many at once. `seen` is the count of decisions that the page showed: where somebody else has
 * decided one of these since, nothing is done and it is said who it was. No destination gets more people than seats.
 */
export async function decideByHand(
  work: Work,
  input: {
    callId: string
    seen: number
    applicationIds: readonly string[]
    outcome: string
    destinationId: string | null
    reason: string
    note: LocalText
  },
): Promise<{ decided: number } | Refusal> {
  const call = await decidable(work, input.callId)
  if (isRefused(call)) return call
  const outcome = outcomes.find((each) => each === input.outcome) ?? null
  if (outcome === null && input.outcome !== 'none') {
    return refuse(422, m('refusal.no-outcome'), { outcome: m('refusal.no-outcome') })
  }
  const fault = reasonFault(outcome, input)
  if (fault) return fault
  const chosen = await chosenOf(work, call, input)
  if (isRefused(chosen)) return chosen
  const reason = decisionReasons.find((each) => each === input.reason) ?? null
  const seats = outcome === 'accepted' ? await seatsFor(work, call, chosen, input) : new Map()
  if (isRefused(seats)) return seats
  await writeDecisions(
    work,
    call,
    'choice',
    chosen.map((application) => ({
      application,
      outcome,
      destinationId: (seats as Map<string, string>).get(application.id) ?? null,
      reason: outcome === null ? null : reason,
      note: outcome === null ? {} : input.note,
      waitingPlace: null,
    })),
  )
  return { decided: chosen.length }
}

/** What is wrong with the reason of a decision, or null. */
export function reasonFault(
  outcome: Outcome | null,
  { reason, note }: { reason: string; note: LocalText },
): Refusal | null {
  const texts = Object.values(note)
  const long = texts.find((each) => each.length > longestNote)
  if (long !== undefined) {
    const fault = m('answer.fault.long', { most: longestNote, length: long.length })
    return refuse(422, fault, { note: fault })
  }
  const isKnown = decisionReasons.some((each) => each === reason)
  if (outcome === 'refused' && !isKnown) {
    return refuse(422, m('refusal.no-reason'), { reason: m('refusal.no-reason') })
  }
  const isBare = reason === 'other' && texts.every((each) => each.trim() === '')
  return isBare ? refuse(422, m('refusal.no-note'), { note: m('refusal.no-note') }) : null
}

async function chosenOf(
  work: Work,
  call: CallRow,
  input: { seen: number; applicationIds: readonly string[] },
): Promise<ApplicationRow[] | Refusal> {
  const ids = new Set(input.applicationIds.filter(isUuid))
  if (ids.size === 0) return refuse(422, m('refusal.none-chosen'))
  const others = await decidedSince(work, call.id, input.seen, [...ids])
  if (others) {
    const name = others.name === null ? '–' : displayName(others.name, work.language)
    return refuse(409, m('refusal.decided-by-other', { count: others.count, name }))
  }
  const all = await everybodyIn(work, call.id)
  const chosen = all.filter(({ id }) => ids.has(id))
  if (chosen.length < ids.size) return refuse(409, m('refusal.withdrawn-meanwhile'))
  return chosen.every((each) => work.may('calls.application.decide', each))
    ? chosen
    : refuse(409, m('refusal.own-application'))
}

async function everybodyIn(work: Work, callId: string): Promise<ApplicationRow[]> {
  const all = { outcome: null, wish: null, q: '', withdrawn: false }
  return (await applicationsTo(work, callId, all, null)).rows
}

/** Who gets a seat, or gives theirs back. */
type Seated = Pick<ApplicationRow, 'id' | 'answers' | 'number' | 'outcome' | 'destination_id'>

/** Seats that are given, by destination; of those in `without` none counts. */
async function takenSeats(
  work: Work,
  call: Pick<CallRow, 'id'>,
  without: readonly Seated[],
): Promise<Map<string, number>> {
  const taken = seatsTaken(await outcomeCounts(work, call.id))
  for (const { outcome, destination_id: id } of without) {
    if (outcome === 'accepted' && id !== null) taken.set(id, (taken.get(id) ?? 0) - 1)
  }
  return taken
}

/** A seat for each who is accepted: the destination that was chosen, or the first of their wishes with a seat left. */
export async function seatsFor(
  work: Work,
  call: Pick<CallRow, 'id' | 'definition'>,
  chosen: readonly Seated[],
  input: { destinationId: string | null },
): Promise<Map<string, string> | Refusal> {
  const { destinationId } = input
  return giveSeats(
    work,
    call,
    chosen,
    chosen.map((application) => ({ application, destinationId })),
  )
}

/**
 * A seat for each of the accepted, in their order: the destination that was chosen for them, or the first of their wishes
 * with a seat left. All who are decided anew give back what they had.
 */
export async function giveSeats(
  work: Work,
  call: Pick<CallRow, 'id' | 'definition'>,
  anew: readonly Seated[],
  accepted: readonly { application: Seated; destinationId: string | null }[],
): Promise<Map<string, string> | Refusal> {
  const given = new Map<string, string>()
  if (call.definition.destinations.length === 0) return given
  const taken = await takenSeats(work, call, anew)
  for (const { application, destinationId } of accepted) {
    const wishes =
      destinationId === null || destinationId === ''
        ? wishesOf(call.definition, application.answers)
        : [destinationId]
    const seat = wishes.find((id) => freeSeats(call.definition, taken, id) > 0)
    if (seat === undefined) {
      const full = m('refusal.no-seat', { number: application.number ?? 0 })
      return refuse(409, full, { destination: full })
    }
    taken.set(seat, (taken.get(seat) ?? 0) + 1)
    given.set(application.id, seat)
  }
  return given
}

/** What a run by quota would decide: who gets which seat, and in which order the others wait. */
export interface Proposed {
  application: ApplicationRow
  destinationId: string | null
  /** Which of their wishes it is, from 1. */
  wish: number | null
  merit: string | null
}

/** Runs the selection by quota over everybody who has no decision yet; nothing is written. Told in order of merit. */
export async function proposeByQuota(work: Work, call: CallRow): Promise<Proposed[]> {
  const everybody = await everybodyIn(work, call.id)
  const waiting = everybody.filter(({ outcome }) => outcome === null)
  const merits = await meritsOf(work, call, waiting)
  const taken = await takenSeats(work, call, [])
  const seats = call.definition.destinations.map(({ id, seats: count }) => ({
    id,
    seats: count,
    taken: taken.get(id) ?? 0,
  }))
  const wishers = waiting.map(({ id, answers }) => ({
    id,
    wishes: wishesOf(call.definition, answers),
    merit: merits.get(id)?.merit ?? null,
  }))
  const { result } = runRound(seatRound(call.lot_seed ?? call.id, wishers, seats))
  const proposed = new Map(
    waiting.map((application, place) => {
      const destinationId = result[place] ?? null
      const wish = destinationId === null ? -1 : wishers[place]!.wishes.indexOf(destinationId)
      const shown = merits.get(application.id)?.shown ?? null
      return [
        application.id,
        { application, destinationId, wish: wish < 0 ? null : wish + 1, merit: shown },
      ]
    }),
  )
  return [...merits.keys()].map((id) => proposed.get(id)!)
}

/** Decides everybody who has no decision yet by quota: seats in order of merit, and the others wait in that order. */
export async function decideByQuota(
  work: Work,
  input: { callId: string; seen: number },
): Promise<{ accepted: number; waiting: number } | Refusal> {
  const call = await decidable(work, input.callId)
  if (isRefused(call)) return call
  if (call.decisions !== input.seen) return refuse(409, m('refusal.decided-meanwhile'))
  if (call.definition.destinations.length === 0) return refuse(409, m('refusal.no-destinations'))
  const proposed = await proposeByQuota(work, call)
  const others = proposed.filter(
    ({ application }) => !work.may('calls.application.decide', application),
  )
  if (others.length > 0) return refuse(409, m('refusal.own-application'))
  if (proposed.length === 0) return refuse(409, m('refusal.all-decided'))
  const waiting = proposed.filter(({ destinationId }) => destinationId === null)
  const places = new Map(waiting.map((each, place) => [each, place + 1]))
  const decisions = proposed.map((each): Decided => {
    const { application, destinationId } = each
    return {
      application,
      outcome: destinationId === null ? 'waiting' : 'accepted',
      destinationId,
      reason: destinationId === null ? 'seats-full' : 'merit',
      note: {},
      waitingPlace: places.get(each) ?? null,
    }
  })
  await writeDecisions(work, call, 'quota', decisions)
  const accepted = decisions.filter(({ outcome }) => outcome === 'accepted').length
  return { accepted, waiting: decisions.length - accepted }
}

/** Closes the decisions: from the moment that the call names everybody is told, all together. */
export async function closeDecisions(
  work: Work,
  input: { callId: string; seen: number },
): Promise<true | Refusal> {
  const call = await decidable(work, input.callId)
  if (isRefused(call)) return call
  if (call.decisions !== input.seen) return refuse(409, m('refusal.decided-meanwhile'))
  const counts = await outcomeCounts(work, call.id)
  const count = (outcome: Outcome | null) =>
    counts.filter((each) => each.outcome === outcome).reduce((sum, each) => sum + each.count, 0)
  if (count(null) > 0) return refuse(409, m('refusal.undecided', { count: count(null) }))
  const entry = decisionsClosed({
    ...about(call),
    data: {
      accepted: count('accepted'),
      waiting: count('waiting'),
      refused: count('refused'),
      lotSeed: call.lot_seed ?? '',
    },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('calls')
      .set({ state: 'decided', decided_at: work.now })
      .where('id', '=', call.id)
      .execute(),
  )
  await askForNoReviews(work, call.id)
  await tellAt(work, call)
  return true
}

/** Opens closed decisions again, while nobody has been told. */
export async function reopenDecisions(work: Work, callId: string): Promise<true | Refusal> {
  const call = await callById(work, callId, 'lock')
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  if (call.state === 'told') return refuse(409, m('refusal.told-already'))
  if (call.state !== 'decided') return true
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('calls')
      .set({ state: 'published', decided_at: null })
      .where('id', '=', call.id)
      .execute(),
  )
  await askForReviewsAgain(work, call)
  return true
}
