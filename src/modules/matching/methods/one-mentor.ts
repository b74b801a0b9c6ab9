import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { checkLexicographic } from '../checks/lexicographic.ts'
import { readMentorFiles, readOneKind } from '../formats/method-tables.ts'
import { m } from '../messages/index.ts'
import { assignLexicographic, type LexicographicProblem } from '../rules/lexicographic.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { pairFaults } from './mentor-faults.ts'
import { envelope, method, name, names, unproved, type Verified } from './method.ts'
import { moreSeats, withSeats } from './more-seats.ts'
import { repairFaults, repairSaid, withdrawnInput } from './repair-parts.ts'

/** Components of the cost, the heaviest first: who is left without, who changes (of a repair), what the pairs cost. */
const depth = 3

const inputs = z.object({
  applicants: z.array(z.object({ id: name, languages: names, wishes: names.optional() })),
  mentors: z.array(
    z.object({ id: name, seats: z.number(), languages: names, named: names.optional() }),
  ),
  pairs: z.array(z.object({ student: name, mentor: name, cost: z.number() })),
})
const proof = {
  /** The mentor of each student. */
  result: z.array(name.nullable()),
  /** A price for each mentor, component by component, that proves the result the best (lexicographic duals). */
  prices: z.array(z.array(z.number())),
  cost: z.number(),
}
const algorithm = 'assignment of mentors by lexicographic shortest paths'
const guarantee = 'the fewest students without a mentor; of those results the least cost'
const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs,
  ...proof,
})

const repairAlgorithm = 'repair of an assignment of mentors by lexicographic shortest paths'
const repairGuarantee =
  'the fewest students without a mentor, then the fewest changed, then the least cost'
const repairInputs = inputs.extend({
  before: z.array(name.nullable()),
  withdrawn: withdrawnInput,
})
const repairSchema = z.object({
  ...envelope,
  algorithm: z.literal(repairAlgorithm),
  guarantee: z.literal(repairGuarantee),
  inputs: repairInputs,
  ...proof,
})

type Inputs = z.infer<typeof inputs>
type RepairInputs = z.infer<typeof repairInputs>
type Given = Inputs & Partial<Pick<RepairInputs, 'before' | 'withdrawn'>>
type Proof = Pick<z.infer<typeof schema>, 'result' | 'prices' | 'cost'>

/** One mentor or reviewer for each student, out of one list with capacities. */
export const oneMentor = method<z.infer<typeof schema>>({
  name: 'mentors',
  files: 3,
  algorithm,
  guarantee,
  schema,
  read: (files) => readMentorFiles(files, readOneKind),
  faults: pairFaults,
  run,
  check: (made) => check(made.inputs, made),
  explain,
})

/** A student or a mentor drops out: the fewest are left without, then the fewest change. */
export const repairOneMentor = method<z.infer<typeof repairSchema>>({
  name: 'repair-one-mentor',
  files: 0,
  algorithm: repairAlgorithm,
  guarantee: repairGuarantee,
  schema: repairSchema,
  read: null,
  faults(given) {
    const found = pairFaults(given)
    return found.length > 0 ? found : repairFaults(given, given.applicants, given.mentors)
  },
  run,
  check: (made) => check(made.inputs, made),
  explain: ({ inputs: given, result }, student, mentor) =>
    repairSaid('best', given, result, student, { id: mentor, known: given.mentors }),
})

/** The inputs of a repair, also of a run that was repaired before: who left then stays away. */
export function oneMentorRepairInputs(
  given: Given,
  before: (string | null)[],
  withdrawn: Withdrawn,
): RepairInputs {
  const { applicants, mentors } = given
  const gone = whoLeft(given)
  const pairs = given.pairs.filter(
    ({ student, mentor }) => student !== gone.student && mentor !== gone.mentor,
  )
  return { applicants, mentors, pairs, before, withdrawn }
}

/** Who dropped out, by the side: a student and a mentor may have one name. */
function whoLeft({ withdrawn }: Given): { student?: string; mentor?: string } {
  if (!withdrawn) return {}
  return withdrawn.side === 'applicant' ? { student: withdrawn.id } : { mentor: withdrawn.id }
}

