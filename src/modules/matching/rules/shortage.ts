import { assign } from './assign.ts'
import { type Assignment, type AssignmentProblem, outside } from './assignment.ts'
import { notListed, ranksAtPlaces } from './ranks.ts'
import { marketOf, type Round } from './round.ts'

/** What one further seat costs where nothing else is said: so the fewest seats are looked for. */
const plainSeat = 1

/**
 * The round as an assignment in which seats can be added: columns are the places with their seats at no cost, then
 * each place once more with as many further seats as ask for it, at `seatCost` each (infinite: none can be
 * added). To be outside costs more than any seat, so only who has no acceptable place at all stays there.
 */
export function shortageProblem(round: Round, seatCost: readonly number[]): AssignmentProblem {
  const market = marketOf(round)
  const ranks = ranksAtPlaces(market)
  const { applicants, places, applicantStart, applicantList } = market
  const start = new Int32Array(applicants + 1)
  const column: number[] = []
  const cost: number[] = []
  for (let who = 0; who < applicants; who += 1) {
    for (let entry = applicantStart[who]!; entry < applicantStart[who + 1]!; entry += 1) {
      if (ranks[entry] === notListed) continue
      const place = applicantList[entry]!
      column.push(place)
      cost.push(0)
      if (!Number.isFinite(seatCost[place]!)) continue
      column.push(places + place)
      cost.push(seatCost[place]!)
    }
    start[who + 1] = column.length
  }
  const capacity = new Int32Array(2 * places).fill(applicants)
  capacity.set(market.capacity)
  return {
    rows: applicants,
    columns: 2 * places,
    start,
    column: Int32Array.from(column),
    cost: Int32Array.from(cost),
    capacity,
    outsideCost: cost.reduce((most, each) => Math.max(most, each), 0) + 1,
  }
}

/** Applicants who ask for nothing but these places, and these have fewer seats than that (Hall 1935). */
export interface Bottleneck {
  applicants: number[]
  places: number[]
  seats: number
}

/** Seats that would be added, and with which prices it is proved that none are cheaper. */
export interface Shortage {
  /** Applicants whom no place accepts that they ask for. */
  nowhere: number[]
  bottlenecks: Bottleneck[]
  /** For each place the seats to be added. */
  added: Int32Array
  assignment: Assignment
}

/**
 * Why not everybody can have a place that they ask for and that accepts them, and the cheapest seats with
 * which everybody could: a matching of all people is looked for, not a stable one.
 */
export function shortageOf(round: Round, seatCost = round.places.map(() => plainSeat)): Shortage {
  const problem = shortageProblem(round, seatCost)
  const assignment = assign(problem)
  const added = new Int32Array(round.places.length)
  for (const arc of assignment.arcs) {
    if (arc !== outside && problem.column[arc]! >= added.length) {
      added[problem.column[arc]! - added.length]! += 1
    }
  }
  const nowhere = round.applicants.flatMap((_, who) =>
    problem.start[who] === problem.start[who + 1] ? [who] : [],
  )
  return { nowhere, bottlenecks: bottlenecksOf(round), added, assignment }
}

/** From everybody left over in a largest matching: whom they reach by taking seats and pushing on, place by place. */
function bottlenecksOf(round: Round): Bottleneck[] {
  const places = round.places.length
  const problem = shortageProblem(
    round,
    round.places.map(() => Infinity),
  )
  const { arcs } = assign(problem)
  const held = Array.from({ length: places }, (): number[] => [])
  for (const [who, arc] of arcs.entries()) {
    if (arc !== outside) held[problem.column[arc]!]!.push(who)
  }
  const seenPlace = new Uint8Array(places)
  const seenWho = new Uint8Array(problem.rows)
  const found: Bottleneck[] = []
  for (let first = 0; first < problem.rows; first += 1) {
    if (arcs[first] !== outside || seenWho[first] === 1) continue
    if (problem.start[first] === problem.start[first + 1]) continue
    const one: Bottleneck = { applicants: [], places: [], seats: 0 }
    const waiting = [first]
    seenWho[first] = 1
    for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) {
      one.applicants.push(who)
      for (let arc = problem.start[who]!; arc < problem.start[who + 1]!; arc += 1) {
        const place = problem.column[arc]!
        if (seenPlace[place] === 1) continue
        seenPlace[place] = 1
        one.places.push(place)
        one.seats += problem.capacity[place]!
        for (const other of held[place]!) {
          if (seenWho[other] === 1) continue
          seenWho[other] = 1
          waiting.push(other)
        }
      }
    }
    found.push(one)
  }
  return joined(found, problem)
}

/** Those that share a place are one: what was reached earlier is reached by the later ones as well. */
function joined(found: readonly Bottleneck[], problem: AssignmentProblem): Bottleneck[] {
  const of = new Int32Array(problem.columns).fill(-1)
  const all: Bottleneck[] = []
  for (const one of found) {
    const touched = new Set<number>()
    for (const who of one.applicants) {
      for (let arc = problem.start[who]!; arc < problem.start[who + 1]!; arc += 1) {
        const earlier = of[problem.column[arc]!]!
        if (earlier !== -1) touched.add(earlier)
      }
    }
    const merged: Bottleneck = { applicants: [], places: [], seats: 0 }
    for (const part of [...[...touched].map((at) => all[at]!), one]) {
      merged.applicants.push(...part.applicants)
      merged.places.push(...part.places)
      merged.seats += part.seats
    }
    for (const at of touched) all[at] = { applicants: [], places: [], seats: 0 }
    for (const place of merged.places) of[place] = all.length
    all.push(merged)
  }
  return all
    .filter(({ applicants }) => applicants.length > 0)
    .map(({ applicants, places, seats }) => ({
      applicants: applicants.sort((a, b) => a - b),
      places: places.sort((a, b) => a - b),
      seats,
    }))
}
