import { type Refusal, refuse } from '#kernel/database'
import { m } from '../messages/index.ts'
import { hindrance, type PlaceMethod } from '../rules/round-methods.ts'
import type { CouplesRound } from '../rules/couples.ts'
import type { OneSidedRound } from '../rules/one-sided.ts'
import type { ReservedRound } from '../rules/reserved-market.ts'
import type { Round } from '../rules/round.ts'
import type { SharedHost, SharedRound } from '../rules/shared-market.ts'
import type { TiedRound } from '../rules/tied-market.ts'
import { featuresOf, type ListsRead, roundOf } from './round-check.ts'
import { type ListedPlace, rankByScores } from './round-lists.ts'

/** What a method matches: who asks, and places, or projects and hosts. */
export type MethodInputs =
  | Round
  | TiedRound
  | OneSidedRound
  | ReservedRound
  | SharedRound
  | CouplesRound

/** The inputs of a method out of both lists; refused where the lists say what the method would pass over. */
export function inputsFor(
  method: PlaceMethod,
  read: ListsRead,
  seed: string,
): MethodInputs | Refusal {
  const hindered = hindrance(method, featuresOf(read))
  if (hindered) return refuse(422, m(`method.hindrance.${hindered}`))
  const tied = () => read.applicants.map(({ id, groups }) => ({ id, choices: groups }))
  const round = roundOf(read, seed)
  switch (method) {
    case 'lottery':
      return round
    case 'ties-kept':
      return { ...round, applicants: tied() }
    case 'rank-maximal':
    case 'fair':
      return {
        seed,
        applicants: tied(),
        places: read.places.map(({ id, seats }) => ({ id, seats })),
      }
    case 'reserves':
      return {
        seed,
        applicants: read.applicants.map(({ id, choices, category }) => ({
          id,
          choices,
          category: category === '' ? null : category,
        })),
        places: round.places.map((place, at) => ({
          ...place,
          reserves: read.places[at]!.reserves,
        })),
      }
    case 'shared-quotas':
      return sharedInputs(read, seed)
    case 'couples-uncertified':
      return { ...round, couples: read.couples }
  }
}

/** Projects and their hosts; a place of nobody is its own host. A host ranks once, in whichever row of its. */
function sharedInputs(read: ListsRead, seed: string): MethodInputs | Refusal {
  const hosts = new Map<string, { seats: number | null; ranking: SharedHost['ranking'] }>()
  const own = new Map<string, number>()
  for (const place of read.places) {
    const id = hostOf(place)
    const host = hosts.get(id) ?? { seats: null, ranking: null }
    hosts.set(id, host)
    own.set(id, (own.get(id) ?? 0) + place.seats)
    const { hostSeats, ranking: said } = place
    if (hostSeats !== null && host.seats !== null && hostSeats !== host.seats) {
      return refuse(422, m('method.host-seats', { row: place.row, host: id }))
    }
    host.seats ??= hostSeats
    if (said && host.ranking && JSON.stringify(said) !== JSON.stringify(host.ranking)) {
      return refuse(422, m('method.host-ranking', { row: place.row, host: id }))
    }
    host.ranking ??= said
  }
  return {
    seed,
    applicants: read.applicants.map(({ id, choices }) => ({ id, choices })),
    projects: read.places.map((place) => ({
      id: place.id,
      seats: place.seats,
      host: hostOf(place),
    })),
    hosts: [...hosts].map(([id, { seats, ranking }]) => ({
      id,
      seats: seats ?? own.get(id)!,
      ranking: ranking ?? rankedByScore(read, id),
    })),
  }
}

const hostOf = ({ id, host }: Pick<ListedPlace, 'id' | 'host'>) => host || id

/** By scores everybody who asks for a project of the host; null without scores. */
function rankedByScore({ applicants, places }: ListsRead, host: string): SharedHost['ranking'] {
  const own = new Set(places.filter((place) => hostOf(place) === host).map(({ id }) => id))
  const asking = applicants
    .filter(({ choices }) => choices.some((choice) => own.has(choice)))
    .map((each) => ({ ...each, choices: [host] }))
  const [ranked] = rankByScores(asking, [{ ...places[0]!, id: host, ranking: null }])
  return ranked!.ranking
}

/** The same inputs with codes where applicants' names stand. */
export function withCodes(inputs: MethodInputs, code: (name: string) => string): object {
  const ranked = (items: readonly ({ id: string } | SharedHost)[]) =>
    items.map((item) =>
      'ranking' in item && item.ranking
        ? { ...item, ranking: item.ranking.map((group) => group.map(code)) }
        : item,
    )
  return {
    ...inputs,
    applicants: inputs.applicants.map((each) => ({ ...each, id: code(each.id) })),
    ...('couples' in inputs
      ? {
          couples: inputs.couples.map(({ first, second, choices }) => ({
            first: code(first),
            second: code(second),
            choices,
          })),
        }
      : {}),
    ...('places' in inputs ? { places: ranked(inputs.places) } : { hosts: ranked(inputs.hosts) }),
  }
}
