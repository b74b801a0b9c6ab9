import { z } from 'zod'
import { isRefused, refuse } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { checkLexicographic } from '../checks/lexicographic.ts'
import { readPlaces, readTiedApplicants } from '../formats/round-tables.ts'
import { m } from '../messages/index.ts'
import { assignLexicographic } from '../rules/lexicographic.ts'
import { type OneSidedAim, oneSidedProblem } from '../rules/one-sided.ts'
import { withoutGroups } from '../rules/tied-market.ts'
import {
  envelope,
  groups,
  method,
  name,
  positionsOf,
  proved,
  roundFaultsSaid,
  seedText,
  unproved,
  type Verified,
} from './method.ts'
import { entriesOf, moreSeats, withSeats } from './more-seats.ts'

const inputs = z.object({
  seed: seedText,
  applicants: z.array(z.object({ id: name, choices: groups })),
  places: z.array(z.object({ id: name, seats: z.number().int() })),
})
const proof = {
  result: z.array(name.nullable()),
  /** A price for each place, component by component, that proves the result the best (lexicographic duals). */
  prices: z.array(z.array(z.number())),
}
type Inputs = z.infer<typeof inputs>
type Result = (string | null)[]

/** As many first choices as possible, then as many second ones, and so on; places rank nobody. */
export const rankMaximal = oneSided(
  'rank-maximal',
  'rank-maximal assignment by lexicographic shortest paths',
  'the most first choices, then the most second ones, and so on; not proof against lists that are not the truth',
)

/** As few as possible without a place, then with the last choice, then the last but one; places rank nobody. */
export const fair = oneSided(
  'fair',
  'fair assignment by lexicographic shortest paths',
  'the fewest without a place, then with the last choice, then the last but one, and so on; not proof against lists that are not the truth',
)

function oneSided<Algorithm extends string, Guarantee extends string>(
  aim: OneSidedAim,
  algorithm: Algorithm,
  guarantee: Guarantee,
) {
  const schema = z.object({
    ...envelope,
    algorithm: z.literal<string>(algorithm),
    guarantee: z.literal<string>(guarantee),
    inputs,
    ...proof,
  })
  return method<z.infer<typeof schema>>({
    name: aim,
    files: 2,
    algorithm,
    guarantee,
    schema,
    read,
    faults: (given) =>
      roundFaultsSaid({
        ...withoutGroups(given),
        places: given.places.map((place) => ({ ...place, ranking: null })),
      }),
    run: (given) => solve(given, aim),
    check: (run) => check(run, aim),
    explain: (run, applicant, place) => explain(run, aim, applicant, place),
  })
}

async function read([first, second]: readonly string[], seed: string) {
  const applicants = await readTiedApplicants(first!)
  if (isRefused(applicants)) return applicants
  const places = await readPlaces(second!)
  if (isRefused(places)) return places
  const ranking = places.items.find((each) => each.ranking !== null)
  if (ranking) return refuse(422, m('one-sided.ranked', { place: ranking.id }))
  const items = places.items.map(({ id, seats }) => ({ id, seats }))
  return { seed, applicants: applicants.items, places: items }
}

function solve(given: Inputs, aim: OneSidedAim): { result: Result; prices: number[][] } {
  const { problem, order } = oneSidedProblem(given, aim)
  const { arcs, prices } = assignLexicographic(problem)
  const result: Result = given.applicants.map(() => null)
  for (const [row, arc] of arcs.entries()) {
    if (arc !== -1) result[order[row]!] = given.places[problem.column[arc]!]!.id
  }
  const { depth } = problem
  return {
    result,
    prices: given.places.map((_, at) => [...prices.subarray(at * depth, (at + 1) * depth)]),
  }
}

interface Run {
  inputs: Inputs
  result: Result
  prices: number[][]
}

function check({ inputs: given, result, prices }: Run, aim: OneSidedAim): Verified {
  const positions = positionsOf(withoutGroups(given).applicants, result)
  if (positions === null) return unproved('result')
  const { problem, order } = oneSidedProblem(given, aim)
  const arcs = Int32Array.from(order, (who, row) =>
    positions[who] === -1 ? -1 : problem.start[row]! + positions[who]!,
  )
  const found = checkLexicographic(problem, arcs, prices)
  if (found.faults > 0) return unproved('result')
  if (!found.certified) return { proved: false, why: 'not-best', says: [m('one-sided.not-best')] }
  return proved(result, [m(`${aim}.proved`)])
}

/** Total cost of a result, as the components are compared. */
function costOf(given: Inputs, aim: OneSidedAim, result: Result): number[] {
  const { problem } = oneSidedProblem(given, aim)
  const { kinds, depth } = problem
  const cost = Array.from({ length: depth }, () => 0)
  for (const [who, { choices }] of given.applicants.entries()) {
    const place = result[who]!
    const kind = place === null ? depth : choices.findIndex((group) => group.includes(place))
    for (let at = 0; at < depth; at += 1) cost[at]! += kinds[kind * depth + at]!
  }
  return cost
}

function explain(
  { inputs: given, result }: Run,
  aim: OneSidedAim,
  applicantId: string,
  placeId: string,
): Message[] {
  const who = given.applicants.findIndex(({ id }) => id === applicantId)
  const at = given.places.findIndex(({ id }) => id === placeId)
  const args = { applicant: applicantId, place: placeId }
  if (who < 0 || at < 0) return [m('why.unknown', args)]
  const { choices } = given.applicants[who]!
  const choiceOf = (id: string) => choices.findIndex((group) => group.includes(id)) + 1
  const asked = choiceOf(placeId)
  if (asked === 0) return [m('why.not-asked', args)]
  const has = result[who]!
  const choice = has === null ? 0 : choiceOf(has)
  if (has === placeId) return [m('one-sided.placed', { ...args, choice })]
  if (choice > 0 && choice < asked) return [m('why.has-better', { ...args, choice, asked })]
  if (choice === asked) return [m('ties.as-good', { ...args, has: has!, choice })]
  // What it would have cost all together is tried: the others are matched anew around this pair.
  const places = given.places.with(at, { ...given.places[at]!, seats: given.places[at]!.seats - 1 })
  const alone = given.applicants.with(who, { id: applicantId, choices: [] })
  const others = solve({ ...given, applicants: alone, places }, aim).result
  const instead = costOf(given, aim, others.with(who, placeId))
  const cost = costOf(given, aim, result)
  const heaviest = instead.findIndex((each, component) => each !== cost[component])
  const isEnough = (more: number) =>
    solve({ ...given, places: withSeats(given.places, at, more) }, aim).result[who] === placeId
  const more = moreSeats(entriesOf(withoutGroups(given).applicants) * cost.length, isEnough)
  if (heaviest < 0) return [m('one-sided.equal', args), ...more]
  const count = instead[heaviest]! - cost[heaviest]!
  if (aim === 'rank-maximal') {
    return [m('rank-maximal.fewer', { ...args, count, choice: heaviest + 1 }), ...more]
  }
  if (heaviest === 0) return [m('fair.unplaced', { ...args, count }), ...more]
  return [m('fair.more', { ...args, count, choice: cost.length - heaviest + 1 }), ...more]
}
