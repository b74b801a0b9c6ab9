// Written apart from the solver, and knows nothing of it: what is proved here is proved by the lists alone.
import type { TwoSided } from '../rules/two-sided.ts'

/** Why a matching is not one, or not a stable one. All counts are zero for a stable matching. */
export interface StabilityFindings {
  /** Pairs that both would rather have than what they got; only as many as asked for are named. */
  blockingPairs: number
  named: { applicant: number; position: number }[]
  /** Places that hold more than their capacity. */
  overfull: number
  /** Applicants placed where one of the two does not list the other. */
  unacceptable: number
}

/**
 * Checks a matching (for each applicant the position in the own list, or -1) by definition: it keeps
 * capacities, it matches only who lists whom, and no applicant and place both prefer each other to
 * what they got. `ranks` says how the place of each entry ranks the applicant (-1: not at all);
 * `ranksAreTrue` proves them. One pass over the lists.
 */
export function checkStability(
  market: TwoSided,
  ranks: Int32Array,
  positions: Int32Array,
  nameAtMost = 100,
): StabilityFindings {
  const { applicants, places, applicantStart, applicantList, capacity } = market
  const held = new Int32Array(places)
  const worst = new Int32Array(places).fill(-1)
  let unacceptable = 0
  for (let applicant = 0; applicant < applicants; applicant += 1) {
    const position = positions[applicant]!
    if (position === -1) continue
    const entry = applicantStart[applicant]! + position
    const rank = entry < applicantStart[applicant + 1]! && position >= 0 ? ranks[entry]! : -1
    if (rank < 0) {
      unacceptable += 1
      continue
    }
    const place = applicantList[entry]!
    held[place]! += 1
    if (rank > worst[place]!) worst[place] = rank
  }
  let overfull = 0
  for (let place = 0; place < places; place += 1) {
    if (held[place]! > capacity[place]!) overfull += 1
    // A free seat admits everybody on the list; a place without seats admits nobody.
    if (held[place]! < capacity[place]!) worst[place] = 0x7fffffff
  }
  const pairs = blockingPairs(market, ranks, positions, { worst, nameAtMost })
  return { ...pairs, overfull, unacceptable }
}

function blockingPairs(
  { applicants, applicantStart, applicantList }: TwoSided,
  ranks: Int32Array,
  positions: Int32Array,
  { worst, nameAtMost }: { worst: Int32Array; nameAtMost: number },
): Pick<StabilityFindings, 'blockingPairs' | 'named'> {
  const named: StabilityFindings['named'] = []
  let found = 0
  for (let applicant = 0; applicant < applicants; applicant += 1) {
    const from = applicantStart[applicant]!
    const end = applicantStart[applicant + 1]!
    const position = positions[applicant]!
    const until = position === -1 ? end : Math.min(end, from + position)
    for (let entry = from; entry < until; entry += 1) {
      const rank = ranks[entry]!
      if (rank < 0 || rank >= worst[applicantList[entry]!]!) continue
      found += 1
      if (named.length < nameAtMost) named.push({ applicant, position: entry - from })
    }
  }
  return { blockingPairs: found, named }
}

/** Whether `ranks` are those of the lists: where one is stated the place has the applicant there, and no listing is left out. */
export function ranksAreTrue(market: TwoSided, ranks: Int32Array): boolean {
  const { applicants, applicantStart, applicantList, placeStart, placeList } = market
  if (ranks.length !== applicantList.length) return false
  const told = new Uint8Array(placeList.length)
  for (let applicant = 0; applicant < applicants; applicant += 1) {
    for (
      let entry = applicantStart[applicant]!;
      entry < applicantStart[applicant + 1]!;
      entry += 1
    ) {
      const rank = ranks[entry]!
      if (rank === -1) continue
      const place = applicantList[entry]!
      const at = placeStart[place]! + rank
      if (rank < 0 || at >= placeStart[place + 1]! || placeList[at] !== applicant) return false
      told[at] = 1
    }
  }
  // An entry that no rank names must be of somebody who does not list the place in turn.
  for (let place = 0; place < market.places; place += 1) {
    for (let at = placeStart[place]!; at < placeStart[place + 1]!; at += 1) {
      if (told[at] === 0 && listsPlace(market, placeList[at]!, place)) return false
    }
  }
  return true
}

function listsPlace(
  { applicantStart, applicantList }: TwoSided,
  applicant: number,
  place: number,
): boolean {
  for (let entry = applicantStart[applicant]!; entry < applicantStart[applicant + 1]!; entry += 1) {
    if (applicantList[entry] === place) return true
  }
  return false
}
