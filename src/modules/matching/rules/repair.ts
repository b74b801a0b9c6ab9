import { unmatched } from './deferred-acceptance.ts'
import type { Round } from './round.ts'
import type { TwoSided } from './two-sided.ts'

/** Who drops out of a round after it was matched. */
export type Withdrawn = { side: 'applicant' | 'place'; id: string }

/** One person who changes: positions in the own list before and after, `unmatched` for nothing. */
export interface Move {
  applicant: number
  from: number
  to: number
}

/**
 * The round without somebody: an applicant who withdrew wishes for nothing, a place that withdrew is wished for
 * by nobody. Both stay in the lists, so that results keep their order and the lottery its numbers.
 */
export function roundWithout<Given extends Round>(round: Given, withdrawn: Withdrawn): Given {
  return { ...round, applicants: withoutWishes(round.applicants, withdrawn) }
}

/** The applicants of a round without somebody. */
export function withoutWishes<One extends { id: string; choices: readonly string[] }>(
  applicants: readonly One[],
  { side, id }: Withdrawn,
): One[] {
  return applicants.map((each) => {
    if (side === 'place') return { ...each, choices: each.choices.filter((place) => place !== id) }
    return each.id === id ? { ...each, choices: [] } : each
  })
}

/**
 * Makes a matching stable again after an applicant left `place` (a seat became free): the best-ranked applicant who
 * would rather have the seat takes it, then the seat that this one leaves is given on (Blum, Roth and Rothblum
 * 1997). Nobody is worse off, and every move is forced in each stable result in which nobody is: so none of
 * those changes fewer people. `positions` are changed in place; linear in the lists of the places on the way.
 */
export function fillVacancy(
  market: TwoSided,
  ranks: Int32Array,
  positions: Int32Array,
  place: number,
): Move[] {
  const { placeStart, placeList, applicantList, applicantStart } = market
  const asked = placeStart.slice(0, market.places)
  const moves: Move[] = []
  for (let free = place; free !== -1;) {
    let next = -1
    for (let at = asked[free]!; at < placeStart[free + 1]!; at += 1) {
      const who = placeList[at]!
      asked[free] = at + 1
      const to = betterPosition(market, ranks, positions, who, free)
      if (to === -1) continue
      const from = positions[who]!
      moves.push({ applicant: who, from, to })
      positions[who] = to
      next = from === unmatched ? -1 : applicantList[applicantStart[who]! + from]!
      break
    }
    free = next
  }
  return moves
}

/** Where the place stands in the own list if it stands above what the applicant has, else -1. */
function betterPosition(
  { applicantStart, applicantList }: TwoSided,
  ranks: Int32Array,
  positions: Int32Array,
  who: number,
  place: number,
): number {
  const from = applicantStart[who]!
  const end = positions[who] === unmatched ? applicantStart[who + 1]! : from + positions[who]!
  for (let entry = from; entry < end; entry += 1) {
    if (applicantList[entry] === place) return ranks[entry]! < 0 ? -1 : entry - from
  }
  return -1
}

/**
 * Makes a matching stable again after people lost their seats (`displaced`, who have none now): each in turn takes the best place that
 * would rather have them than a free seat or the lowest it holds, who is then displaced in turn. Every move is
 * forced in each stable result in which nobody moves up; so none of those changes fewer people. `positions` are
 * changed in place.
 */
export function placeDisplaced(
  market: TwoSided,
  ranks: Int32Array,
  positions: Int32Array,
  displaced: readonly number[],
): Move[] {
  const { applicantStart, applicantList, capacity } = market
  const held = Array.from({ length: market.places }, (): number[] => [])
  for (const [who, position] of positions.entries()) {
    if (position !== unmatched) held[applicantList[applicantStart[who]! + position]!]!.push(who)
  }
  const rankOf = (who: number) => ranks[applicantStart[who]! + positions[who]!]!
  const moves: Move[] = []
  const waiting = displaced.toReversed()
  for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) {
    for (let entry = applicantStart[who]!; entry < applicantStart[who + 1]!; entry += 1) {
      const people = held[applicantList[entry]!]!
      const seats = capacity[applicantList[entry]!]!
      if (ranks[entry]! < 0 || seats === 0) continue
      const lowest =
        people.length < seats ? -1 : people.reduce((a, b) => (rankOf(a) > rankOf(b) ? a : b))
      if (lowest !== -1 && rankOf(lowest) < ranks[entry]!) continue
      if (lowest !== -1) {
        people.splice(people.indexOf(lowest), 1)
        positions[lowest] = unmatched
        waiting.push(lowest)
      }
      people.push(who)
      positions[who] = entry - applicantStart[who]!
      break
    }
    moves.push({ applicant: who, from: unmatched, to: positions[who]! })
  }
  return moves
}
