import { randomUUIDv7 } from 'node:crypto'
import { canonicalJson } from '#kernel/chronicle'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import { rescheduleTasks } from '#kernel/tasks'
import { dateInZone, type DateOnly } from '#kernel/values'
import { type Certificate, matchRound, type Round } from '#modules/matching'
import { applicationDecided, roundMatched, roundTold, roundUndone } from '../entries.ts'
import { m } from '../messages/index.ts'
import { applicationById } from '../queries/applications.ts'
import {
  hostsOfRound,
  positionsOfRound,
  type RoundPositionRow,
  type RoundRow,
  type RunRow,
  runsOfRound,
  studentsOfRound,
  type WishRow,
  wishesOfRound,
} from '../queries/rounds.ts'
import { isVetted } from '../rules/position.ts'
import { matchingRound, seedOfRun } from '../rules/round.ts'
import { roundTask } from '../task-kinds.ts'
import { aboutApplication } from './about.ts'
import { decidedNotice } from './applications.ts'
import { freeSlotOf } from './interviews.ts'
import { mailRanker } from './ranker-mail.ts'
import { inField } from './refusing.ts'
import { aboutRound, heldRound, roundNotice } from './rounds.ts'

/** Whether a position can be given today: published, and its host vetted. */
function isGivable(work: Work, position: RoundPositionRow): boolean {
  const today = dateInZone(work.now, position.timeZone)
  return position.state === 'published' && isVetted(position, today)
}

/** What a run starts from. Whoever was offered a place takes no part in a further one, whatever they answered. */
async function inputsOf(work: Work, round: RoundRow): Promise<{ inputs: Round; number: number }> {
  const told = (await runsOfRound(work, round.id)).filter(({ toldAt }) => toldAt !== null).length
  const wishes = Map.groupBy(await wishesOfRound(work, round.id), (each) => each.person_id)
  const students = await studentsOfRound(work, round.id)
  const positions = await positionsOfRound(work, round.id)
  const wishers = students.map(({ id, person_id: personId }) => ({
    id,
    wishes: (wishes.get(personId) ?? [])
      .filter(({ state }) => state === 'sent')
      .map(({ position_id: positionId, rank }) => ({ positionId, rank })),
  }))
  const open = positions
    .filter((each) => isGivable(work, each))
    .map(({ positionId, free }) => ({ positionId, free }))
  const number = told + 1
  return { inputs: matchingRound(seedOfRun(round.lotSeed, number), wishers, open), number }
}

/** What a run of a round starts from, for whoever holds it; after the ranks, and once everybody was told of the run before. */
export async function runStart(work: Work, roundId: string): Promise<Round | Refusal> {
  const round = await heldRound(work, roundId)
  if (isRefused(round)) return round
  const fault = await notReady(work, round)
  if (fault) return fault
  const { inputs } = await inputsOf(work, round)
  return inputs.applicants.length === 0 ? refuse(409, m('refusal.nobody-wishes')) : inputs
}

async function notReady(work: Work, round: RoundRow): Promise<Refusal | null> {
  switch (round.stage) {
    case 'wishes':
      return refuse(409, m('refusal.still-wishes'))
    case 'matched':
      return refuse(409, m('refusal.matched-already'))
    case 'over':
    case 'called-off':
      return refuse(409, m('refusal.round-over'))
    case 'ranks': {
      const hosts = await hostsOfRound(work, round.id)
      const isWaiting = hosts.some(({ wished, answeredAt }) => wished > 0 && answeredAt === null)
      return isWaiting ? refuse(409, m('refusal.still-ranks')) : null
    }
    default:
      return null
  }
}

/** Runs a round in a thread of its own; the result counts when the checker has proved it. */
export async function runRoundOf(inputs: Round): Promise<Certificate | Refusal> {
  const run = await matchRound(inputs)
  if (run !== null && isRefused(run)) return run
  return run?.proved ? run.certificate : refuse(422, m('refusal.unproved'))
}

