import { unmatched } from './deferred-acceptance.ts'
import type { ReservedMarket } from './reserved-market.ts'
import { emptySeats, hasRoom, leave, replaceLowest, seat, type Seats } from './seats.ts'

/**
 * Applicant-proposing deferred acceptance where each place chooses by its reserves: of each category the best
 * take its reserved seats, then the best of all others the seats that are left, unfilled reserves among them
 * (Hafalir, Yenmez and Yildirim 2013). The choice is substitutable, so the result is stable and the best stable one
 * for every applicant, and truth pays. Gives positions in the own lists, or `unmatched`.
 */
export function reservedAcceptance(market: ReservedMarket, ranks: Int32Array): Int32Array {
  const { applicants, places, applicantStart } = market
  const state: State = {
    ranks,
    seats: seatsOf(market),
    total: new Int32Array(places),
    next: applicantStart.slice(0, applicants),
    isHeld: new Uint8Array(applicants),
  }
  for (let first = 0; first < applicants; first += 1) {
    for (let who = first; who !== unmatched;) who = propose(market, state, who)
  }
  return state.next.map((entry, who) =>
    state.isHeld[who] === 1 ? entry - 1 - applicantStart[who]! : unmatched,
  )
}

interface State {
  ranks: Int32Array
  /** One column for each place and category, then one for the open seats of each place. */
  seats: Seats
  total: Int32Array
  next: Int32Array
  isHeld: Uint8Array
}

function seatsOf({
  applicants,
  places,
  categories,
  capacity,
  reserved,
  placeStart,
}: ReservedMarket) {
  const columns = places * categories + places
  const seats = new Int32Array(columns)
  seats.set(reserved)
  seats.set(capacity, places * categories)
  const most = new Int32Array(columns + 1)
  for (let column = 0; column < columns; column += 1) {
    const place =
      column < places * categories ? Math.floor(column / categories) : column - places * categories
    most[column + 1] = most[column]! + placeStart[place + 1]! - placeStart[place]!
  }
  return emptySeats(applicants, seats, most)
}

/** One applicant proposes until somebody holds them or the list ends; gives whom they put out. */
function propose(market: ReservedMarket, state: State, who: number): number {
  const { applicantStart, applicantList } = market
  const { ranks, next, isHeld, seats } = state
  const end = applicantStart[who + 1]!
  isHeld[who] = 0
  for (let entry = next[who]!; entry < end; entry += 1) {
    if (ranks[entry]! < 0) continue
    seats.bids[who] = -ranks[entry]!
    const out = choose(market, state, applicantList[entry]!, who)
    if (out === who) continue
    next[who] = entry + 1
    isHeld[who] = 1
    return out
  }
  return unmatched
}

/** Lets a place choose with one more; gives whom it lets go, or `unmatched`. */
function choose(market: ReservedMarket, state: State, place: number, who: number): number {
  const { places, categories, capacity, category } = market
  const { seats, total } = state
  const open = places * categories + place
  if (capacity[place] === 0) return who
  const isFull = total[place] === capacity[place]
  const own = category[who] === -1 ? -1 : place * categories + category[who]!
  let left = who
  if (own !== -1 && hasRoom(seats, own)) {
    seat(seats, own, who)
    if (isFull) return takeLowest(seats, open)
    left = -1
  } else if (own !== -1 && beatsLowest(seats, own, who)) left = replaceLowest(seats, own, who)
  if (!isFull) {
    total[place]! += 1
    if (left !== -1) seat(seats, open, left)
    return unmatched
  }
  return beatsLowest(seats, open, left) ? replaceLowest(seats, open, left) : left
}

function beatsLowest({ used, start, heap, bids }: Seats, column: number, who: number): boolean {
  return used[column]! > 0 && bids[who]! > bids[heap[start[column]!]!]!
}

function takeLowest(seats: Seats, column: number): number {
  const out = seats.heap[seats.start[column]!]!
  leave(seats, column, out)
  return out
}
