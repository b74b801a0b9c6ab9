// Written apart from the search, and knows nothing of it: every single and couple is looked at by definition.
import { type CouplesRound, ranksOf } from '../rules/couples.ts'

/** What is wrong with a result for singles and couples; all counts are zero for a stable one. */
export interface CouplesFindings {
  overfull: number
  /** People at a place that they or it did not name, and couples at a pair of places that they did not name. */
  unacceptable: number
  blockingSingles: number
  blockingCouples: number
}

/** A result as its places hold it. */
export interface Standing {
  placeOf(id: string): string | null
  /** How many a place holds. */
  filled(place: string): number
  isRanked(id: string, place: string): boolean
  /** The places that would not choose these people, moving together, out of whom they hold (without their own seats) and them. */
  refusing(people: readonly string[], places: readonly string[]): string[]
}

/** Reads a result by definition. */
export function standingOf(round: CouplesRound, result: readonly (string | null)[]): Standing {
  const ranks = ranksOf(round)
  const placeOf = new Map(round.applicants.map(({ id }, who) => [id, result[who] ?? null]))
  const place = new Map(round.places.map((each, at) => [each.id, { ...each, rank: ranks[at]! }]))
  const held = Map.groupBy(
    round.applicants.map(({ id }) => id),
    (id) => placeOf.get(id) ?? null,
  )
  const choose = (at: string, people: readonly string[]) =>
    people
      .filter((id) => place.get(at)!.rank.has(id))
      .sort((a, b) => place.get(at)!.rank.get(a)! - place.get(at)!.rank.get(b)!)
      .slice(0, place.get(at)!.seats)
  return {
    placeOf: (id) => placeOf.get(id) ?? null,
    filled: (at) => held.get(at)?.length ?? 0,
    isRanked: (id, at) => place.get(at)?.rank.has(id) ?? false,
    refusing(people, places) {
      return [...new Set(places)].filter((at) => {
        const coming = people.filter((_, index) => places[index] === at)
        const others = (held.get(at) ?? []).filter((id) => !people.includes(id))
        const chosen = choose(at, [...others, ...coming])
        return !coming.every((id) => chosen.includes(id))
      })
    },
  }
}

/**
 * Checks by definition: a single with a place, or a couple with a pair of places, blocks where they would rather have
 * it and the places would choose them out of whom they hold (without the couple's own seats) and them.
 */
export function checkCouples(
  round: CouplesRound,
  result: readonly (string | null)[],
): CouplesFindings {
  const standing = standingOf(round, result)
  const { placeOf } = standing
  const blocks = (people: readonly string[], places: readonly string[]) =>
    standing.refusing(people, places).length === 0
  const found = { overfull: 0, unacceptable: 0, blockingSingles: 0, blockingCouples: 0 }
  for (const { id, seats } of round.places) if (standing.filled(id) > seats) found.overfull += 1
  const coupled = new Set(round.couples.flatMap(({ first, second }) => [first, second]))
  for (const { id, choices } of round.applicants) {
    const own = placeOf(id)
    if (own !== null && !standing.isRanked(id, own)) found.unacceptable += 1
    if (coupled.has(id)) continue
    const at = own === null ? choices.length : choices.indexOf(own)
    if (at < 0) found.unacceptable += 1
    const better = choices.slice(0, Math.max(0, at))
    found.blockingSingles += better.filter((each) => blocks([id], [each])).length
  }
  for (const { first, second, choices } of round.couples) {
    const own = [placeOf(first), placeOf(second)]
    const isNothing = own[0] === null && own[1] === null
    const at = choices.findIndex((each) => each[0] === own[0] && each[1] === own[1])
    if (at < 0 && !isNothing) found.unacceptable += 1
    const better = choices.slice(0, at < 0 ? choices.length : at)
    found.blockingCouples += better.filter((each) => blocks([first, second], each)).length
  }
  return found
}
