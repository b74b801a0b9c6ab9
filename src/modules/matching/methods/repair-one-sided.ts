import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { checkLexicographic } from '../checks/lexicographic.ts'
import { m } from '../messages/index.ts'
import { assignLexicographic, type LexicographicProblem } from '../rules/lexicographic.ts'
import { oneSidedProblem } from '../rules/one-sided.ts'
import type { Withdrawn } from '../rules/repair.ts'
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
import { repairFaults, repairSaid, withdrawnInput } from './repair-parts.ts'

const algorithm = 'repair of a rank-maximal or fair assignment by lexicographic shortest paths'
const guarantee =
  'the best for all together without who withdrew; of all such results the fewest people changed'

const inputs = z.object({
  seed: seedText,
  aim: z.enum(['rank-maximal', 'fair']),
  applicants: z.array(z.object({ id: name, choices: groups })),
  places: z.array(z.object({ id: name, seats: z.number().int() })),
  before: z.array(name.nullable()),
  withdrawn: withdrawnInput,
})
const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs,
  result: z.array(name.nullable()),
  /** A price for each place, component by component; the last component counts who changes. */
  prices: z.array(z.array(z.number())),
})

type Inputs = z.infer<typeof inputs>
type Run = z.infer<typeof schema>

/** Somebody drops out of a round in which places rank nobody: again the best for all, with the fewest changed. */
export const repairOneSided = method<Run>({
  name: 'repair-one-sided',
  files: 0,
  algorithm,
  guarantee,
  schema,
  read: null,
  faults: (given) => [
    ...roundFaultsSaid({
      ...withoutGroups(given),
      places: given.places.map((place) => ({ ...place, ranking: null })),
    }),
    ...repairFaults(given, given.applicants, given.places),
  ],
  run,
  check,
  explain: ({ inputs: given, result }, applicant, place) =>
    repairSaid('best', given, result, applicant, { id: place, known: given.places }),
})

/** The round of a certificate of such a method, also of one that was repaired before, without somebody. */
export function oneSidedRepairInputs(
  aim: Inputs['aim'],
  given: Pick<Inputs, 'seed' | 'applicants' | 'places'> & { withdrawn?: Withdrawn },
  before: Run['result'],
  withdrawn: Withdrawn,
): Inputs {
  const applicants = given.withdrawn
    ? applicantsWithout(given.applicants, given.withdrawn)
    : given.applicants
  return { seed: given.seed, aim, applicants, places: given.places, before, withdrawn }
}

/** Choices keep their numbers: who loses the first has a second one still. */
function applicantsWithout(
  applicants: Inputs['applicants'],
  { side, id }: Withdrawn,
): Inputs['applicants'] {
  return applicants.map((each) => {
    if (side === 'applicant') return each.id === id ? { id, choices: [] } : each
    return {
      id: each.id,
      choices: each.choices.map((group) => group.filter((place) => place !== id)),
    }
  })
}

/** The round with one component more, lighter than all others: 1 for everybody who has something else than before. */
function problemOf(given: Inputs): { problem: LexicographicProblem; order: Int32Array } {
  const applicants = applicantsWithout(given.applicants, given.withdrawn)
  const { problem, order } = oneSidedProblem({ ...given, applicants }, given.aim)
  const { depth } = problem
  const kinds = new Float64Array(2 * (depth + 1) * (depth + 1))
  for (let kind = 0; kind <= depth; kind += 1) {
    for (const changed of [0, 1]) {
      const at = (2 * kind + changed) * (depth + 1)
      kinds.set(problem.kinds.subarray(kind * depth, (kind + 1) * depth), at)
      kinds[at + depth] = changed
    }
  }
  const placeOf = (arc: number) => given.places[problem.column[arc]!]!.id
  const kind = Int32Array.from(problem.kind, (each) => 2 * each + 1)
  const outsideKind = Int32Array.from(problem.outsideKind, (each) => 2 * each)
  for (const [row, who] of order.entries()) {
    const had = given.before[who]!
    const isGone =
      given.withdrawn.side === 'applicant' && applicants[who]!.id === given.withdrawn.id
    if (had !== null && !isGone) outsideKind[row]! += 1
    for (let arc = problem.start[row]!; arc < problem.start[row + 1]!; arc += 1) {
      if (placeOf(arc) === had) kind[arc]! -= 1
    }
  }
  return { problem: { ...problem, kind, outsideKind, kinds, depth: depth + 1 }, order }
}

function run(given: Inputs): Pick<Run, 'result' | 'prices'> {
  const { problem, order } = problemOf(given)
  const { arcs, prices } = assignLexicographic(problem)
  const result: Run['result'] = given.applicants.map(() => null)
  for (const [row, arc] of arcs.entries()) {
    if (arc !== -1) result[order[row]!] = given.places[problem.column[arc]!]!.id
  }
  const { depth } = problem
  return {
    result,
    prices: given.places.map((_, at) => [...prices.subarray(at * depth, (at + 1) * depth)]),
  }
}

function check({ inputs: given, result, prices }: Run): Verified {
  const applicants = applicantsWithout(given.applicants, given.withdrawn)
  const positions = positionsOf(withoutGroups({ applicants }).applicants, result)
  if (positions === null) return unproved('result')
  const { problem, order } = problemOf(given)
  const arcs = Int32Array.from(order, (who, row) =>
    positions[who] === -1 ? -1 : problem.start[row]! + positions[who]!,
  )
  const found = checkLexicographic(problem, arcs, prices)
  if (found.faults > 0) return unproved('result')
  if (!found.certified) return { proved: false, why: 'not-best', says: [m('one-sided.not-best')] }
  const says: Message[] = [m('repair.proved-best', { count: changedIn(given, result) })]
  return proved(result, says)
}

function changedIn({ applicants, before, withdrawn }: Inputs, result: Run['result']): number {
  const isGone = (id: string) => withdrawn.side === 'applicant' && withdrawn.id === id
  return applicants.filter(({ id }, who) => result[who] !== before[who] && !isGone(id)).length
}