/** Keeps a run with its certificate; nobody is told yet. Refused where somebody wished, ranked or ran meanwhile. */
export async function keepRun(
  work: Work,
  input: { roundId: string; certificate: Certificate },
): Promise<{ runId: string } | Refusal> {
  const round = await heldRound(work, input.roundId)
  if (isRefused(round)) return round
  const fault = await notReady(work, round)
  if (fault) return fault
  const { inputs, number } = await inputsOf(work, round)
  const { certificate } = input
  if (canonicalJson(inputs) !== canonicalJson(certificate.inputs)) {
    return refuse(409, m('refusal.changed-meanwhile'))
  }
  const id = randomUUIDv7()
  const placed = certificate.result.filter((place) => place !== null).length
  const { inputsSha256 } = certificate
  const entry = roundMatched({ ...aboutRound(round), data: { number, placed, inputsSha256 } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_round_runs')
      .values({
        id,
        round_id: round.id,
        number,
        certificate: JSON.stringify(certificate),
        made_at: work.now,
        undone_at: null,
        told_at: null,
        answer_by: null,
      })
      .execute(),
  )
  return { runId: id }
}

/** Undoes a run of which nobody was told. */
export async function undoRun(work: Work, roundId: string): Promise<true | Refusal> {
  const round = await heldRound(work, roundId)
  if (isRefused(round)) return round
  const [run] = await runsOfRound(work, round.id)
  if (!run || run.toldAt !== null) return true
  const entry = roundUndone({ ...aboutRound(round), data: { number: run.number } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_round_runs')
      .set({ undone_at: work.now })
      .where('id', '=', run.id)
      .execute(),
  )
  return true
}

/** A student of a run, with what they got. */
interface Placed {
  personId: string
  positionId: string | null
  wishes: readonly WishRow[]
}

/** Who got what in a run; whoever has withdrawn that wish since has nothing. */
async function placedIn(work: Work, round: RoundRow, run: RunRow): Promise<Placed[]> {
  const { inputs, result } = run.certificate as Certificate
  const students = new Map((await studentsOfRound(work, round.id)).map((each) => [each.id, each]))
  const wishes = Map.groupBy(await wishesOfRound(work, round.id), (each) => each.person_id)
  return inputs.applicants.flatMap(({ id }, at) => {
    const personId = students.get(id)?.person_id
    if (personId === undefined) return []
    const own = (wishes.get(personId) ?? []).filter(({ state }) => state === 'sent')
    const has = own.some(({ position_id: positionId }) => positionId === result[at])
    return [{ personId, positionId: has ? (result[at] ?? null) : null, wishes: own }]
  })
}

/**
 * Tells a run to everybody at one moment: each place is offered, with one day for all answers; whoever has one asks for no
 * other any more; whoever has none stays in for what becomes free. Refused as a whole where a host can give no place now.
 */
export async function tellRun(
  work: Work,
  input: { roundId: string; answerBy: DateOnly; permissionNote: string },
): Promise<{ offered: number } | Refusal> {
  const round = await heldRound(work, input.roundId)
  if (isRefused(round)) return round
  const [run] = await runsOfRound(work, round.id)
  if (!run) return refuse(409, m('refusal.not-matched'))
  if (run.toldAt !== null) return refuse(409, m('refusal.told-already'))
  const placed = await placedIn(work, round, run)
  const fault = await cannotTell(work, round, placed, input)
  if (fault) return fault
  const offered = placed.filter(({ positionId }) => positionId !== null)
  const { answerBy } = input
  const entry = roundTold({
    ...aboutRound(round),
    data: { number: run.number, offered: offered.length, answerBy },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_round_runs')
      .set({ told_at: work.now, answer_by: answerBy })
      .where('id', '=', run.id)
      .execute(),
  )
  for (const each of placed) {
    if (each.positionId === null) await tellNone(work, round, each.personId)
    else await offer(work, each, input)
  }
  for (const host of await hostsOfRound(work, round.id)) {
    const isAsked = placed.some(({ wishes }) => wishes.some(({ hostId }) => hostId === host.hostId))
    if (isAsked) await mailRanker(work, host, 'told')
  }
  const object = { kind: 'internship-round', id: round.id }
  await rescheduleTasks(work, { object, kinds: [roundTask] }, answerBy)
  return { offered: offered.length }
}

async function cannotTell(
  work: Work,
  round: RoundRow,
  placed: readonly Placed[],
  input: { answerBy: DateOnly; permissionNote: string },
): Promise<Refusal | null> {
  if (input.answerBy <= round.today) return inField('answerBy', m('refusal.apply-past'))
  const given = Map.groupBy(placed, ({ positionId }) => positionId)
  for (const position of await positionsOfRound(work, round.id)) {
    const count = given.get(position.positionId)?.length ?? 0
    if (count === 0) continue
    const { host } = position
    if (!isGivable(work, position) || position.free < count) {
      return refuse(409, m('refusal.host-out', { host }))
    }
    if (position.startsOn <= input.answerBy) {
      return inField('answerBy', m('refusal.answer-after-start', { host }))
    }
  }
  const isUnknown = placed.some(({ positionId, wishes }) =>
    wishes.some(
      (each) =>
        each.position_id === positionId &&
        each.clearance === 'unknown' &&
        each.permissionNote === '',
    ),
  )
  return isUnknown && input.permissionNote.trim() === ''
    ? inField('permissionNote', m('refusal.permission-note'))
    : null
}

/** Offers the place, and ends the other wishes: those before it were full, those after it are not needed. */
async function offer(
  work: Work,
  { positionId, wishes }: Placed,
  { answerBy, permissionNote }: { answerBy: DateOnly; permissionNote: string },
): Promise<void> {
  const at = wishes.findIndex((each) => each.position_id === positionId)
  for (const [place, wish] of wishes.entries()) {
    const state = place === at ? 'offered' : place < at ? 'refused' : 'withdrawn'
    const application = await applicationById(work, wish.id, 'lock')
    if (application?.state !== 'sent') continue
    const isOffer = state === 'offered'
    const note = isOffer && wish.clearance === 'unknown' ? permissionNote.trim() : ''
    const change = {
      state,
      ...(isOffer ? { answer_by: answerBy } : {}),
      ...(note === '' ? {} : { permission_note: note }),
      ...(state === 'withdrawn' ? { answered_at: work.now } : { decided_at: work.now }),
    } as const
    const data = { state, answerBy: isOffer ? answerBy : null }
    await work.write(applicationDecided({ ...aboutApplication(application), data }), (tx) =>
      tx.updateTable('internship_applications').set(change).where('id', '=', wish.id).execute(),
    )
    await freeSlotOf(work, wish.id)
    if (!isOffer) continue
    await notify(work, {
      personId: application.person_id,
      kind: decidedNotice,
      message: m('notice.offered'),
      href: `/internships/applications/${wish.id}`,
    })
  }
}

async function tellNone(work: Work, round: RoundRow, personId: string): Promise<void> {
  await notify(work, {
    personId,
    kind: roundNotice,
    message: m('notice.round-none'),
    href: `/internships/rounds/${round.id}/wishes`,
  })
}
