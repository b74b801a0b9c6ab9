import { drawLots } from './lottery.ts'
import type { Round } from './round.ts'

/** Two people who want their places together: pairs of places in the order of preference. */
export interface Couple {
  first: string
  second: string
  choices: readonly (readonly [string, string])[]
}

/** A round with couples; who is of a couple has no list alone. */
export interface CouplesRound extends Round {
  couples: readonly Couple[]
}

type Result = (string | null)[]

/** Somebody who moves as one: a single person, or a couple. */
interface Party {
  people: number[]
  choices: (readonly string[])[]
}

/** Proposals after which the search gives up; a round without a stable result would go on for ever. */
const proposalsPerParty = 200

/** For each place, how it ranks each applicant: ties broken by the lottery, and who is not ranked is missing. */
export function ranksOf(round: CouplesRound): Map<string, number>[] {
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  const lotAt = new Map(lots.map((id, lot) => [id, lot]))
  return round.places.map(({ ranking }) => {
    const order = (ranking ?? [lots]).flatMap((group) =>
      group.toSorted((a, b) => lotAt.get(a)! - lotAt.get(b)!),
    )
    return new Map(order.map((id, rank) => [id, rank]))
  })
}

/**
 * A heuristic after Roth and Peranson 1999: parties propose in the order of the lottery, singles before couples; whoever
 * is put out proposes again from the top, the partner with them, and so do all who would rather have a seat
 * that becomes free. A stable result need not exist, and none may be found where one does: nothing is promised.
 * Gives the result with which the search ended.
 */
export function couplesSearch(round: CouplesRound): Result {
  const state = new Search(round)
  const singles = state.parties.filter(({ people }) => people.length === 1)
  const couples = state.parties.filter(({ people }) => people.length === 2)
  let left = proposalsPerParty * Math.max(1, state.parties.length)
  for (const next of [...singles, ...couples]) {
    const waiting = [next]
    for (let party = waiting.shift(); party && left > 0; party = waiting.shift()) {
      left -= 1
      for (const other of state.settle(party)) if (!waiting.includes(other)) waiting.push(other)
    }
  }
  return state.result
}

class Search {
  readonly result: Result
  readonly parties: Party[]
  readonly #ranks: Map<string, number>[]
  readonly #round: CouplesRound
  readonly #placeAt: Map<string, number>

  constructor(round: CouplesRound) {
    this.#round = round
    this.#ranks = ranksOf(round)
    this.#placeAt = new Map(round.places.map(({ id }, at) => [id, at]))
    this.result = round.applicants.map(() => null)
    this.parties = partiesOf(round)
  }

  /** Gives a party the best that takes it; gives everybody whom this concerns. */
  settle(party: Party): Party[] {
    const before = party.people.map((who) => this.result[who]!)
    for (const who of party.people) this.result[who] = null
    const choice = party.choices.find((places) => this.#takes(party, places))
    const out = new Set<number>()
    for (const [at, who] of party.people.entries()) this.result[who] = choice?.[at] ?? null
    for (const place of new Set(choice ?? [])) {
      for (const who of this.#beyondSeats(place)) {
        this.result[who] = null
        out.add(who)
      }
    }
    const opened = before.filter((place) => place !== null && !choice?.includes(place))
    const concerned = this.parties.filter(({ people }) => people.some((who) => out.has(who)))
    // A partner of somebody put out leaves as well; those seats are open again.
    for (const { people } of concerned) {
      for (const who of people) {
        if (this.result[who] !== null) opened.push(this.result[who]!)
        this.result[who] = null
      }
    }
    const wanting = this.parties.filter(
      (other) =>
        other !== party &&
        !concerned.includes(other) &&
        opened.some((place) => this.#wouldRather(other, place!)),
    )
    return [...concerned, ...wanting]
  }

  #held(place: string): number[] {
    return [...this.result.keys()].filter((who) => this.result[who] === place)
  }

  #rank(place: string, who: number): number {
    return this.#ranks[this.#placeAt.get(place)!]!.get(this.#round.applicants[who]!.id) ?? Infinity
  }

  #beyondSeats(place: string): number[] {
    const held = this.#held(place).sort((a, b) => this.#rank(place, a) - this.#rank(place, b))
    return held.slice(this.#round.places[this.#placeAt.get(place)!]!.seats)
  }

  /** Whether each place would keep the person of the party that comes to it. */
  #takes({ people }: Party, places: readonly string[]): boolean {
    return [...new Set(places)].every((place) => {
      const coming = people.filter((_, at) => places[at] === place)
      if (coming.some((who) => this.#rank(place, who) === Infinity)) return false
      const all = [...this.#held(place), ...coming]
      const kept = all
        .sort((a, b) => this.#rank(place, a) - this.#rank(place, b))
        .slice(0, this.#round.places[this.#placeAt.get(place)!]!.seats)
      return coming.every((who) => kept.includes(who))
    })
  }

  #wouldRather({ people, choices }: Party, place: string): boolean {
    const own = choices.findIndex((places) =>
      people.every((who, at) => this.result[who] === places[at]),
    )
    return choices.slice(0, own < 0 ? choices.length : own).some((each) => each.includes(place))
  }
}

/** Singles and couples in the order of the lottery. */
function partiesOf(round: CouplesRound): Party[] {
  const at = new Map(round.applicants.map(({ id }, who) => [id, who]))
  const coupled = new Set(round.couples.flatMap(({ first, second }) => [first, second]))
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  return lots.flatMap((id): Party[] => {
    const couple = round.couples.find(({ first }) => first === id)
    if (couple) {
      return [{ people: [at.get(id)!, at.get(couple.second)!], choices: [...couple.choices] }]
    }
    if (coupled.has(id)) return []
    const who = at.get(id)!
    return [{ people: [who], choices: round.applicants[who]!.choices.map((place) => [place]) }]
  })
}
