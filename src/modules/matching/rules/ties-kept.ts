import { unmatched } from './deferred-acceptance.ts'
import { emptySeats, hasRoom, leave, replaceLowest, seat, type Seats } from './seats.ts'
import type { TiedMarket } from './tied-market.ts'

/**
 * A weakly stable matching with at least two thirds of the places of the largest (Király 2013, for places
 * with seats and ties on both sides). Applicants propose by groups, free seats of a group first; whoever holds
 * a seat while another of the group is free yields it to anybody; who was rejected by the whole list proposes a
 * second time and then wins ties. `ranks` are those of `ranksAtPlaces`, `order` is who proposes first. Gives
 * positions in the own lists, or `unmatched`. Near linear: each entry is proposed to twice, at a heap a place.
 */
export function tiesKept(market: TiedMarket, ranks: Int32Array, order: Int32Array): Int32Array {
  const state = emptyState(market, ranks)
  for (const first of order) {
    for (let who = first; who !== unmatched;) who = propose(market, state, who)
  }
  return state.held.map((entry, who) =>
    entry === unmatched ? unmatched : entry - market.applicantStart[who]!,
  )
}

interface State {
  ranks: Int32Array
  seats: Seats
  /** The entry that holds each applicant. */
  held: Int32Array
  /** 1 from the second time through the list on: then ties are won. */
  isSecond: Uint8Array
  /** The entries of the group that is proposed to: its end, where a free seat is looked for, where any. */
  groupEnd: Int32Array
  nextFree: Int32Array
  nextAny: Int32Array
  /** Entries whose place said no in this pass. */
  isGone: Uint8Array
  /** Who took a free seat out of a group of several: a list for each place. */
  looseFirst: Int32Array
  looseNext: Int32Array
}

function emptyState(market: TiedMarket, ranks: Int32Array): State {
  const { applicants, places, applicantStart } = market
  return {
    ranks,
    seats: emptySeats(applicants, market.capacity, market.placeStart),
    held: new Int32Array(applicants).fill(unmatched),
    isSecond: new Uint8Array(applicants),
    groupEnd: applicantStart.slice(0, applicants),
    nextFree: applicantStart.slice(0, applicants),
    nextAny: applicantStart.slice(0, applicants),
    isGone: new Uint8Array(market.applicantList.length),
    looseFirst: new Int32Array(places).fill(unmatched),
    looseNext: new Int32Array(applicants),
  }
}

/** One applicant proposes until somebody holds them or both passes end; gives whom they put out. */
function propose(market: TiedMarket, state: State, who: number): number {
  const { applicantList } = market
  const { seats, ranks, nextAny, groupEnd, isGone } = state
  for (;;) {
    const free = freeEntry(market, state, who)
    if (free !== unmatched) {
      const place = applicantList[free]!
      hold(market, state, who, free)
      seat(seats, place, who)
      state.looseNext[who] = state.looseFirst[place]!
      state.looseFirst[place] = who
      return unmatched
    }
    for (let entry = nextAny[who]!; entry < groupEnd[who]!; entry += 1) {
      nextAny[who] = entry
      if (isGone[entry] === 1 || ranks[entry]! < 0) continue
      const out = enter(market, state, who, entry)
      if (out !== who) return out
      isGone[entry] = 1
    }
    if (!nextGroup(market, state, who)) return unmatched
  }
}

/** The next entry of the group whose place has room. A place that was full once stays full. */
function freeEntry({ applicantList }: TiedMarket, state: State, who: number): number {
  const { ranks, seats, nextFree, groupEnd } = state
  let entry = nextFree[who]!
  const end = groupEnd[who]!
  while (entry < end && (ranks[entry]! < 0 || !hasRoom(seats, applicantList[entry]!))) entry += 1
  nextFree[who] = entry
  return entry < end ? entry : unmatched
}

/** Asks a full place: gives whom it lets go, which is `who` where it says no. */
function enter(market: TiedMarket, state: State, who: number, entry: number): number {
  const { seats, held, isGone } = state
  const place = market.applicantList[entry]!
  if (seats.start[place] === seats.start[place + 1]) return who
  const loose = takeLoose(market, state, place)
  if (loose !== unmatched) {
    leave(seats, place, loose)
    held[loose] = unmatched
    hold(market, state, who, entry)
    seat(seats, place, who)
    return loose
  }
  const lowest = seats.heap[seats.start[place]!]!
  if (bidOf(market, state, who, entry) <= seats.bids[lowest]!) return who
  hold(market, state, who, entry)
  replaceLowest(seats, place, who)
  isGone[held[lowest]!] = 1
  held[lowest] = unmatched
  return lowest
}

/** Somebody at the place for whom another one of the group is free, or `unmatched`; who has none never will again. */
function takeLoose(market: TiedMarket, state: State, place: number): number {
  const { looseFirst, looseNext } = state
  let who = looseFirst[place]!
  while (who !== unmatched && freeEntry(market, state, who) === unmatched) who = looseNext[who]!
  looseFirst[place] = who === unmatched ? unmatched : looseNext[who]!
  return who
}

function hold(market: TiedMarket, state: State, who: number, entry: number): void {
  state.held[who] = entry
  state.seats.bids[who] = bidOf(market, state, who, entry)
}

/** Higher is better: the group, then who proposes a second time, then the lottery. */
function bidOf(market: TiedMarket, state: State, who: number, entry: number): number {
  const { placeStart, placeGroup, applicantList } = market
  const from = placeStart[applicantList[entry]!]!
  const length = placeStart[applicantList[entry]! + 1]! - from
  const rank = state.ranks[entry]!
  return -((2 * placeGroup[from + rank]! + 1 - state.isSecond[who]!) * length + rank)
}

/** Goes on to the next group, or once to the start of the list; false where there is none. */
function nextGroup(market: TiedMarket, state: State, who: number): boolean {
  const { applicantStart, applicantGroup } = market
  const { groupEnd, nextAny, nextFree, isSecond, isGone } = state
  const end = applicantStart[who + 1]!
  let from = groupEnd[who]!
  if (from === end) {
    if (isSecond[who] === 1) return false
    isSecond[who] = 1
    from = applicantStart[who]!
    isGone.fill(0, from, end)
  }
  let to = from
  while (to < end && applicantGroup[to] === applicantGroup[from]) to += 1
  groupEnd[who] = to
  nextAny[who] = from
  nextFree[who] = from
  return to > from
}
