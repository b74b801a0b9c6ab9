// Written apart from the solver, and knows nothing of it: each move is looked at by definition.
import type { Move, Withdrawn } from '../rules/repair.ts'
import type { TwoSided } from '../rules/two-sided.ts'

/**
 * Whether moves lead from one matching to another and each was forced: after an applicant left, the best-ranked of
 * all who would rather have a free seat takes it; after a place left, whoever has lost a seat takes the
 * best place that would have them. `market` is that without who withdrew; positions are those in its lists.
 */
export function movesAreForced(
  market: TwoSided,
  ranks: Int32Array,
  side: Withdrawn['side'],
  moves: readonly Move[],
  before: Int32Array,
  after: Int32Array,
): boolean {
  const now = before.slice()
  for (const { applicant, from, to } of moves) {
    if (!(applicant >= 0 && applicant < now.length) || now[applicant] !== from) return false
    const { applicantStart } = market
    const length = applicantStart[applicant + 1]! - applicantStart[applicant]!
    if (!(Number.isInteger(to) && to >= -1 && to < length)) return false
    const isForced =
      side === 'applicant'
        ? isBestForFreeSeat(market, ranks, now, applicant, to)
        : isBestThatTakes(market, ranks, now, applicant, to)
    if (!isForced) return false
    now[applicant] = to
    if (side === 'place' && to !== -1)
      letLowestGo(market, ranks, now, placeAt(market, applicant, to))
  }
  return now.every((position, who) => position === after[who])
}

const placeAt = ({ applicantStart, applicantList }: TwoSided, who: number, position: number) =>
  applicantList[applicantStart[who]! + position]!

/** Whom a place holds, with their ranks. */
function heldBy(market: TwoSided, ranks: Int32Array, now: Int32Array, place: number) {
  const held: { who: number; rank: number }[] = []
  for (const [who, position] of now.entries()) {
    if (position < 0 || placeAt(market, who, position) !== place) continue
    held.push({ who, rank: ranks[market.applicantStart[who]! + position]! })
  }
  return held
}

function isBestForFreeSeat(
  market: TwoSided,
  ranks: Int32Array,
  now: Int32Array,
  applicant: number,
  to: number,
): boolean {
  if (to < 0) return false
  const { applicants, applicantStart, applicantList } = market
  const place = placeAt(market, applicant, to)
  if (heldBy(market, ranks, now, place).length >= market.capacity[place]!) return false
  let best = -1
  let bestRank = Infinity
  for (let who = 0; who < applicants; who += 1) {
    const from = applicantStart[who]!
    const end = now[who] === -1 ? applicantStart[who + 1]! : from + now[who]!
    for (let entry = from; entry < end; entry += 1) {
      if (applicantList[entry] !== place || ranks[entry]! < 0 || ranks[entry]! >= bestRank) continue
      best = who
      bestRank = ranks[entry]!
    }
  }
  return best === applicant
}

function isBestThatTakes(
  market: TwoSided,
  ranks: Int32Array,
  now: Int32Array,
  applicant: number,
  to: number,
): boolean {
  if (now[applicant] !== -1) return false
  const { applicantStart, capacity } = market
  const from = applicantStart[applicant]!
  const takes = (position: number) => {
    const rank = ranks[from + position]!
    const place = placeAt(market, applicant, position)
    const held = heldBy(market, ranks, now, place)
    if (rank < 0 || capacity[place] === 0) return false
    return held.length < capacity[place]! || held.some((each) => each.rank > rank)
  }
  const length = applicantStart[applicant + 1]! - from
  for (let position = 0; position < length; position += 1) {
    if (takes(position)) return position === to
  }
  return to === -1
}

/** A place above its seats lets the lowest go. */
function letLowestGo(market: TwoSided, ranks: Int32Array, now: Int32Array, place: number): void {
  const held = heldBy(market, ranks, now, place).sort((a, b) => b.rank - a.rank)
  if (held.length > market.capacity[place]!) now[held[0]!.who] = -1
}
