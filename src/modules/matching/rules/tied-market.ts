import { marketOf, type RoundApplicant, type RoundPlace } from './round.ts'
import type { TwoSided } from './two-sided.ts'

/** Somebody who asks for places in groups, the best group first; those of one group are equally welcome. */
export interface TiedApplicant {
  id: string
  choices: readonly (readonly string[])[]
}

/** A round in which both sides may rank several as equal, and equal they stay. */
export interface TiedRound {
  seed: string
  applicants: readonly TiedApplicant[]
  places: readonly RoundPlace[]
}

/**
 * A market whose lists are in groups: `applicantGroup` and `placeGroup` stand beside the entries of the
 * lists and never fall along a list. Within a group of a place the lists follow the lottery.
 */
export interface TiedMarket extends TwoSided {
  applicantGroup: Int32Array
  placeGroup: Int32Array
}

/** The round as a market with groups. Names must be known and stand once (`roundFaults` of `withoutGroups`). */
export function tiedMarketOf(round: TiedRound): TiedMarket {
  const market = marketOf(withoutGroups(round))
  const applicantGroup = new Int32Array(market.applicantList.length)
  let entry = 0
  for (const { choices } of round.applicants) {
    for (const [group, { length }] of choices.entries()) {
      applicantGroup.fill(group, entry, entry + length)
      entry += length
    }
  }
  const placeGroup = new Int32Array(market.placeList.length)
  for (const [place, { ranking }] of round.places.entries()) {
    let at = market.placeStart[place]!
    for (const [group, { length }] of (ranking ?? []).entries()) {
      placeGroup.fill(group, at, at + length)
      at += length
    }
  }
  return { ...market, applicantGroup, placeGroup }
}

/** The same round with each list written as one line, as the faults of a round and strict markets know it. */
export function withoutGroups<Round extends { applicants: readonly TiedApplicant[] }>(
  round: Round,
): Omit<Round, 'applicants'> & { applicants: RoundApplicant[] } {
  const applicants = round.applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
  return { ...round, applicants }
}
