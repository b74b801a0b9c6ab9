import { z } from 'zod'
import type { Refusal } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { choicesAreForced, type ChosenRound, type Wish } from '../checks/repair-choices.ts'
import { m } from '../messages/index.ts'
import { type Move, type Withdrawn, withoutWishes } from '../rules/repair.ts'
import {
  type Choices,
  fillByChoice,
  placeByChoice,
  reservedChoices,
  sharedChoices,
} from '../rules/repair-choices.ts'
import { drawLots } from '../rules/lottery.ts'
import { ranksAtPlaces } from '../rules/ranks.ts'
import { reservedMarketOf } from '../rules/reserved-market.ts'
import { sharedMarketOf } from '../rules/shared-market.ts'
import { envelope, method, name, proved, type Verified } from './method.ts'
import { chainSaid, changedBy, repairFaults, withdrawnInput } from './repair-parts.ts'
import { checkReserved, reservedInputs, reserves } from './reserves.ts'
import { checkSharedResult, sharedInputs, sharedQuotas } from './shared-quotas.ts'

const guarantee =
  'stable again; fewest people changed of all stable results in which nobody moves down (an applicant withdrew) or nobody moves up (a place withdrew)'

const repaired = {
  before: z.array(name.nullable()),
  withdrawn: withdrawnInput,
}
const proof = {
  result: z.array(name.nullable()),
  /** Who went where, one after the other; each move was forced by the ones before. */
  moves: z.array(z.object({ applicant: name, place: name.nullable() })),
}

interface Inputs {
  seed: string
  applicants: { id: string; choices: readonly string[] }[]
  before: (string | null)[]
  withdrawn: Withdrawn
}
interface Run<Given extends Inputs> {
  inputs: Given
  result: (string | null)[]
  moves: { applicant: string; place: string | null }[]
}

/** A kind of round that is repaired: how it chooses, for the repair and, written apart, for its check. */
interface Kind<Given extends Inputs> {
  placesOf(given: Given): readonly { id: string }[]
  choices(round: Given): Choices
  /** The same by definition, from names and lists. */
  chosen(round: Given): ChosenRound
  stability(round: Given, result: (string | null)[]): Verified
  faults(round: Given): Message[]
}

const algorithms = {
  reserves: 'vacancy chain after a withdrawal, under reserves',
  shared: 'vacancy chain after a withdrawal, under shared quotas',
} as const

type ReservedRepair = Omit<Inputs, 'applicants'> & z.infer<typeof reservedInputs>
type SharedRepair = Omit<Inputs, 'applicants'> & z.infer<typeof sharedInputs>

const reservedSchema = z.object({
  ...envelope,
  algorithm: z.literal(algorithms.reserves),
  guarantee: z.literal(guarantee),
  inputs: reservedInputs.extend(repaired),
  ...proof,
})
const sharedSchema = z.object({
  ...envelope,
  algorithm: z.literal(algorithms.shared),
  guarantee: z.literal(guarantee),
  inputs: sharedInputs.extend(repaired),
  ...proof,
})

/** Somebody drops out of a round with reserved seats: it is made stable again with the least change for the others. */
export const repairReserves = method<z.infer<typeof reservedSchema>>({
  ...partsOf<ReservedRepair>({
    placesOf: ({ places }) => places,
    choices(round) {
      const market = reservedMarketOf(round)
      return reservedChoices(market, ranksAtPlaces(market))
    },
    chosen: chosenByReserves,
    stability: (inputs, result) => checkReserved({ inputs, result }, false),
    faults: reserves.faults,
  }),
  name: 'repair-reserves',
  algorithm: algorithms.reserves,
  guarantee,
  schema: reservedSchema,
})

/**
 * An applicant drops out of a round of projects that share seats. A project that drops out frees seats of its host for
 * others while it puts people out: then some go up and some down, and no change is the least. For such a round see `repair-near.ts`.
 */
export const repairShared = method<z.infer<typeof sharedSchema>>({
  ...partsOf<SharedRepair>({
    placesOf: ({ projects }) => projects,
    choices: (round) => sharedChoices(sharedMarketOf(round)),
    chosen: chosenByHosts,
    stability: (inputs, result) => checkSharedResult({ inputs, result }, false),
    faults: sharedQuotas.faults,
  }),
  name: 'repair-shared',
  algorithm: algorithms.shared,
  guarantee,
  schema: sharedSchema,
})

/** The inputs of a repair, also of a run that was repaired before: who left then stays away. */
export function choiceRepairInputs<Given extends Omit<Inputs, 'before' | 'withdrawn'>>(
  given: Given & { withdrawn?: Withdrawn },
  before: readonly (string | null)[],
  withdrawn: Withdrawn,
): Given & Inputs {
  const applicants = given.withdrawn
    ? withoutWishes(given.applicants, given.withdrawn)
    : given.applicants
  return { ...given, applicants, before: [...before], withdrawn }
}

