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
  /** Places by their numbers. */
  choices: (readonly number[])[]
}

/** Proposals after which the search gives up; a round without a stable result would go on for ever. */
const proposalsPerParty = 200

const nowhere = -1

/** For each place, how it ranks each applicant: ties broken by the lottery, and who is not ranked is missing. */
export function ranksOf(round: CouplesRound): Map<string, number>[] {
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  const lotAt = new Map(lots.map((id, lot) => [id, lot]))
  return round.places.map(({ ranking }) => {
    if (!ranking) return lotAt
    const order = ranking.flatMap((group) =>
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
  const isOf = (size: number) => (party: number) => state.parties[party]!.people.length === size
  const all = [...state.parties.keys()]
  let left = proposalsPerParty * Math.max(1, all.length)
  for (const next of [...all.filter(isOf(1)), ...all.filter(isOf(2))]) {
    // A set keeps the order in which it was filled, and nobody waits twice.
    const waiting = new Set([next])
    for (const party of waiting) {
      if (left <= 0) break
      left -= 1
      waiting.delete(party)
      for (const other of state.settle(party)) waiting.add(other)
    }
  }
  return state.named()
}

class Search {
  readonly parties: Party[]
  /** The place of each person, or `nowhere`. */
  readonly #at: number[]
  readonly #held: Set<number>[]
  /** For each place, the parties that name it, in their order. */
  readonly #naming: number[][]
  readonly #partyOf: number[] = []
  readonly #ranks: Map<string, number>[]
  readonly #round: CouplesRound

  constructor(round: CouplesRound) {
    this.#round = round
    this.#ranks = ranksOf(round)
    this.#at = round.applicants.map(() => nowhere)
    this.#held = round.places.map(() => new Set())
    this.#naming = round.places.map(() => [])
    this.parties = partiesOf(round)
    for (const [party, { people, choices }] of this.parties.entries()) {
      for (const who of people) this.#partyOf[who] = party
      for (const place of new Set(choices.flat())) this.#naming[place]!.push(party)
    }
  }

  named(): Result {
    return this.#at.map((place) => (place === nowhere ? null : this.#round.places[place]!.id))
  }

  /** Gives a party the best that takes it; gives everybody whom this concerns. */
  settle(number: number): number[] {
    const { people, choices } = this.parties[number]!
    const before = people.map((who) => this.#leave(who))
    const choice = choices.find((places) => this.#takes(people, places))
    if (choice) for (const [index, who] of people.entries()) this.#enter(who, choice[index]!)
    const out = [...new Set(choice ?? [])].flatMap((place) => this.#putOut(place))
    const opened = new Set(before.filter((place) => place !== nowhere && !choice?.includes(place)))
    const concerned = new Set(out.map((who) => this.#partyOf[who]!))
    // A partner of somebody put out leaves as well; those seats are open again.
    for (const party of concerned) {
      for (const who of this.parties[party]!.people) {
        const left = this.#leave(who)
        if (left !== nowhere) opened.add(left)
      }
    }
    const wanting = new Set<number>()
    for (const place of opened) {
      for (const other of this.#naming[place]!) {
        if (other === number || concerned.has(other)) continue
        if (this.#wouldRather(other, place)) wanting.add(other)
      }
    }
    return [...inOrder(concerned), ...inOrder(wanting)]
  }

  #leave(who: number): number {
    const place = this.#at[who]!
    this.#at[who] = nowhere
    if (place !== nowhere) this.#held[place]!.delete(who)
    return place
  }

  #enter(who: number, place: number): void {
    this.#at[who] = place
    this.#held[place]!.add(who)
  }

  #rank(place: number, who: number): number {
    return this.#ranks[place]!.get(this.#round.applicants[who]!.id) ?? Infinity
  }

  /** Of these people, those whom the place would hold: the best of its ranking. */
  #kept(place: number, people: readonly number[]): number[] {
    return people
      .toSorted((a, b) => this.#rank(place, a) - this.#rank(place, b))
      .slice(0, this.#round.places[place]!.seats)
  }

  #putOut(place: number): number[] {
    const held = [...this.#held[place]!]
    const kept = new Set(this.#kept(place, held))
    const out = held.filter((who) => !kept.has(who))
    for (const who of out) this.#leave(who)
    return out
  }

  /** Whether each place would keep the person of the party that comes to it. */
  #takes(people: readonly number[], places: readonly number[]): boolean {
    return [...new Set(places)].every((place) => {
      const coming = people.filter((_, index) => places[index] === place)
      if (coming.some((who) => this.#rank(place, who) === Infinity)) return false
      const kept = this.#kept(place, [...this.#held[place]!, ...coming])
      return coming.every((who) => kept.includes(who))
    })
  }

  #wouldRather(party: number, place: number): boolean {
    const { people, choices } = this.parties[party]!
    for (const places of choices) {
      if (people.every((who, index) => this.#at[who] === places[index])) return false
      if (places.includes(place)) return true
    }
    return false
  }
}

const inOrder = (parties: ReadonlySet<number>) => [...parties].sort((a, b) => a - b)

/** Singles and couples in the order of the lottery. */
function partiesOf(round: CouplesRound): Party[] {
  const at = new Map(round.applicants.map(({ id }, who) => [id, who]))
  const placeAt = new Map(round.places.map(({ id }, place) => [id, place]))
  const byFirst = new Map(round.couples.map((couple) => [couple.first, couple]))
  const coupled = new Set(round.couples.flatMap(({ first, second }) => [first, second]))
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  const numbers = (places: readonly string[]) => places.map((place) => placeAt.get(place)!)
  return lots.flatMap((id): Party[] => {
    const couple = byFirst.get(id)
    if (couple) {
      const people = [at.get(id)!, at.get(couple.second)!]
      return [{ people, choices: couple.choices.map(numbers) }]
    }
    if (coupled.has(id)) return []
    const who = at.get(id)!
    return [
      { people: [who], choices: round.applicants[who]!.choices.map((place) => numbers([place])) },
    ]
  })
}
