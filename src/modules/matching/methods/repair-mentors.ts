import { z } from 'zod'
import type { Message } from '#kernel/messages'
import { checkLexicographic } from '../checks/lexicographic.ts'
import { m } from '../messages/index.ts'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import { assignLexicographic, type LexicographicProblem } from '../rules/lexicographic.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { type MentorInputs, mentorFaults, mentorInputs } from './coupled-mentors.ts'
import { envelope, method, name, unproved, type Verified } from './method.ts'
import { repairFaults, repairSaid, withdrawnInput } from './repair-parts.ts'

const algorithm = 'repair of mentors, one kind after the other, by lexicographic shortest paths'
const guarantee =
  'of each kind, with the other as it stands: the fewest without a mentor, then the fewest changed, then the least cost'

const nullableNames = z.array(name.nullable())
const inputs = mentorInputs.extend({
  /** The academic mentors that are repaired, in the order of the students. */
  before: nullableNames,
  industryBefore: nullableNames,
  withdrawn: withdrawnInput,
})
const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal(guarantee),
  inputs,
  result: nullableNames,
  industry: nullableNames,
  /** For each kind that was matched anew a price of every mentor, component by component, in the order of the kinds. */
  prices: z.array(z.array(z.array(z.number()))),
})

type Inputs = z.infer<typeof inputs>
type Run = z.infer<typeof schema>
type Mentors = Record<MentorKind, (string | null)[]>

/** A student or a mentor drops out: everybody else keeps whom they have, as far as that leaves nobody without. */
export const repairMentors = method<Run>({
  name: 'repair-mentors',
  files: 0,
  algorithm,
  guarantee,
  schema,
  read: null,
  faults(given) {
    const found = mentorFaults(given)
    if (found.length > 0) return found
    const industry = { ...given, before: given.industryBefore }
    return [given, industry].flatMap((each) => repairFaults(each, given.applicants, given.mentors))
  },
  run,
  check,
  explain,
})

/** The round of a certificate of mentors, also of one that was repaired before, without somebody. */
export function mentorRepairInputs(
  given: MentorInputs & { withdrawn?: Withdrawn },
  before: Mentors,
  withdrawn: Withdrawn,
): Inputs {
  const { applicants, mentors, outsideCost } = given
  const gone = given.withdrawn?.id
  const pairs = given.pairs.filter(({ student, mentor }) => student !== gone && mentor !== gone)
  const { academic, industry } = before
  return {
    applicants,
    mentors,
    pairs,
    outsideCost,
    before: academic,
    industryBefore: industry,
    withdrawn,
  }
}

/** The kinds that are matched anew: that of the mentor who left, or both where a student left two seats. */
function kindsOf({ mentors, withdrawn }: Inputs): MentorKind[] {
  if (withdrawn.side === 'applicant') return ['academic', 'industry']
  return [mentors.find(({ id }) => id === withdrawn.id)!.kind]
}

/** Whom everybody has while nothing was matched anew: without who withdrew. */
function standing({ applicants, before, industryBefore, withdrawn }: Inputs): Mentors {
  const without = (mentors: readonly (string | null)[]) =>
    mentors.map((mentor, who) => {
      const isGone =
        withdrawn.id === (withdrawn.side === 'applicant' ? applicants[who]!.id : mentor)
      return isGone ? null : mentor
    })
  return { academic: without(before), industry: without(industryBefore) }
}