function partsOf<Given extends Inputs>(kind: Kind<Given>) {
  const without = (given: Given): Given => ({
    ...given,
    applicants: withoutWishes(given.applicants, given.withdrawn),
  })
  return {
    files: 0,
    read: null as ((files: readonly string[], seed: string) => Promise<Refusal | Given>) | null,
    faults(given: Given): Message[] {
      const found = [
        ...kind.faults(given),
        ...repairFaults(given, given.applicants, kind.placesOf(given)),
      ]
      if (found.length > 0 || kind.stability(given, given.before).proved) return found
      return [m('repair.unstable')]
    },
    run(given: Given) {
      const { before } = given
      const round = without(given)
      const choices = kind.choices(round)
      const positions = Int32Array.from(round.applicants, ({ choices: list }, who) =>
        before[who] === null ? -1 : list.indexOf(before[who]!),
      )
      const moves = movesOf(kind, given, choices, positions)
      const nameOf = (who: number, at: number) => round.applicants[who]!.choices[at] ?? null
      return {
        result: round.applicants.map((_, who) => nameOf(who, positions[who]!)),
        moves: moves.map(({ applicant, to }) => ({
          applicant: round.applicants[applicant]!.id,
          place: nameOf(applicant, to),
        })),
      }
    },
    check({ inputs: given, result, moves }: Run<Given>): Verified {
      const round = without(given)
      const found = kind.stability(round, result)
      if (!found.proved) return found
      const { id, side } = given.withdrawn
      const resultOf = (all: readonly (string | null)[]) =>
        new Map(given.applicants.map((each, who) => [each.id, all[who] ?? null]))
      const before = resultOf(given.before)
      for (const [applicant, place] of before) {
        if (id === (side === 'applicant' ? applicant : place)) before.set(applicant, null)
      }
      if (!choicesAreForced(kind.chosen(round), side, moves, before, resultOf(result))) {
        return { proved: false, why: 'moves', says: [m('repair.not-forced')] }
      }
      return proved(result, [m(`repair.proved-${side}`, { count: changedBy(given, result) })])
    },
    explain({ inputs: given, result, moves }: Run<Given>, applicant: string, place: string) {
      const known = kind.placesOf(given)
      return chainSaid(given, { result, moves }, applicant, { id: place, known })
    },
  }
}

function movesOf<Given extends Inputs>(
  kind: Kind<Given>,
  given: Given,
  choices: Choices,
  positions: Int32Array,
): Move[] {
  const { applicants, before } = given
  const { side, id } = given.withdrawn
  if (side === 'place') {
    const displaced = before.flatMap((place, who) => (place === id ? [who] : []))
    return placeByChoice(choices, positions, displaced)
  }
  const left = before[applicants.findIndex((each) => each.id === id)]
  const place = kind.placesOf(given).findIndex((each) => each.id === left)
  return place < 0 ? [] : fillByChoice(choices, positions, place)
}

/** The lists of applicants, without the places that do not take them. */
function wishesOf(
  { applicants }: Pick<Inputs, 'applicants'>,
  rankOf: (applicant: string, place: string) => number,
): Map<string, Wish[]> {
  return new Map(
    applicants.map(({ id, choices }) => [
      id,
      choices.flatMap((place) => {
        const rank = rankOf(id, place)
        return rank < 0 ? [] : [{ applicant: id, place, rank }]
      }),
    ]),
  )
}

/** Ranking by ranking word for word, equals in the order of the lottery; who is not ranked has -1. */
function ranksOf(
  { seed, applicants }: Pick<Inputs, 'seed' | 'applicants'>,
  ranking: readonly (readonly string[])[] | null,
): (applicant: string) => number {
  const lots = drawLots(
    seed,
    applicants.map(({ id }) => id),
  )
  const order = ranking?.flatMap((group) => lots.filter((id) => group.includes(id))) ?? lots
  const at = new Map(order.map((id, rank) => [id, rank]))
  return (applicant) => at.get(applicant) ?? -1
}

function chosenByReserves(round: ReservedRepair): ChosenRound {
  const ranks = new Map(round.places.map(({ id, ranking }) => [id, ranksOf(round, ranking)]))
  const places = new Map(round.places.map((place) => [place.id, place]))
  const category = new Map(round.applicants.map((each) => [each.id, each.category]))
  /** Who sits on a seat reserved for the own category, and then who on the seats that are left. */
  const taken = (at: string, people: readonly Wish[]): Wish[] => {
    const { seats, reserves: kept } = places.get(at)!
    const best = people.toSorted((a, b) => a.rank - b.rank)
    const reserved = kept.flatMap((each) =>
      best
        .filter(({ applicant }) => category.get(applicant) === each.category)
        .slice(0, each.seats),
    )
    const rest = best.filter((each) => !reserved.includes(each))
    return [...reserved, ...rest.slice(0, seats - reserved.length)]
  }
  return {
    wishes: wishesOf(round, (applicant, place) => ranks.get(place)!(applicant)),
    chooserOf: (place) => place,
    taken,
  }
}

function chosenByHosts(round: SharedRepair): ChosenRound {
  const hostOf = new Map(round.projects.map(({ id, host }) => [id, host]))
  const projectSeats = new Map(round.projects.map(({ id, seats }) => [id, seats]))
  const hosts = new Map(round.hosts.map((host) => [host.id, host]))
  const ranks = new Map(round.hosts.map(({ id, ranking }) => [id, ranksOf(round, ranking)]))
  const within = (host: string, people: readonly Wish[]) =>
    new Set(people.map(({ applicant }) => applicant)).size === people.length &&
    people.length <= hosts.get(host)!.seats &&
    [...Map.groupBy(people, ({ place }) => place)].every(
      ([project, all]) => all.length <= projectSeats.get(project)!,
    )
  /** From the best down, of equals by the own list, each who still fits beside those before. */
  const lists = new Map(round.applicants.map(({ id, choices }) => [id, choices]))
  const wishOf = ({ applicant, place }: Wish) => lists.get(applicant)!.indexOf(place)
  const taken = (host: string, people: readonly Wish[]): Wish[] =>
    people
      .toSorted((a, b) => a.rank - b.rank || wishOf(a) - wishOf(b))
      .reduce<Wish[]>((all, one) => (within(host, [...all, one]) ? [...all, one] : all), [])
  return {
    wishes: wishesOf(round, (applicant, place) => ranks.get(hostOf.get(place)!)!(applicant)),
    chooserOf: (place) => hostOf.get(place)!,
    taken,
  }
}