/** Pairs without a common language, and those of who left, are no arcs. */
function problemOf(given: Given): LexicographicProblem {
  const { applicants, mentors, before } = given
  const gone = whoLeft(given)
  const column = new Map(mentors.map(({ id }, at) => [id, at]))
  const spoken = mentors.map(({ languages }) => new Set(languages))
  const own = Map.groupBy(given.pairs, ({ student }) => student)
  const start = new Int32Array(applicants.length + 1)
  const columns: number[] = []
  const kind: number[] = []
  const kinds: number[] = []
  const addKind = (...components: number[]) => kinds.push(...components) / depth - 1
  const outsideKind = Int32Array.from(applicants, ({ id, languages }, who) => {
    const had = before?.[who] ?? null
    const stood = had === gone.mentor || id === gone.student ? null : had
    for (const { mentor, cost } of id === gone.student ? [] : (own.get(id) ?? [])) {
      const at = column.get(mentor)!
      if (mentor === gone.mentor || !languages.some((each) => spoken[at]!.has(each))) continue
      columns.push(at)
      kind.push(addKind(0, before && mentor !== stood ? 1 : 0, cost))
    }
    start[who + 1] = columns.length
    return addKind(1, stood === null ? 0 : 1, 0)
  })
  return {
    rows: applicants.length,
    columns: mentors.length,
    start,
    column: Int32Array.from(columns),
    kind: Int32Array.from(kind),
    outsideKind,
    kinds: Float64Array.from(kinds),
    depth,
    capacity: Int32Array.from(mentors, ({ seats }) => seats),
  }
}

function run(given: Given): Proof {
  const problem = problemOf(given)
  const { arcs, prices } = assignLexicographic(problem)
  let cost = 0
  const result = Array.from(arcs, (arc) => {
    if (arc === -1) return null
    cost += problem.kinds[problem.kind[arc]! * depth + depth - 1]!
    return given.mentors[problem.column[arc]!]!.id
  })
  const own = given.mentors.map((_, at) => [...prices.subarray(depth * at, depth * at + depth)])
  return { result, prices: own, cost }
}

function check(given: Given, { result, prices, cost }: Proof): Verified {
  const problem = problemOf(given)
  const at = new Map(given.mentors.map(({ id }, index) => [id, index]))
  const arcs = new Int32Array(result.length).fill(-1)
  for (const [who, mentor] of result.entries()) {
    if (mentor === null) continue
    const { start, column } = problem
    const arc = column.subarray(start[who]!, start[who + 1]!).indexOf(at.get(mentor) ?? -1)
    if (arc < 0) return unproved('result')
    arcs[who] = start[who]! + arc
  }
  const found = checkLexicographic(problem, arcs, prices)
  if (found.faults > 0 || found.cost[depth - 1] !== cost) return unproved('result')
  if (!found.certified) return { proved: false, why: 'not-best', says: [m('one-sided.not-best')] }
  const applicants = result.length
  const matched = result.filter((each) => each !== null).length
  const said = given.before
    ? m('repair.proved-one-mentor', { count: changedIn(given, result) })
    : m('mentors.proved-one', { cost })
  return {
    proved: true,
    applicants,
    matched,
    says: [m('mentors.matched-one', { matched, applicants }), said],
  }
}

function changedIn(given: Given, result: readonly (string | null)[]): number {
  const { applicants, before } = given
  const { student } = whoLeft(given)
  return applicants.filter(({ id }, who) => id !== student && result[who] !== before![who]).length
}

function explain(
  { inputs: given, result, prices }: z.infer<typeof schema>,
  student: string,
  mentorId: string,
): Message[] {
  const who = given.applicants.findIndex(({ id }) => id === student)
  const at = given.mentors.findIndex(({ id }) => id === mentorId)
  const args = { applicant: student, place: mentorId }
  if (who < 0 || at < 0) return [m('why.unknown', args)]
  const mentor = given.mentors[at]!
  const { languages } = given.applicants[who]!
  if (!languages.some((each) => mentor.languages.includes(each))) {
    return [m('mentors.no-language', args)]
  }
  const pair = given.pairs.find((each) => each.student === student && each.mentor === mentorId)
  if (!pair) return [m('mentors.no-pair', args)]
  const { cost } = pair
  if (result[who] === mentorId) return [m('mentors.has', { ...args, cost })]
  const { seats } = mentor
  const used = result.filter((each) => each === mentorId).length
  if (used < seats) return [m('mentors.dearer', { ...args, seats, cost, price: 0 })]
  const [without = 0, , price = 0] = prices[at]!
  // A seat there would give somebody else a mentor: that outweighs every cost.
  const key = without > 0 ? 'mentors.scarce' : price > 0 ? 'mentors.full' : 'mentors.full-even'
  // One run of mentors costs as much as many of lists: fewer seats are tried.
  const isEnough = (more: number) =>
    run({ ...given, mentors: withSeats(given.mentors, at, more) }).result[who] === mentorId
  return [m(key, { ...args, seats, cost, price }), ...moreSeats(given.pairs.length * 20, isEnough)]
}
