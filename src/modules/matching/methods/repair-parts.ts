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

/** What a repair did to somebody, in a method that moves people for the sake of all together. */
export function repairSaid(
  { applicants, before, withdrawn }: Repaired,
  result: readonly (string | null)[],
  applicantId: string,
  place: { id: string; known: readonly { id: string }[] },
): Message[] {
  const who = applicants.findIndex(({ id }) => id === applicantId)
  const args = { applicant: applicantId, place: place.id }
  if (who < 0 || !place.known.some(({ id }) => id === place.id)) return [m('why.unknown', args)]
  const { side, id } = withdrawn
  if (id === (side === 'applicant' ? applicantId : place.id)) {
    return [m('repair.withdrew', { name: id })]
  }
  const [had, has] = [before[who] ?? null, result[who] ?? null]
  if (had === has) {
    return [has === null ? m('repair.nothing-still', args) : m('repair.kept', { ...args, has })]
  }
  if (has === null) return [m('repair.lost-best', { ...args, has: had! })]
  if (had === null) return [m('repair.gained-best', { ...args, has })]
  return [m('repair.moved-best', { ...args, has, from: had })]
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
  { applicants, before, withdrawn }: Repaired,
  {
    result,
    moves,
  }: { result: readonly (string | null)[]; moves: readonly { applicant: string }[] },
  applicantId: string,
  place: { id: string; known: readonly { id: string }[] },
): Message[] {
  const who = applicants.findIndex(({ id }) => id === applicantId)
  const args = { applicant: applicantId, place: place.id }
  if (who < 0 || !place.known.some(({ id }) => id === place.id)) return [m('why.unknown', args)]
  const { side, id } = withdrawn
  if (id === (side === 'applicant' ? applicantId : place.id)) {
    return [m('repair.withdrew', { name: id })]
  }
  const [had, has] = [before[who]!, result[who]!]
  if (had === has) {
    return [has === null ? m('repair.still-nothing', args) : m('repair.kept', { ...args, has })]
  }
  const step = moves.findLastIndex((move) => move.applicant === applicantId) + 1
  if (has === null) return [m('repair.lost', { ...args, has: had!, step })]
  const key = had === null ? 'repair.gained' : 'repair.moved'
  return [m(key, { ...args, has, from: had ?? '', step })]
}
