import type { TwoSided } from './two-sided.ts'

/** An applicant who was matched with nobody. */
export const unmatched = -1

/**
 * The applicant-optimal stable matching: each applicant proposes down the list, each place keeps the
 * best it has seen up to its capacity (Gale and Shapley 1962). Gives for each applicant the position
 * in the own list (0 is the first choice), or `unmatched`. `ranks` comes from `ranksAtPlaces`. The
 * result does not depend on the order of proposals; truth is a dominant strategy for applicants
 * (Roth 1982), not for places. Time is linear in the entries but for a heap a place.
 */
export function deferredAcceptance(market: TwoSided, ranks: Int32Array): Int32Array {
  const { applicants } = market
  const offers = openOffers(market)
  const waiting = Int32Array.from({ length: applicants }, (_, applicant) => applicant)
  let count = applicants
  // In rounds while many wait, so that lists are read one after the other; a few are followed singly.
  while (count > applicants >> 6) count = proposeInRound(market, ranks, offers, waiting, count)
  for (let at = 0; at < count; at += 1) {
    let applicant = waiting[at]!
    while (applicant !== unmatched) applicant = propose(market, ranks, offers, applicant)
  }
  return positionsHeld(market, offers)
}

/** Everybody who waits proposes once, in their order; those pushed out wait for the next round. Gives their number. */
function proposeInRound(
  market: TwoSided,
  ranks: Int32Array,
  offers: Offers,
  waiting: Int32Array,
  count: number,
): number {
  const pushedOut = new Uint8Array(market.applicants)
  for (let at = 0; at < count; at += 1) {
    const out = propose(market, ranks, offers, waiting[at]!)
    if (out !== unmatched) pushedOut[out] = 1
  }
  let left = 0
  for (let applicant = 0; applicant < market.applicants; applicant += 1) {
    if (pushedOut[applicant] === 1) waiting[left++] = applicant
  }
  return left
}

/** What each place holds, and how far each applicant has proposed. */
interface Offers {
  /** Heaps of what places hold, the worst rank at the root, and whose ranks they are. */
  heapStart: Int32Array
  heapRanks: Int32Array
  heapApplicants: Int32Array
  held: Int32Array
  /** The rank from which on a place admits nobody. */
  cutoffs: Int32Array
  /** The entry that an applicant proposes next. */
  next: Int32Array
}

function openOffers({
  applicants,
  places,
  capacity,
  placeStart,
  applicantStart,
}: TwoSided): Offers {
  const heapStart = new Int32Array(places + 1)
  const cutoffs = new Int32Array(places)
  for (let place = 0; place < places; place += 1) {
    const seats = Math.min(capacity[place]!, placeStart[place + 1]! - placeStart[place]!)
    heapStart[place + 1] = heapStart[place]! + seats
    cutoffs[place] = seats > 0 ? 0x7fffffff : 0
  }
  const room = heapStart[places]!
  return {
    heapStart,
    heapRanks: new Int32Array(room),
    heapApplicants: new Int32Array(room),
    held: new Int32Array(places),
    cutoffs,
    next: applicantStart.slice(0, applicants),
  }
}

/** One applicant proposes until somebody holds them or the list ends; gives whom they pushed out. */
function propose(
  { applicantStart, applicantList }: TwoSided,
  ranks: Int32Array,
  { heapStart, heapRanks, heapApplicants, held, cutoffs, next }: Offers,
  applicant: number,
): number {
  const end = applicantStart[applicant + 1]!
  for (let entry = next[applicant]!; entry < end; entry += 1) {
    const rank = ranks[entry]!
    const place = applicantList[entry]!
    // Most proposals end here, at one small array; `notListed` is beyond every cut-off.
    if (rank >>> 0 >= cutoffs[place]!) continue
    next[applicant] = entry + 1
    const root = heapStart[place]!
    const seats = heapStart[place + 1]! - root
    const size = held[place]!
    if (size < seats) {
      pushWorst(heapRanks, heapApplicants, root, size, rank, applicant)
      held[place] = size + 1
      if (size + 1 === seats) cutoffs[place] = heapRanks[root]!
      return unmatched
    }
    const out = heapApplicants[root]!
    replaceWorst(heapRanks, heapApplicants, root, seats, rank, applicant)
    cutoffs[place] = heapRanks[root]!
    return out
  }
  return unmatched
}

/** Who is held proposed last where they are held; nobody else holds anything. */
function positionsHeld(
  { applicants, places, applicantStart }: TwoSided,
  offers: Offers,
): Int32Array {
  const { heapStart, heapApplicants, held, next } = offers
  const positions = new Int32Array(applicants).fill(unmatched)
  for (let place = 0; place < places; place += 1) {
    const root = heapStart[place]!
    for (let at = root; at < root + held[place]!; at += 1) {
      const applicant = heapApplicants[at]!
      positions[applicant] = next[applicant]! - 1 - applicantStart[applicant]!
    }
  }
  return positions
}

function pushWorst(
  ranks: Int32Array,
  whose: Int32Array,
  root: number,
  size: number,
  rank: number,
  applicant: number,
): void {
  let at = size
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = ranks[root + parent]!
    if (above >= rank) break
    ranks[root + at] = above
    whose[root + at] = whose[root + parent]!
    at = parent
  }
  ranks[root + at] = rank
  whose[root + at] = applicant
}

function replaceWorst(
  ranks: Int32Array,
  whose: Int32Array,
  root: number,
  size: number,
  rank: number,
  applicant: number,
): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && ranks[root + child + 1]! > ranks[root + child]!) child += 1
    const below = ranks[root + child]!
    if (below <= rank) break
    ranks[root + at] = below
    whose[root + at] = whose[root + child]!
    at = child
  }
  ranks[root + at] = rank
  whose[root + at] = applicant
}
