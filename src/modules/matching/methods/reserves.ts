import { z } from 'zod'
import { isRefused } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { checkReserves, cutoffsOf, heldByPlaces } from '../checks/reserves.ts'
import { isBestReserved } from '../checks/best-chosen.ts'
import { ranksAreTrue } from '../checks/stability.ts'
import { readReservedApplicants, readReservedPlaces } from '../formats/method-tables.ts'
import { m } from '../messages/index.ts'
import { ranksAtPlaces } from '../rules/ranks.ts'
import { mostCategories, reservedMarketOf, reserveFaults } from '../rules/reserved-market.ts'
import { reservedAcceptance } from '../rules/reserves.ts'
import {
  envelope,
  method,
  name,
  names,
  placeInput,
  positionsOf,
  proved,
  roundFaultsSaid,
  seedText,
  unproved,
  type Verified,
} from './method.ts'
import { entriesOf, moreSeats, withSeats } from './more-seats.ts'

const algorithm = 'applicant-proposing deferred acceptance with soft reserves'
const guarantee = 'stable under the places’ choice'
/** What earlier certificates said; that it is the best of the stable ones is the method's doing and not checked. */
const saidBefore = 'stable under the places’ choice; the best stable result for every applicant'

/** What such a round is made of. */
export const reservedInputs = z.object({
  seed: seedText,
  applicants: z.array(z.object({ id: name, category: name.nullable(), choices: names })),
  places: z.array(
    placeInput.extend({
      reserves: z.array(z.object({ category: name, seats: z.number().int() })).readonly(),
    }),
  ),
})

const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal([guarantee, saidBefore]),
  inputs: reservedInputs,
  result: z.array(name.nullable()),
})

type Run = z.infer<typeof schema>

/** Places keep seats for countries or sectors; what is left of them is open to everybody. */
export const reserves = method<Run>({
  name: 'reserves',
  files: 2,
  algorithm,
  guarantee,
  schema,
  async read([first, second], seed) {
    const applicants = await readReservedApplicants(first!)
    if (isRefused(applicants)) return applicants
    const places = await readReservedPlaces(second!)
    if (isRefused(places)) return places
    return { seed, applicants: applicants.items, places: places.items }
  },
  faults: (inputs) => [
    ...roundFaultsSaid(inputs),
    ...reserveFaults(inputs).map(({ fault, place, category }) =>
      m(`reserves.${fault}`, { place, category, most: mostCategories }),
    ),
  ],
  run: (inputs) => ({ result: solve(inputs) }),
  check: (run) => checkReserved(run, true),
  explain,
})

function solve(inputs: Run['inputs']): (string | null)[] {
  const market = reservedMarketOf(inputs)
  const positions = reservedAcceptance(market, ranksAtPlaces(market))
  return inputs.applicants.map(({ choices }, who) => choices[positions[who]!] ?? null)
}

/** Whether a result is stable, and where that is promised the best stable one for applicants, from the inputs alone. */
export function checkReserved(
  { inputs, result }: Pick<Run, 'inputs' | 'result'>,
  isPromisedBest: boolean,
): Verified {
  const positions = positionsOf(inputs.applicants, result)
  const market = reservedMarketOf(inputs)
  const ranks = ranksAtPlaces(market)
  if (positions === null || !ranksAreTrue(market, ranks)) return unproved('result')
  const found = checkReserves(market, ranks, positions)
  if (found.overfull + found.unacceptable > 0) return unproved('result')
  if (found.blockingPairs > 0) return unproved('unstable', found.blockingPairs)
  if (isPromisedBest && !isBestReserved(market, ranks, positions)) return unproved('not-best')
  return proved(result, [m('reserves.proved'), ...(isPromisedBest ? [m('proved.best')] : [])])
}

function explain({ inputs, result }: Run, applicantId: string, placeId: string): Message[] {
  const who = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const at = inputs.places.findIndex(({ id }) => id === placeId)
  const args = { applicant: applicantId, place: placeId }
  if (who < 0 || at < 0) return [m('why.unknown', args)]
  const { choices, category } = inputs.applicants[who]!
  const asked = choices.indexOf(placeId) + 1
  if (asked === 0) return [m('why.not-asked', args)]
  const has = result[who]!
  const choice = has === null ? 0 : choices.indexOf(has) + 1
  if (choice === asked) return [m('reserves.placed', { ...args, choice })]
  if (choice > 0 && choice < asked) return [m('why.has-better', { ...args, choice, asked })]
  const market = reservedMarketOf(inputs)
  const ranks = ranksAtPlaces(market)
  const rank = ranks[market.applicantStart[who]! + asked - 1]!
  if (rank < 0) return [m('why.not-ranked', args)]
  const { held } = heldByPlaces(market, ranks, positionsOf(inputs.applicants, result)!)
  const { reserve, open } = cutoffsOf(market, held)
  const place = inputs.places[at]!
  const lines = [
    m('reserves.outranked', { ...args, seats: place.seats, rank: rank + 1, last: open[at]! + 1 }),
  ]
  // Somebody ranked lower has a seat only by a reserve; it is said which, and up to which rank it reached.
  for (const { category: kept, seats } of place.reserves) {
    const ofMarket = reserveIndex(inputs, kept)
    const last = reserve[at * market.categories + ofMarket]!
    const isOwn = kept === category
    if (last === 0x7fffffff || (!isOwn && last < rank)) continue
    lines.push(
      m(isOwn ? 'reserves.own' : 'reserves.other', { category: kept, seats, last: last + 1 }),
    )
  }
  const isEnough = (more: number) =>
    solve({ ...inputs, places: withSeats(inputs.places, at, more) })[who] === placeId
  return [...lines, ...moreSeats(entriesOf(inputs.applicants), isEnough)]
}

function reserveIndex({ places }: Run['inputs'], category: string): number {
  const all = new Set(places.flatMap(({ reserves }) => reserves.map((each) => each.category)))
  return [...all].indexOf(category)
}
