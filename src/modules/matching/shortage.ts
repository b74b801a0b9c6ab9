import { checkAssignment } from './checks/assignment.ts'
import { bottlenecksProve } from './checks/shortage.ts'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { Round } from './rules/round.ts'
import { type Shortage, shortageOf, shortageProblem } from './rules/shortage.ts'

/** Ways that are tried beside the cheapest: each without one of the places at which it adds seats. */
const otherWays = 5
const shownNames = 8

/** Seats to be added, by the names of the places, and what they cost in all. */
export interface Relaxation {
  cost: number
  seats: { place: string; more: number }[]
}

/** Why not everybody can have a place, and what would help, each way proved to be the cheapest of its kind. */
export interface ShortageFound {
  /** Who asks for no place that accepts them; no seat helps. */
  nowhere: string[]
  bottlenecks: { applicants: string[]; places: string[]; seats: number; missing: number }[]
  ways: Relaxation[]
}

/** Finds what is missing; throws where its own checks refuse what was found. */
export function findShortage(round: Round): ShortageFound {
  const costs = round.places.map(() => 1)
  const found = shortageOf(round, costs)
  const cheapest = relaxation(round, found, costs)
  const missing = cheapest.seats.reduce((all, { more }) => all + more, 0)
  if (!bottlenecksProve(round, found.bottlenecks, missing)) throw new Error('unproved bottlenecks')
  const ways = missing === 0 ? [] : [cheapest, ...otherRelaxations(round, found, costs)]
  const nameOf = (who: number) => round.applicants[who]!.id
  return {
    nowhere: found.nowhere.map(nameOf),
    bottlenecks: found.bottlenecks.map(({ applicants, places, seats }) => ({
      applicants: applicants.map(nameOf),
      places: places.map((place) => round.places[place]!.id),
      seats,
      missing: applicants.length - seats,
    })),
    ways,
  }
}

function relaxation(round: Round, found: Shortage, costs: readonly number[]): Relaxation {
  const { arcs, prices } = found.assignment
  const problem = shortageProblem(round, costs)
  const { certified, cost, outside } = checkAssignment(problem, arcs, prices)
  if (!certified) throw new Error('seats that are not proved to be the cheapest')
  const seats = round.places.flatMap(({ id }, place) =>
    found.added[place]! > 0 ? [{ place: id, more: found.added[place]! }] : [],
  )
  return { cost: cost - outside * problem.outsideCost, seats }
}

/** The cheapest ways without one of the places that the cheapest way adds to, where there is one for everybody. */
function otherRelaxations(round: Round, found: Shortage, costs: readonly number[]): Relaxation[] {
  const used = [...found.added.keys()].filter((place) => found.added[place]! > 0)
  return used.slice(0, otherWays).flatMap((place) => {
    const without = costs.with(place, Infinity)
    const other = shortageOf(round, without)
    const stay = other.assignment.arcs.filter((arc) => arc === -1).length
    return stay > found.nowhere.length ? [] : [relaxation(round, other, without)]
  })
}

/** What was found, as sentences. */
export function shortageSaid({ nowhere, bottlenecks, ways }: ShortageFound): Message[] {
  const some = (names: readonly string[]) =>
    names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ' …' : '')
  const lines = nowhere.map((applicant) => m('shortage.nowhere', { applicant }))
  for (const { applicants, places, seats, missing } of bottlenecks) {
    lines.push(
      m('shortage.bottleneck', { people: applicants.length, places: some(places), seats, missing }),
    )
  }
  for (const [at, { cost, seats }] of ways.entries()) {
    const list = seats.map(({ place, more }) => `${place} +${more}`)
    lines.push(
      m(at === 0 ? 'shortage.add' : 'shortage.instead', { count: cost, places: list.join(', ') }),
    )
  }
  return lines.length > 0 ? lines : [m('shortage.none')]
}
