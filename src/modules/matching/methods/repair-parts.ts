import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { name } from './method.ts'

/** Who dropped out; of mentors the side is `place`. */
export const withdrawnInput = z.object({ side: z.enum(['applicant', 'place']), id: name })

interface Repaired {
  applicants: readonly { id: string }[]
  before: readonly (string | null)[]
  withdrawn: Withdrawn
}

/** What is wrong with who withdrew, or with the result that is repaired. */
export function repairFaults(
  { before, withdrawn: { side, id } }: Repaired,
  applicants: readonly { id: string }[],
  places: readonly { id: string }[],
): Message[] {
  const isKnown = (side === 'applicant' ? applicants : places).some((each) => each.id === id)
  if (!isKnown) return [m('repair.unknown', { name: id })]
  const names = new Set(places.map((each) => each.id))
  const isResult =
    before.length === applicants.length &&
    before.every((place) => place === null || names.has(place))
  return isResult ? [] : [m('repair.unlike')]
}

/** Who is asked about with which place; `known` are the places of the round. */
interface Asked {
  id: string
  known: readonly { id: string }[]
}

/** What somebody had and has; or what is to be said at once of who or what does not stand in the round, or dropped out. */
function changeOf(
  { applicants, before, withdrawn: { side, id } }: Repaired,
  result: readonly (string | null)[],
  applicant: string,
  { id: place, known }: Asked,
): { had: string | null; has: string | null } | { said: Message[] } {
  const who = applicants.findIndex((each) => each.id === applicant)
  if (who < 0 || !known.some((each) => each.id === place)) {
    return { said: [m('why.unknown', { applicant, place })] }
  }
  if (id === (side === 'applicant' ? applicant : place)) {
    return { said: [m('repair.withdrew', { name: id })] }
  }
  return { had: before[who] ?? null, has: result[who] ?? null }
}

const words = {
  /** A method moves people for the sake of all together. */
  best: {
    still: 'repair.nothing-still',
    lost: 'repair.lost-best',
    gained: 'repair.gained-best',
    moved: 'repair.moved-best',
  },
  /** A repair kept what it could, and nobody knows whether it is the least. */
  near: {
    still: 'repair.near-still',
    lost: 'repair.near-lost',
    gained: 'repair.near-gained',
    moved: 'repair.near-moved',
  },
} as const

/** What a repair did to somebody, and why, by its kind. */
export function repairSaid(
  kind: keyof typeof words,
  repaired: Repaired,
  result: readonly (string | null)[],
  applicant: string,
  place: Asked,
): Message[] {
  const change = changeOf(repaired, result, applicant, place)
  if ('said' in change) return change.said
  const { had, has } = change
  const { still, lost, gained, moved } = words[kind]
  const args = { applicant, place: place.id }
  if (had === has) return [has === null ? m(still, args) : m('repair.kept', { ...args, has })]
  if (has === null) return [m(lost, { ...args, has: had! })]
  if (had === null) return [m(gained, { ...args, has })]
  return [m(moved, { ...args, has, from: had })]
}

/** How many have something else than before, but for the applicant who withdrew. */
export function changedBy(
  { applicants, before, withdrawn }: Repaired,
  result: readonly (string | null)[],
): number {
  const isGone = (id: string) => withdrawn.side === 'applicant' && withdrawn.id === id
  return applicants.filter(({ id }, who) => result[who] !== before[who] && !isGone(id)).length
}

/** What a repair by a chain of moves did to somebody, and as which of the moves. */
export function chainSaid(
  repaired: Repaired,
  {
    result,
    moves,
  }: { result: readonly (string | null)[]; moves: readonly { applicant: string }[] },
  applicant: string,
  place: Asked,
): Message[] {
  const change = changeOf(repaired, result, applicant, place)
  if ('said' in change) return change.said
  const { had, has } = change
  const args = { applicant, place: place.id }
  if (had === has) {
    return [has === null ? m('repair.still-nothing', args) : m('repair.kept', { ...args, has })]
  }
  const step = moves.findLastIndex((move) => move.applicant === applicant) + 1
  if (has === null) return [m('repair.lost', { ...args, has: had!, step })]
  const key = had === null ? 'repair.gained' : 'repair.moved'
  return [m(key, { ...args, has, from: had ?? '', step })]
}
