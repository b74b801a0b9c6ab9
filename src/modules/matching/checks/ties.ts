// Written apart from the solver, and knows nothing of it: what is proved here is proved by the lists alone.
import type { TiedMarket } from '../rules/tied-market.ts'

/** What is wrong with a matching under ties; all counts are zero where it is weakly stable and large. */
export interface TiesFindings {
  /** Pairs that both would strictly rather have than what they got. */
  blockingPairs: number
  overfull: number
  unacceptable: number
  /**
   * People whose seat could go to somebody without one, at nobody's loss but a tie. Where there are none, no
   * weakly stable matching places more than one and a half times as many: in the difference of the two no
   * alternating path of three begins without a seat and ends at a free one (Király 2013, the proof of theorem 1).
   */
  couldYield: number
}

/** Checks weak stability and the size of a matching by definition, in one pass over the lists for each. */
export function checkTies(
  market: TiedMarket,
  ranks: Int32Array,
  positions: Int32Array,
): TiesFindings {
  const { applicants, places, applicantStart, applicantList, applicantGroup, capacity } = market
  const groupAt = (entry: number) =>
    market.placeGroup[market.placeStart[applicantList[entry]!]! + ranks[entry]!]!
  const held = new Int32Array(places)
  const worst = new Int32Array(places).fill(-1)
  const own = new Int32Array(applicants).fill(-1)
  let unacceptable = 0
  for (let who = 0; who < applicants; who += 1) {
    const position = positions[who]!
    if (position === -1) continue
    const entry = applicantStart[who]! + position
    if (position < 0 || entry >= applicantStart[who + 1]! || ranks[entry]! < 0) {
      unacceptable += 1
      continue
    }
    own[who] = entry
    const place = applicantList[entry]!
    held[place]! += 1
    worst[place] = Math.max(worst[place]!, groupAt(entry))
  }
  const overfull = held.filter((count, place) => count > capacity[place]!).length
  const isFree = (place: number) => held[place]! < capacity[place]!
  let blockingPairs = 0
  // The best group of each place in which somebody has no seat at all.
  const waiting = new Int32Array(places).fill(-1)
  for (let who = 0; who < applicants; who += 1) {
    const group = own[who] === -1 ? Infinity : applicantGroup[own[who]!]!
    for (let entry = applicantStart[who]!; entry < applicantStart[who + 1]!; entry += 1) {
      if (ranks[entry]! < 0) continue
      const place = applicantList[entry]!
      const at = groupAt(entry)
      if (applicantGroup[entry]! < group && (isFree(place) || at < worst[place]!)) {
        blockingPairs += 1
      }
      if (own[who] !== -1) continue
      if (waiting[place] === -1 || at < waiting[place]!) waiting[place] = at
    }
  }
  let couldYield = 0
  for (let who = 0; who < applicants; who += 1) {
    if (own[who] === -1) continue
    const place = applicantList[own[who]!]!
    if (waiting[place] === -1) continue
    const isTied = waiting[place] === groupAt(own[who]!)
    for (let entry = applicantStart[who]!; entry < applicantStart[who + 1]!; entry += 1) {
      const other = applicantList[entry]!
      if (ranks[entry]! < 0 || other === place || !isFree(other)) continue
      if (!isTied && applicantGroup[entry] !== applicantGroup[own[who]!]) continue
      couldYield += 1
      break
    }
  }
  return { blockingPairs, overfull, unacceptable, couldYield }
}
