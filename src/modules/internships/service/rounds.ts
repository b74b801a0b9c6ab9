import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { cancelTasks, openTask } from '#kernel/tasks'
import { type DateOnly, dateInZone, isUuid, type LocalText } from '#kernel/values'
import { roundEnded, roundOpened } from '../entries.ts'
import { rankByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { positionById, type PositionRow } from '../queries/positions.ts'
import { hostsOfRound, roundById, type RoundRow, wishesOfRound } from '../queries/rounds.ts'
import { isVetted } from '../rules/position.ts'
import { decideTask, roundTask, wishTask } from '../task-kinds.ts'
import { askToDecide } from './applications.ts'
import { inField } from './refusing.ts'

/** A round asks for wishes, has given a place, or has none. */
export const roundNotice = noticeKind('internships.round', m('notice.kind.round'), 'immediate')

/** Of what an entry about a round is. */
export function aboutRound(round: Pick<RoundRow, 'id' | 'organisation_id'>) {
  return {
    object: { kind: 'internship-round', id: round.id },
    organisationIds: [round.organisation_id],
  }
}

/** A round as an office opens it. */
export interface OpenRound {
  id?: string
  organisationId: string
  titles: LocalText
  positionIds: readonly string[]
  wishesUntil: DateOnly
  ranksUntil: DateOnly
  answerBy: DateOnly
  node: string
}

/**
 * Opens a round over published positions of the office. Whoever has applied for one of them already takes part, with their
 * applications as wishes in the order in which they were sent, and is asked to say the order. The lottery is committed to.
 */
export async function openRound(
  work: Work,
  input: OpenRound,
): Promise<{ roundId: string } | Refusal> {
  const office = await work.read
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', input.organisationId)
    .executeTakeFirst()
  const place = { organisation_id: input.organisationId, person_id: null }
  if (!office || !work.may('internships.round.manage', place)) {
    return refuse(404, m('refusal.no-round'))
  }
  const fault = faultOf(input, dateInZone(work.now, office.time_zone))
  if (fault) return fault
  const positions = await positionsFor(work, input)
  if (isRefused(positions)) return positions
  const id = await insertRound(work, input, positions)
  await takeIn(work, id, positions, input.wishesUntil)
  await openTask(work, {
    kind: roundTask,
    assignee: { role: 'coordinator', organisationId: input.organisationId },
    object: { kind: 'internship-round', id },
    subject: m('task.round'),
    href: `/internships/rounds/${id}/office`,
    dueOn: input.ranksUntil,
    closesWithAct: true,
  })
  return { roundId: id }
}

async function insertRound(
  work: Work,
  input: OpenRound,
  positions: readonly PositionRow[],
): Promise<string> {
  const id = input.id ?? randomUUIDv7()
  const seed = randomBytes(32).toString('hex')
  const { organisationId: organisation_id } = input
  const entry = roundOpened({
    ...aboutRound({ id, organisation_id }),
    data: {
      positions: positions.length,
      wishesUntil: input.wishesUntil,
      lotCommitment: createHash('sha256').update(seed).digest('hex'),
    },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('internship_rounds')
      .values({
        id,
        origin: input.node,
        organisation_id,
        titles: JSON.stringify(input.titles),
        wishes_until: input.wishesUntil,
        ranks_until: input.ranksUntil,
        answer_by: input.answerBy,
        lot_seed: seed,
        opened_at: work.now,
        closed_at: null,
      })
      .execute()
    await tx
      .insertInto('internship_round_positions')
      .values(positions.map((each) => ({ round_id: id, position_id: each.id })))
      .execute()
    await tx
      .insertInto('internship_round_hosts')
      .values(
        [...new Set(positions.map(({ hostId }) => hostId))].map((hostId) => ({
          id: randomUUIDv7(),
          round_id: id,
          host_id: hostId,
          asked_at: null,
          answered_at: null,
        })),
      )
      .execute()
  })
  return id
}

function faultOf(input: OpenRound, today: DateOnly): Refusal | null {
  if (Object.keys(input.titles).length === 0) return inField('title', m('refusal.title'))
  if (input.wishesUntil < today) return inField('wishesUntil', m('refusal.apply-past'))
  if (input.ranksUntil <= input.wishesUntil) {
    return inField('ranksUntil', m('refusal.ranks-before-wishes'))
  }
  if (input.answerBy <= input.ranksUntil) return inField('answerBy', m('refusal.answer-before'))
  return null
}

/** The positions of a round, locked: of this office, published, at vetted hosts, in no other round, beginning after all answers. */
async function positionsFor(work: Work, input: OpenRound): Promise<PositionRow[] | Refusal> {
  const ids = [...new Set(input.positionIds)].filter(isUuid).toSorted()
  if (ids.length === 0) return inField('positions', m('refusal.no-positions'))
  const positions: PositionRow[] = []
  for (const id of ids) {
    const position = await positionById(work, id, 'lock')
    if (!position || position.organisation_id !== input.organisationId) {
      return inField('positions', m('refusal.no-position'))
    }
    const isOpen =
      position.state === 'published' && isVetted(position, dateInZone(work.now, position.timeZone))
    if (!isOpen) return inField('positions', m('refusal.round-closed-position'))
    if (position.roundId !== null) return inField('positions', m('refusal.round-twice'))
    if (position.startsOn <= input.answerBy) {
      return inField('answerBy', m('refusal.answer-after-start', { host: position.host }))
    }
    positions.push(position)
  }
  return positions
}

/** Takes in whoever waits for these positions: the round decides now, and not the office one by one. */
async function takeIn(
  work: Work,
  roundId: string,
  positions: readonly PositionRow[],
  wishesUntil: DateOnly,
): Promise<void> {
  const waiting = await work.read
    .selectFrom('internship_applications')
    .select(['id', 'person_id'])
    .where(
      'position_id',
      'in',
      positions.map(({ id }) => id),
    )
    .where('state', '=', 'sent')
    .orderBy('person_id')
    .orderBy('sent_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const [personId, own] of Map.groupBy(waiting, (each) => each.person_id)) {
    await work.writeUnchronicled(async (tx) => {
      for (const [at, { id }] of own.entries()) {
        await tx
          .updateTable('internship_applications')
          .set({ round_id: roundId, wish: at + 1 })
          .where('id', '=', id)
          .execute()
      }
      await tx
        .insertInto('internship_round_students')
        .values({ id: randomUUIDv7(), round_id: roundId, person_id: personId, wished_at: null })
        .execute()
    })
    for (const { id } of own) {
      await cancelTasks(work, {
        object: { kind: 'internship-application', id },
        kinds: [decideTask],
      })
    }
    await openTask(work, {
      kind: wishTask,
      assignee: { personId },
      object: { kind: 'internship-round', id: roundId },
      subject: m('task.wish'),
      href: `/internships/rounds/${roundId}/wishes`,
      dueOn: wishesUntil,
      closesWithAct: true,
    })
  }
}

/** A round that this office holds, locked: nobody holds one in which they take part, nor lets a stand-in do it. */
export async function heldRound(work: Work, roundId: string): Promise<RoundRow | Refusal> {
  const round = await roundById(work, roundId, 'lock')
  if (!round || !work.may('internships.round.manage', round)) {
    return refuse(404, m('refusal.no-round'))
  }
  const people = await work.read
    .selectFrom('internship_round_students')
    .select('person_id')
    .where('round_id', '=', round.id)
    .execute()
  const isOwn = people.some(
    ({ person_id }) => !work.may('internships.round.manage', { ...round, person_id }),
  )
  return isOwn ? refuse(409, m('refusal.own-round')) : round
}

/**
 * Ends a round. Where offers were told, whoever still waits is told that there is no place; where none were, the round is
 * called off and the applications go on one by one.
 */
export async function endRound(
  work: Work,
  roundId: string,
): Promise<{ refused: number; calledOff: boolean } | Refusal> {
  const round = await heldRound(work, roundId)
  if (isRefused(round)) return round
  if (round.closedAt !== null) return { refused: 0, calledOff: round.calledOff }
  if (round.openRunId !== null) return refuse(409, m('refusal.undo-first'))
  const calledOff = round.toldAt === null
  const waiting = (await wishesOfRound(work, round.id)).filter(({ state }) => state === 'sent')
  const entry = roundEnded({
    ...aboutRound(round),
    data: { calledOff, refused: calledOff ? 0 : waiting.length },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('internship_rounds')
      .set({ closed_at: work.now, called_off: calledOff })
      .where('id', '=', round.id)
      .execute()
    if (calledOff || waiting.length === 0) return
    await tx
      .updateTable('internship_applications')
      .set({ state: 'refused', decided_at: work.now })
      .where('round_id', '=', round.id)
      .where('state', '=', 'sent')
      .execute()
  })
  await nobodyWaits(work, round)
  if (calledOff) {
    for (const { id, organisation_id: organisationId, person_id: personId } of waiting) {
      await askToDecide(work, { id, organisationId, personId, dueOn: round.ranksUntil })
    }
  }
  for (const personId of new Set(waiting.map((each) => each.person_id))) {
    await notify(work, {
      personId,
      kind: roundNotice,
      message: m(calledOff ? 'notice.round-off' : 'notice.round-over'),
      href: `/internships/rounds/${round.id}/wishes`,
    })
  }
  return { refused: calledOff ? 0 : waiting.length, calledOff }
}

async function nobodyWaits(work: Work, round: RoundRow): Promise<void> {
  await cancelTasks(work, {
    object: { kind: 'internship-round', id: round.id },
    kinds: [wishTask, roundTask],
  })
  const ids = (await hostsOfRound(work, round.id)).map(({ id }) => id)
  await revokeActLinks(work, { objectIds: ids, action: rankByLinkAction }, 'cancelled')
}
