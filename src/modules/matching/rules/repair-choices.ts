import { unmatched } from './deferred-acceptance.ts'
import type { Move } from './repair.ts'
import type { ReservedMarket } from './reserved-market.ts'
import type { SharedMarket } from './shared-market.ts'

/** An entry of an applicant's list as whoever chooses there sees it: a rank below zero is nobody whom it takes. */
export interface Bid {
  who: number
  position: number
  place: number
  rank: number
}

/** A market in which whoever chooses does so among several people at once, and not by rank alone. */
export interface Choices {
  /** Each applicant's list, the best first. */
  lists: readonly (readonly Bid[])[]
  /** Who chooses for a place: the place itself, or the host of a project. */
  chooserOf(place: number): number
  /** Whom the one who chooses takes: of somebody with several bids at most one, the highest that fits. */
  choose(chooser: number, bids: readonly Bid[]): Bid[]
}

/** Places that keep seats for categories: of each the best take its seats, then the best of all others what is left. */
export function reservedChoices(market: ReservedMarket, ranks: Int32Array): Choices {
  const { applicantStart, applicantList, capacity, categories, category, reserved } = market
  return {
    lists: listsOf(applicantStart, applicantList, ranks),
    chooserOf: (place) => place,
    choose(place, bids) {
      const sorted = bids.toSorted((a, b) => a.rank - b.rank)
      const used = new Int32Array(categories)
      const byReserve = sorted.filter(({ who }) => {
        const own = category[who]!
        const seats = own === -1 ? 0 : reserved[place * categories + own]!
        if (own === -1 || used[own]! >= seats) return false
        used[own]! += 1
        return true
      })
      const others = sorted.filter((bid) => !byReserve.includes(bid))
      return [...byReserve, ...others.slice(0, capacity[place]! - byReserve.length)]
    },
  }
}

/** Hosts that take the best for their projects, as far as the project and the host have room. */
export function sharedChoices(market: SharedMarket): Choices {
  const { applicantStart, applicantList, rank, projectHost, projectSeats, hostSeats } = market
  return {
    lists: listsOf(applicantStart, applicantList, rank),
    chooserOf: (project) => projectHost[project]!,
    choose(host, bids) {
      const used = new Map<number, number>()
      const taken = new Set<number>()
      return bids
        .toSorted((a, b) => a.rank - b.rank || a.position - b.position)
        .filter(({ who, place }) => {
          const own = used.get(place) ?? 0
          const isFull = own === projectSeats[place] || taken.size === hostSeats[host]
          if (isFull || taken.has(who)) return false
          used.set(place, own + 1)
          taken.add(who)
          return true
        })
    },
  }
}

function listsOf(start: Int32Array, list: Int32Array, ranks: Int32Array): Bid[][] {
  return Array.from({ length: start.length - 1 }, (_, who) =>
    Array.from(list.subarray(start[who]!, start[who + 1]!), (place, position) => ({
      who,
      position,
      place,
      rank: ranks[start[who]! + position]!,
    })),
  )
}

/**
 * Makes a matching stable again after an applicant left `place`: whom the one who chooses there would take of all
 * who would rather be there, goes there; then what they leave is given on. The choice is substitutable, so nobody is let go on the way and every move is forced
 * in each stable result in which nobody moves down (Blum, Roth and Rothblum 1997 for choices by rank). `positions` are
 * changed in place.
 */
export function fillByChoice(choices: Choices, positions: Int32Array, place: number): Move[] {
  const held = heldBy(choices, positions)
  const moves: Move[] = []
  const open = [choices.chooserOf(place)]
  for (let chooser = open.pop(); chooser !== undefined; chooser = open.pop()) {
    const next = firstTaken(choices, positions, held.get(chooser) ?? [], chooser)
    if (!next) continue
    open.push(chooser)
    const from = positions[next.who]!
    moves.push({ applicant: next.who, from, to: next.position })
    if (from !== unmatched) {
      const left = choices.lists[next.who]![from]!
      const other = choices.chooserOf(left.place)
      held.set(
        other,
        held.get(other)!.filter(({ who }) => who !== next.who),
      )
      if (other !== chooser) open.push(other)
    }
    held.set(chooser, [...(held.get(chooser) ?? []), next])
    positions[next.who] = next.position
  }
  return moves
}

/** The best-ranked of those whom the chooser would take, of all who would rather be there and all whom it has. */
function firstTaken(
  { lists, chooserOf, choose }: Choices,
  positions: Int32Array,
  held: readonly Bid[],
  chooser: number,
): Bid | null {
  const better = lists.flatMap((list, who) => {
    const until = positions[who] === unmatched ? list.length : positions[who]!
    return list.slice(0, until).filter((bid) => bid.rank >= 0 && chooserOf(bid.place) === chooser)
  })
  const coming = choose(chooser, [...held, ...better]).filter((bid) => !held.includes(bid))
  return coming.reduce<Bid | null>((best, bid) => (best && best.rank < bid.rank ? best : bid), null)
}

/**
 * Makes a matching stable again after people lost their seats: each in turn takes the best entry of the own list where
 * they would be chosen, and whoever is no longer chosen there is the next. Every move is forced in each stable result
 * in which nobody moves up. `positions` are changed in place; those of `displaced` are `unmatched`.
 */
export function placeByChoice(
  choices: Choices,
  positions: Int32Array,
  displaced: readonly number[],
): Move[] {
  const held = heldBy(choices, positions)
  const moves: Move[] = []
  const waiting = displaced.toReversed()
  for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) {
    for (const bid of choices.lists[who]!) {
      if (bid.rank < 0) continue
      const chooser = choices.chooserOf(bid.place)
      const before = held.get(chooser) ?? []
      const after = choices.choose(chooser, [...before, bid])
      if (!after.includes(bid)) continue
      for (const out of before.filter((each) => !after.includes(each))) {
        positions[out.who] = unmatched
        waiting.push(out.who)
      }
      held.set(chooser, after)
      positions[who] = bid.position
      break
    }
    moves.push({ applicant: who, from: unmatched, to: positions[who]! })
  }
  return moves
}

function heldBy({ lists, chooserOf }: Choices, positions: Int32Array): Map<number, Bid[]> {
  const held = new Map<number, Bid[]>()
  for (const [who, position] of positions.entries()) {
    if (position === unmatched) continue
    const bid = lists[who]![position]!
    const chooser = chooserOf(bid.place)
    held.set(chooser, [...(held.get(chooser) ?? []), bid])
  }
  return held
}
