// Written apart from the solver, and knows nothing of it: what is proved here is proved by the lists alone.
import type { ReservedMarket } from '../rules/reserved-market.ts'

/** What is wrong with a matching under reserves; all counts are zero for a stable one. */
export interface ReservesFindings {
  /** Applicants and places where the applicant would rather go and the place would choose them. */
  blockingPairs: number
  overfull: number
  unacceptable: number
}

/** The worst rank that a place still chooses: of each category by its reserve, and of anybody for the open seats. */
export interface Cutoffs {
  reserve: Int32Array
  open: Int32Array
}

const everybody = 0x7fffffff

/**
 * Checks stability in the sense of the places' choice: reserved seats first by rank within the category, then
 * the seats that are left by rank. Sorts the people of each place once, then passes over the lists.
 */
export function checkReserves(
  market: ReservedMarket,
  ranks: Int32Array,
  positions: Int32Array,
): ReservesFindings {
  const { applicants, applicantStart, applicantList, capacity, categories, category } = market
  const { held, unacceptable } = heldByPlaces(market, ranks, positions)
  const cutoffs = cutoffsOf(market, held)
  let blockingPairs = 0
  for (let who = 0; who < applicants; who += 1) {
    const from = applicantStart[who]!
    const until = positions[who] === -1 ? applicantStart[who + 1]! : from + positions[who]!
    for (let entry = from; entry < Math.min(until, applicantStart[who + 1]!); entry += 1) {
      const place = applicantList[entry]!
      if (ranks[entry]! < 0 || capacity[place] === 0) continue
      const own = category[who] === -1 ? 0 : cutoffs.reserve[place * categories + category[who]!]!
      if (ranks[entry]! < Math.max(own, cutoffs.open[place]!)) blockingPairs += 1
    }
  }
  const overfull = held.filter((people, place) => people.length > capacity[place]!).length
  return { blockingPairs, overfull, unacceptable }
}

interface Held {
  rank: number
  category: number
}

/** Who sits at each place, the best first, and how many were placed where one of the two does not list the other. */
export function heldByPlaces(market: ReservedMarket, ranks: Int32Array, positions: Int32Array) {
  const { applicants, places, applicantStart, applicantList, category } = market
  const held = Array.from({ length: places }, (): Held[] => [])
  let unacceptable = 0
  for (let who = 0; who < applicants; who += 1) {
    const position = positions[who]!
    if (position === -1) continue
    const entry = applicantStart[who]! + position
    const isListed = position >= 0 && entry < applicantStart[who + 1]! && ranks[entry]! >= 0
    if (!isListed) unacceptable += 1
    else held[applicantList[entry]!]!.push({ rank: ranks[entry]!, category: category[who]! })
  }
  for (const people of held) people.sort((a, b) => a.rank - b.rank)
  return { held, unacceptable }
}

/** Below which rank a place would choose somebody more, given whom it holds. */
export function cutoffsOf(market: ReservedMarket, held: readonly Held[][]): Cutoffs {
  const { places, categories, capacity, reserved } = market
  const reserve = new Int32Array(places * categories)
  const open = new Int32Array(places)
  for (let place = 0; place < places; place += 1) {
    const used = new Int32Array(categories)
    const left: number[] = []
    for (const { rank, category } of held[place]!) {
      const at = place * categories + category
      if (category === -1 || used[category] === reserved[at]) left.push(rank)
      else {
        used[category]! += 1
        reserve[at] = rank
      }
    }
    let openSeats = capacity[place]!
    for (let each = 0; each < categories; each += 1) {
      openSeats -= used[each]!
      const at = place * categories + each
      if (used[each]! < reserved[at]!) reserve[at] = everybody
    }
    open[place] = left.length < openSeats ? everybody : (left[openSeats - 1] ?? 0)
  }
  return { reserve, open }
}
