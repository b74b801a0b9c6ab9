import { z } from 'zod'
import { isRefused } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { checkTies } from '../checks/ties.ts'
import { ranksAreTrue } from '../checks/stability.ts'
import { readPlaces, readTiedApplicants } from '../formats/round-tables.ts'
import { m } from '../messages/index.ts'
import { lotOrder } from '../rules/lottery.ts'
import { ranksAtPlaces } from '../rules/ranks.ts'
import { tiedMarketOf, withoutGroups } from '../rules/tied-market.ts'
import { tiesKept as positionsFor } from '../rules/ties-kept.ts'
import {
  envelope,
  groups,
  method,
  name,
  placeInput,
  positionsOf,
  proved,
  roundFaultsSaid,
  seedText,
  unproved,
  type Verified,
} from './method.ts'
import { entriesOf, moreSeats, withSeats } from './more-seats.ts'

const algorithm = 'Király 2013, ties kept'
const guarantee = 'weakly stable; at least two thirds of the largest weakly stable matching'

const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs: z.object({
    seed: seedText,
    applicants: z.array(z.object({ id: name, choices: groups })),
    places: z.array(placeInput),
  }),
  result: z.array(name.nullable()),
})

type Run = z.infer<typeof schema>

/** Ties on both sides are kept, so that more people get a place than with ties broken by lot. */
export const tiesKept = method<Run>({
  name: 'ties-kept',
  files: 2,
  algorithm,
  guarantee,
  schema,
  async read([first, second], seed) {
    const applicants = await readTiedApplicants(first!)
    if (isRefused(applicants)) return applicants
    const places = await readPlaces(second!)
    if (isRefused(places)) return places
    return { seed, applicants: applicants.items, places: places.items }
  },
  faults: (inputs) => roundFaultsSaid(withoutGroups(inputs)),
  run: (inputs) => ({ result: solve(inputs) }),
  check: checkTiedResult,
  explain,
})

function solve(inputs: Run['inputs']): (string | null)[] {
  const market = tiedMarketOf(inputs)
  const order = lotOrder(inputs.seed, inputs.applicants)
  const positions = positionsFor(market, ranksAtPlaces(market), order)
  const { applicants } = withoutGroups(inputs)
  return applicants.map(({ choices }, who) => choices[positions[who]!] ?? null)
}

/** Weakly stable and large enough, by definition. */
export function checkTiedResult({ inputs, result }: Pick<Run, 'inputs' | 'result'>): Verified {
  const positions = positionsOf(withoutGroups(inputs).applicants, result)
  const market = tiedMarketOf(inputs)
  const ranks = ranksAtPlaces(market)
  if (positions === null || !ranksAreTrue(market, ranks)) return unproved('result')
  const found = checkTies(market, ranks, positions)
  if (found.overfull + found.unacceptable > 0) return unproved('result')
  if (found.blockingPairs > 0) return unproved('unstable', found.blockingPairs)
  if (found.couldYield > 0) {
    return { proved: false, why: 'small', says: [m('ties.small', { count: found.couldYield })] }
  }
  return proved(result, [m('ties.proved')])
}

function explain({ inputs, result }: Run, applicantId: string, placeId: string): Message[] {
  const who = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const place = inputs.places.find(({ id }) => id === placeId)
  const names = { applicant: applicantId, place: placeId }
  if (who < 0 || !place) return [m('why.unknown', names)]
  const { choices } = inputs.applicants[who]!
  const groupOf = (id: string | null) => choices.findIndex((group) => id && group.includes(id))
  const asked = groupOf(placeId) + 1
  if (asked === 0) return [m('why.not-asked', names)]
  const choice = groupOf(result[who]!) + 1
  if (result[who] === placeId) return [m('ties.placed', { ...names, choice })]
  if (choice > 0 && choice < asked) return [m('why.has-better', { ...names, choice, asked })]
  if (choice === asked) return [m('ties.as-good', { ...names, has: result[who]!, choice })]
  const rankOf = (id: string) => place.ranking?.findIndex((group) => group.includes(id)) ?? 0
  const rank = rankOf(applicantId) + 1
  if (rank === 0) return [m('why.not-ranked', names)]
  const admitted = inputs.applicants.filter((_, each) => result[each] === placeId)
  const last = Math.max(...admitted.map(({ id }) => rankOf(id))) + 1
  const { seats } = place
  const at = inputs.places.indexOf(place)
  const more = moreSeats(
    entriesOf(withoutGroups(inputs).applicants),
    (count) => solve({ ...inputs, places: withSeats(inputs.places, at, count) })[who] === placeId,
  )
  if (rank > last) return [m('why.outranked', { ...names, seats, last, rank }), ...more]
  return [m('ties.equal', { ...names, seats, rank }), ...more]
}
