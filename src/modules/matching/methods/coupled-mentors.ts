import { z } from 'zod'
import { isRefused } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { checkCoupled } from '../checks/coupled-mentors.ts'
import { readMentorFiles, readMentors } from '../formats/method-tables.ts'
import { m } from '../messages/index.ts'
import { assignCoupled, mostLanguages } from '../rules/coupled-mentors.ts'
import { assignExactly } from './mentor-programme.ts'
import { mostCost, pairFaults } from './mentor-faults.ts'
import { envelope, method, name, names, type Opened, unproved, type Verified } from './method.ts'
import { moreSeats, withSeats } from './more-seats.ts'

const algorithm = 'two assignments in sequence with a Lagrangian bound'
const exactly = 'mixed integer programme by HiGHS, with a Lagrangian bound'
const guarantee = 'no result costs less than the bound; the cost is above it by the published gap'

/** Students, mentors of both kinds, and who may be joined at what cost. */
export const mentorInputs = z.object({
  applicants: z.array(z.object({ id: name, languages: names, wishes: names.optional() })),
  mentors: z.array(
    z.object({
      id: name,
      kind: z.enum(['academic', 'industry']),
      seats: z.number(),
      languages: names,
      named: names.optional(),
    }),
  ),
  pairs: z.array(z.object({ student: name, mentor: name, cost: z.number() })),
  outsideCost: z.number(),
})

export type MentorInputs = z.infer<typeof mentorInputs>

const schema = z.object({
  ...envelope,
  algorithm: z.enum([algorithm, exactly]),
  guarantee: z.literal(guarantee),
  inputs: mentorInputs,
  /** The academic mentor of each student. */
  result: z.array(name.nullable()),
  /** The industry mentor of each student. */
  industry: z.array(name.nullable()),
  /** The price of a seat of each mentor: with these anybody can compute the bound. */
  prices: z.array(z.number()),
  cost: z.number(),
  bound: z.number(),
})

type Run = z.infer<typeof schema>

/** An academic and an industry mentor for each student, with a language that all three share. */
export const coupledMentors = method<Run>({
  name: 'coupled-mentors',
  files: 3,
  algorithm,
  guarantee,
  schema,
  async read(files) {
    const read = await readMentorFiles(files, readMentors)
    if (isRefused(read)) return read
    const most = read.pairs.reduce((all, { cost }) => Math.max(all, cost || 0), 0)
    return {
      ...read,
      mentors: read.mentors as Run['inputs']['mentors'],
      // Being left without a mentor of a kind is dearer than any two pairs.
      outsideCost: 2 * most + 1,
    }
  },
  faults: mentorFaults,
  run: solve,
  better: { algorithm: exactly, run: solvedExactly },
  check,
  explain,
})

export type OpenedMentors = Opened<Run>

/** Opens the certificate of a round of mentors of two kinds; null where the value is none. */
export function openMentors(value: unknown): OpenedMentors | null {
  return coupledMentors.open(value)
}

/** Both kinds in sequence. */
function solve(inputs: Run['inputs']): Found {
  const { academic, industry, prices } = assignCoupled(inputs)
  const nameOf = (at: number) => inputs.mentors[at]?.id ?? null
  return valued(inputs, Array.from(academic, nameOf), Array.from(industry, nameOf), [...prices])
}

type Found = Pick<Run, 'result' | 'industry' | 'prices' | 'cost' | 'bound'>

function valued(
  inputs: Run['inputs'],
  result: Run['result'],
  industry: Run['industry'],
  prices: Run['prices'],
): Found {
  const { cost, bound } = checkCoupled(inputs, result, industry, prices)
  return { result, industry, prices, cost, bound }
}

/** The cheapest result where the programme finds it, under the bound of the sequence; null where it does not. */
async function solvedExactly(inputs: Run['inputs']): Promise<Found | null> {
  const exact = await assignExactly(inputs)
  if (!exact) return null
  const { prices } = assignCoupled(inputs)
  return valued(inputs, exact.academic, exact.industry, [...prices])
}