/** One kind beside the other as it stands: components are who is left without, who changes, and the cost. */
function problemOf(given: Inputs, wanted: MentorKind, now: Mentors): LexicographicProblem {
  const { applicants, mentors, withdrawn } = given
  const other = wanted === 'academic' ? now.industry : now.academic
  const spoken = new Map(mentors.map(({ id, languages }) => [id, new Set(languages)]))
  const column = new Map(mentors.map(({ id }, at) => [id, at]))
  const kindOf = new Map(mentors.map((mentor) => [mentor.id, mentor.kind]))
  const own = Map.groupBy(given.pairs, ({ student }) => student)
  const start = new Int32Array(applicants.length + 1)
  const columns: number[] = []
  const kind: number[] = []
  const kinds: number[] = []
  const outsideKind = new Int32Array(applicants.length)
  const addKind = (...components: number[]) => kinds.push(...components) / 3 - 1
  for (const [who, { id, languages }] of applicants.entries()) {
    const had = now[wanted][who]!
    const shares = (mentor: string) =>
      languages.some(
        (each) =>
          spoken.get(mentor)!.has(each) &&
          (other[who] === null || spoken.get(other[who]!)!.has(each)),
      )
    outsideKind[who] = addKind(1, had === null ? 0 : 1, 0)
    const isGone = withdrawn.side === 'applicant' && withdrawn.id === id
    for (const { mentor, cost } of isGone ? [] : (own.get(id) ?? [])) {
      const isLeft = withdrawn.side === 'place' && withdrawn.id === mentor
      if (isLeft || kindOf.get(mentor) !== wanted || !shares(mentor)) continue
      columns.push(column.get(mentor)!)
      kind.push(addKind(0, mentor === had ? 0 : 1, cost))
    }
    start[who + 1] = columns.length
  }
  return {
    rows: applicants.length,
    columns: mentors.length,
    start,
    column: Int32Array.from(columns),
    kind: Int32Array.from(kind),
    outsideKind,
    kinds: Float64Array.from(kinds),
    depth: 3,
    capacity: Int32Array.from(mentors, ({ seats }) => seats),
  }
}

function run(given: Inputs): Pick<Run, 'result' | 'industry' | 'prices'> {
  const now = standing(given)
  const prices = kindsOf(given).map((kind) => {
    const problem = problemOf(given, kind, now)
    const { arcs, prices: own } = assignLexicographic(problem)
    now[kind] = Array.from(arcs, (arc) =>
      arc === -1 ? null : given.mentors[problem.column[arc]!]!.id,
    )
    return given.mentors.map((_, at) => [...own.subarray(3 * at, 3 * at + 3)])
  })
  return { result: now.academic, industry: now.industry, prices }
}

function check({ inputs: given, result, industry, prices }: Run): Verified {
  const kinds = kindsOf(given)
  if (prices.length !== kinds.length || industry.length !== result.length) return unproved('result')
  const now = standing(given)
  const after: Mentors = { academic: result, industry }
  for (const [at, kind] of kinds.entries()) {
    const problem = problemOf(given, kind, now)
    const arcs = arcsOf(given, problem, after[kind])
    const found = arcs && checkLexicographic(problem, arcs, prices[at]!)
    if (!found || found.faults > 0) return unproved('result')
    if (!found.certified) return { proved: false, why: 'not-best', says: [m('one-sided.not-best')] }
    now[kind] = after[kind]
  }
  const isSame = (kind: MentorKind) => now[kind].every((each, who) => each === after[kind][who])
  if (!isSame('academic') || !isSame('industry')) return unproved('result')
  const matched = result.filter((each, who) => each !== null && industry[who] !== null).length
  const applicants = result.length
  const says = [
    m('mentors.matched', { matched, applicants }),
    m('repair.proved-mentors', { count: changedIn(given, after) }),
  ]
  return { proved: true, applicants, matched, says }
}

/** The arcs on which students sit; null where somebody has a mentor who is no arc of theirs. */
function arcsOf(
  { mentors }: Inputs,
  { start, column }: LexicographicProblem,
  result: readonly (string | null)[],
): Int32Array | null {
  const at = new Map(mentors.map(({ id }, index) => [id, index]))
  const arcs = new Int32Array(result.length).fill(-1)
  for (const [who, mentor] of result.entries()) {
    if (mentor === null) continue
    const arc = column.subarray(start[who]!, start[who + 1]!).indexOf(at.get(mentor) ?? -1)
    if (arc < 0) return null
    arcs[who] = start[who]! + arc
  }
  return arcs
}

function changedIn(given: Inputs, after: Mentors): number {
  const { applicants, before, industryBefore, withdrawn } = given
  return applicants.filter(
    ({ id }, who) =>
      !(withdrawn.side === 'applicant' && withdrawn.id === id) &&
      (after.academic[who] !== before[who] || after.industry[who] !== industryBefore[who]),
  ).length
}

function explain({ inputs: given, result, industry }: Run, student: string, mentor: string) {
  const isIndustry = given.mentors.find(({ id }) => id === mentor)?.kind === 'industry'
  const own = isIndustry ? { ...given, before: given.industryBefore } : given
  const said: Message[] = repairSaid('best', own, isIndustry ? industry : result, student, {
    id: mentor,
    known: given.mentors,
  })
  return said
}
