import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { completeTasksOf } from '#kernel/tasks'
import { wishesSaid } from '../entries.ts'
import { m } from '../messages/index.ts'
import { applicationById, enrolmentOf } from '../queries/applications.ts'
import { positionById } from '../queries/positions.ts'
import {
  ownPart,
  positionsOfRound,
  roundById,
  type RoundRow,
  type WishRow,
  wishesOfRound,
} from '../queries/rounds.ts'
import { mostWishes } from '../rules/round.ts'
import { wishTask } from '../task-kinds.ts'
import { insertApplication, notOpen, permissionFor, setAnswer } from './applications.ts'
import { freeSlotOf } from './interviews.ts'
import { inField } from './refusing.ts'
import { aboutRound } from './rounds.ts'

/** The name of the field in which one position is wished for. */
export const wishField = (positionId: string) => `wish-${positionId}`

/** Wishes as a student says them. */
export interface SayWishes {
  roundId: string
  /** Which wish each position is, from 1; a position that is none is left out. */
  wishes: ReadonlyMap<string, number>
  motivation: string
  /** The countries in which the student is enrolled for that time. */
  enrolledIn: readonly string[]
  node: string
}

/**
 * Says in which order a student wishes for the positions of a round, as often as they like up to the last day. Each wish is an
 * application; one that is left out is withdrawn. What no known way of permission allows is refused at its field.
 */
export async function sayWishes(work: Work, input: SayWishes): Promise<{ said: number } | Refusal> {
  const personId = personOf(work.actor)
  const round = await roundById(work, input.roundId, 'lock')
  if (!round || !personId || !work.may('internships.round.wish', round)) {
    return refuse(404, m('refusal.no-round'))
  }
  if (round.stage !== 'wishes') return refuse(409, m('refusal.wishes-over'))
  const home = await enrolmentOf(work, personId, round.today)
  if (!home) return refuse(409, m('refusal.no-student'))
  const fault = await faultOf(work, round, input)
  if (fault) return fault
  const before = (await wishesOfRound(work, round.id, { personId })).filter(
    ({ state }) => state === 'sent',
  )
  await keepPart(work, round, personId, input.wishes.size)
  for (const each of before) {
    const wish = input.wishes.get(each.position_id)
    if (wish === undefined) await withdraw(work, each)
    else await keep(work, each, { wish, ...input })
  }
  const kept = new Set(before.map((each) => each.position_id))
  for (const [positionId, wish] of input.wishes) {
    if (kept.has(positionId)) continue
    const added = await add(work, round, { ...input, positionId, wish, personId, home })
    if (isRefused(added)) return added
  }
  const object = { kind: 'internship-round', id: round.id }
  await completeTasksOf(work, { object, kinds: [wishTask], personId })
  return { said: input.wishes.size }
}

async function faultOf(work: Work, round: RoundRow, input: SayWishes): Promise<Refusal | null> {
  const known = new Set((await positionsOfRound(work, round.id)).map((each) => each.positionId))
  for (const id of input.wishes.keys()) {
    if (!known.has(id)) return refuse(422, m('refusal.no-position'))
  }
  const byPlace = Map.groupBy(input.wishes, ([, place]) => place)
  for (const [place, same] of byPlace) {
    if (same.length === 1) continue
    const twice = m('refusal.wish-twice', { place })
    return refuse(422, twice, Object.fromEntries(same.map(([id]) => [wishField(id), twice])))
  }
  if (input.wishes.size > mostWishes)
    return refuse(422, m('refusal.many-wishes', { most: mostWishes }))
  const isSilent = input.wishes.size > 0 && input.motivation.trim() === ''
  return isSilent ? inField('motivation', m('refusal.motivation')) : null
}

async function keepPart(
  work: Work,
  round: RoundRow,
  personId: string,
  wishes: number,
): Promise<void> {
  const part = await ownPart(work, round.id, personId)
  const entry = wishesSaid({ ...aboutRound(round), personId, data: { wishes } })
  await work.write(entry, async (tx) => {
    if (part) {
      await tx
        .updateTable('internship_round_students')
        .set({ wished_at: work.now })
        .where('id', '=', part.id)
        .execute()
      return
    }
    await tx
      .insertInto('internship_round_students')
      .values({
        id: randomUUIDv7(),
        round_id: round.id,
        person_id: personId,
        wished_at: work.now,
      })
      .execute()
  })
}

async function withdraw(work: Work, wish: WishRow): Promise<void> {
  const application = await applicationById(work, wish.id, 'lock')
  if (application?.state !== 'sent') return
  await setAnswer(work, application, 'withdrawn')
  await freeSlotOf(work, application.id)
}

async function keep(
  work: Work,
  { id }: WishRow,
  { wish, motivation }: { wish: number; motivation: string },
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_applications')
      .set({ wish, motivation: motivation.trim() })
      .where('id', '=', id)
      .where('state', '=', 'sent')
      .execute(),
  )
}

async function add(
  work: Work,
  round: RoundRow,
  input: SayWishes & {
    positionId: string
    wish: number
    personId: string
    home: NonNullable<Awaited<ReturnType<typeof enrolmentOf>>>
  },
): Promise<{ applicationId: string } | Refusal> {
  const { positionId, wish, personId, home } = input
  const field = wishField(positionId)
  const position = await positionById(work, positionId, 'lock')
  if (!position) return refuse(422, m('refusal.no-position'))
  const closed = notOpen(work, position, 'in-round')
  if (closed) return refuse(422, closed.message, { [field]: closed.message })
  const holds = await work.read
    .selectFrom('internship_applications')
    .select('id')
    .where('position_id', '=', position.id)
    .where('person_id', '=', personId)
    .where('state', 'in', ['sent', 'offered', 'accepted'])
    .executeTakeFirst()
  if (holds) return inField(field, m('refusal.wish-held'))
  const enrolledThere = input.enrolledIn.includes(position.country)
  const { answer } = await permissionFor(work, position, home, enrolledThere)
  if (answer.verdict === 'no') return inField(field, m('refusal.not-permitted'))
  const added = await insertApplication(work, {
    motivation: input.motivation,
    enrolledThere,
    node: input.node,
    personId,
    position,
    home,
    clearance: answer.verdict,
    round: { id: round.id, wish },
  })
  return isRefused(added) ? refuse(added.status, added.message, { [field]: added.message }) : added
}