/** Everything that is wrong in a round of mentors of two kinds. */
export function mentorFaults(inputs: MentorInputs): Message[] {
  const found = pairFaults(inputs)
  for (const { id, kind } of inputs.mentors) {
    if (kind !== 'academic' && kind !== 'industry') found.push(m('mentors.kind', { name: id }))
  }
  const { applicants, mentors, outsideCost } = inputs
  if (!Number.isInteger(outsideCost) || outsideCost < 0 || outsideCost > 2 * mostCost + 1) {
    found.push(m('mentors.cost', { student: '–', mentor: '–' }))
  }
  const languages = new Set([...applicants, ...mentors].flatMap((each) => each.languages))
  if (languages.size > mostLanguages) found.push(m('mentors.languages', { most: mostLanguages }))
  return found
}

function check(run: Run): Verified {
  const { algorithm: by, inputs, result, industry, prices, cost, bound } = run
  if (industry.length !== result.length) return unproved('result')
  const found = checkCoupled(inputs, result, industry, prices)
  if (found.faults > 0 || found.cost !== cost || found.bound !== bound || cost < bound) {
    return unproved('result')
  }
  const matched = result.filter((each, who) => each !== null && industry[who] !== null).length
  // Rounded up to a whole percent: more is never saved than is said.
  const gap = cost === 0 ? 0 : Math.ceil((100 * (cost - bound)) / cost) / 100
  const applicants = result.length
  const short = by === exactly ? 'mentors.exact' : 'mentors.bounded'
  const key = cost === bound ? 'mentors.proved' : short
  const says = [m('mentors.matched', { matched, applicants }), m(key, { cost, bound, gap })]
  return { proved: true, applicants, matched, says }
}

function explain(
  { algorithm: by, inputs, result, industry, prices }: Run,
  student: string,
  mentorId: string,
): Message[] {
  const who = inputs.applicants.findIndex(({ id }) => id === student)
  const at = inputs.mentors.findIndex(({ id }) => id === mentorId)
  const args = { applicant: student, place: mentorId }
  if (who < 0 || at < 0) return [m('why.unknown', args)]
  const mentor = inputs.mentors[at]!
  const isAcademic = mentor.kind === 'academic'
  const [own, other] = isAcademic ? [result[who]!, industry[who]!] : [industry[who]!, result[who]!]
  const common = inputs.applicants[who]!.languages.filter((each) => mentor.languages.includes(each))
  if (common.length === 0) return [m('mentors.no-language', args)]
  const pair = inputs.pairs.find((each) => each.student === student && each.mentor === mentorId)
  if (!pair) return [m('mentors.no-pair', args)]
  const { cost } = pair
  if (own === mentorId) return [m('mentors.has', { ...args, cost })]
  const spoken = inputs.mentors.find(({ id }) => id === other)?.languages
  if (spoken && !common.some((each) => spoken.includes(each))) {
    return [m('mentors.no-trio', { ...args, other: other! })]
  }
  const used = (isAcademic ? result : industry).filter((each) => each === mentorId).length
  const price = prices[at]!
  const full = price > 0 ? 'mentors.full' : 'mentors.full-even'
  if (used < mentor.seats)
    return [m('mentors.dearer', { ...args, seats: mentor.seats, cost, price })]
  const isEnough = (more: number) => {
    const found = solve({ ...inputs, mentors: withSeats(inputs.mentors, at, more) })
    return (isAcademic ? found.result : found.industry)[who] === mentorId
  }
  // The exact search is not run again: another way to the same end would not say what it would have found.
  const more = by === exactly ? [] : moreSeats(inputs.pairs.length * 100, isEnough)
  return [m(full, { ...args, seats: mentor.seats, cost, price }), ...more]
}
