import { assign } from './assign.ts'
import { type AssignmentProblem, outside } from './assignment.ts'

/** A mentor of one of the two kinds, with the languages that the person speaks and how many students at most. */
export interface Mentor {
  id: string
  kind: MentorKind
  seats: number
  languages: readonly string[]
}

export type MentorKind = 'academic' | 'industry'

/**
 * Students who each need an academic and an industry mentor with a language that all three share. `pairs` are who
 * may be joined and at what cost (whole numbers); a student without a mentor of one kind costs `outsideCost`.
 */
export interface MentorRound {
  applicants: readonly { id: string; languages: readonly string[] }[]
  mentors: readonly Mentor[]
  pairs: readonly { student: string; mentor: string; cost: number }[]
  outsideCost: number
}

/** For each student a mentor of each kind (position in the list of mentors, or -1), and prices that bound every cost. */
export interface MentorResult {
  academic: Int32Array
  industry: Int32Array
  prices: Float64Array
}

/** Both kinds are hard to join exactly (the shared language breaks the flow), so the better of these ways is taken. */
const rounds = 80

/**
 * Solves the two kinds in sequence, each exactly by an assignment: industry first, academic first, and industry first
 * with a look at what the student's best academic mentor of a shared language would still cost. The cheapest of
 * the three is taken. The bound comes from prices of seats (Lagrangian relaxation of the seats with the language kept),
 * beginning with those of the two kinds alone and raised by whole subgradient steps.
 */
export function assignCoupled(round: MentorRound): MentorResult {
  const given = arcsOf(round)
  const alone = { academic: sideOf(given, 'academic'), industry: sideOf(given, 'industry') }
  const own = { academic: assign(alone.academic.problem), industry: assign(alone.industry.problem) }
  const prices = Float64Array.from(
    own.academic.prices,
    (price, at) => price + own.industry.prices[at]!,
  )
  const bounded = raiseBound(given, prices)
  const ways = [
    inSequence(given, 'industry', null),
    inSequence(given, 'academic', null),
    inSequence(given, 'industry', bounded),
  ]
  const best = ways.reduce((a, b) => (costOf(given, b) < costOf(given, a) ? b : a))
  return { ...best, prices: bounded }
}

/** The round as numbers: arcs of each student, languages as bits. */
interface Given {
  round: MentorRound
  students: number
  start: Int32Array
  mentor: Int32Array
  cost: Int32Array
  studentBits: Int32Array
  mentorBits: Int32Array
  isAcademic: Uint8Array
  seats: Int32Array
}

/** Languages are bits of one number; a round has no more than these. */
export const mostLanguages = 31

function arcsOf(round: MentorRound): Given {
  const bits = new Map<string, number>()
  const bitsOf = (languages: readonly string[]) =>
    languages.reduce((all, each) => {
      if (!bits.has(each)) bits.set(each, bits.size)
      return all | (1 << bits.get(each)!)
    }, 0)
  const studentBits = Int32Array.from(round.applicants, ({ languages }) => bitsOf(languages))
  const mentorBits = Int32Array.from(round.mentors, ({ languages }) => bitsOf(languages))
  const studentAt = new Map(round.applicants.map(({ id }, at) => [id, at]))
  const mentorAt = new Map(round.mentors.map(({ id }, at) => [id, at]))
  const sorted = round.pairs
    .map(({ student, mentor, cost }) => ({
      who: studentAt.get(student)!,
      to: mentorAt.get(mentor)!,
      cost,
    }))
    .filter(({ who, to }) => (studentBits[who]! & mentorBits[to]!) !== 0)
    .sort((a, b) => a.who - b.who || a.to - b.to)
  const start = new Int32Array(round.applicants.length + 1)
  for (const { who } of sorted) start[who + 1]! += 1
  for (let who = 0; who < round.applicants.length; who += 1) start[who + 1]! += start[who]!
  return {
    round,
    students: round.applicants.length,
    start,
    mentor: Int32Array.from(sorted, ({ to }) => to),
    cost: Int32Array.from(sorted, ({ cost }) => cost),
    studentBits,
    mentorBits,
    isAcademic: Uint8Array.from(round.mentors, ({ kind }) => (kind === 'academic' ? 1 : 0)),
    seats: Int32Array.from(round.mentors, ({ seats }) => seats),
  }
}

/** One kind as an assignment: `take` may leave an arc out (null) or change its cost. */
function sideOf(
  given: Given,
  kind: MentorKind,
  take: (who: number, arc: number) => number | null = (_, arc) => given.cost[arc]!,
): { problem: AssignmentProblem } {
  const { students, start, mentor, isAcademic, seats, round } = given
  const wanted = kind === 'academic' ? 1 : 0
  const sideStart = new Int32Array(students + 1)
  const column: number[] = []
  const cost: number[] = []
  let most = round.outsideCost
  for (let who = 0; who < students; who += 1) {
    for (let arc = start[who]!; arc < start[who + 1]!; arc += 1) {
      if (isAcademic[mentor[arc]!] !== wanted) continue
      const value = take(who, arc)
      if (value === null) continue
      column.push(mentor[arc]!)
      cost.push(value)
      most = Math.max(most, value)
    }
    sideStart[who + 1] = column.length
  }
  return {
    problem: {
      rows: students,
      columns: seats.length,
      start: sideStart,
      column: Int32Array.from(column),
      cost: Int32Array.from(cost),
      capacity: seats,
      outsideCost: round.outsideCost,
    },
  }
}

function mentorsIn(problem: AssignmentProblem): Int32Array {
  return assign(problem).arcs.map((arc) => (arc === outside ? -1 : problem.column[arc]!))
}

/** One kind for all, then the other along the arcs on which the three share a language. */
function inSequence(given: Given, first: MentorKind, prices: Float64Array | null) {
  const second = first === 'academic' ? 'industry' : 'academic'
  const { studentBits, mentorBits, mentor, cost, round } = given
  const ahead = prices ? aheadOf(given, second, prices) : null
  const one = mentorsIn(
    sideOf(given, first, (who, arc) => {
      if (!ahead) return cost[arc]!
      // Never more than being left outside costs: the other kind can be, too.
      let least = round.outsideCost
      const shared = studentBits[who]! & mentorBits[mentor[arc]!]!
      for (let bit = 0; bit < mostLanguages; bit += 1) {
        if ((shared >> bit) & 1) least = Math.min(least, ahead[who * mostLanguages + bit]!)
      }
      return cost[arc]! + least
    }).problem,
  )
  const two = mentorsIn(
    sideOf(given, second, (who, arc) => {
      const other = one[who]!
      const shared = studentBits[who]! & mentorBits[mentor[arc]!]!
      return other === -1 || (shared & mentorBits[other]!) !== 0 ? cost[arc]! : null
    }).problem,
  )
  return first === 'academic' ? { academic: one, industry: two } : { academic: two, industry: one }
}

/** For each student and language the least cost and price of a mentor of a kind who speaks it. */
function aheadOf(given: Given, kind: MentorKind, prices: Float64Array): Float64Array {
  const { students, start, mentor, cost, studentBits, mentorBits, isAcademic } = given
  const least = new Float64Array(students * mostLanguages).fill(Infinity)
  const wanted = kind === 'academic' ? 1 : 0
  for (let who = 0; who < students; who += 1) {
    for (let arc = start[who]!; arc < start[who + 1]!; arc += 1) {
      const to = mentor[arc]!
      if (isAcademic[to] !== wanted) continue
      const shared = studentBits[who]! & mentorBits[to]!
      const value = cost[arc]! + prices[to]!
      for (let bit = 0; bit < mostLanguages; bit += 1) {
        const at = who * mostLanguages + bit
        if ((shared >> bit) & 1 && value < least[at]!) least[at] = value
      }
    }
  }
  return least
}

function costOf(given: Given, ways: { academic: Int32Array; industry: Int32Array }): number {
  const { students, start, mentor, cost, round } = given
  let all = 0
  for (let who = 0; who < students; who += 1) {
    for (const own of [ways.academic[who]!, ways.industry[who]!]) {
      if (own === -1) all += round.outsideCost
      for (let arc = start[who]!; arc < start[who + 1]!; arc += 1) {
        if (mentor[arc] === own) all += cost[arc]!
      }
    }
  }
  return all
}

/** Raises the bound: mentors whom more students would choose than they have seats become dearer, others cheaper. */
function raiseBound(given: Given, from: Float64Array): Float64Array {
  const { round, seats } = given
  const prices = from.slice()
  let best = from.slice()
  let bestBound = -Infinity
  const largest = Math.max(1, Math.floor(round.outsideCost / 10))
  for (let step = 0; step < rounds; step += 1) {
    const used = new Int32Array(seats.length)
    const bound = chooseAll(given, prices, used)
    if (bound > bestBound) {
      bestBound = bound
      best = prices.slice()
    } else if (step % 10 === 9) prices.set(best)
    const size = Math.max(1, Math.floor(largest / (step + 1)))
    for (const [at, count] of used.entries()) {
      const pull =
        Math.sign(count - seats[at]!) * Math.min(size, size * Math.abs(count - seats[at]!))
      prices[at] = Math.max(0, prices[at]! + pull)
    }
  }
  return best
}

/** Lets every student choose at these prices, counts who is chosen, and gives the bound. */
function chooseAll(given: Given, prices: Float64Array, used: Int32Array): number {
  const { students, start, mentor, cost, studentBits, mentorBits, isAcademic, seats, round } = given
  const least = new Float64Array(2 * mostLanguages)
  const whose = new Int32Array(2 * mostLanguages)
  let bound = 0
  for (let who = 0; who < students; who += 1) {
    least.fill(Infinity)
    // The cheapest of each kind, whatever the language, for who is left without the other kind.
    const single = [round.outsideCost, round.outsideCost]
    const singleOf = [-1, -1]
    for (let arc = start[who]!; arc < start[who + 1]!; arc += 1) {
      const to = mentor[arc]!
      const kind = isAcademic[to]!
      const value = cost[arc]! + prices[to]!
      if (value < single[kind]!) {
        single[kind] = value
        singleOf[kind] = to
      }
      const shared = studentBits[who]! & mentorBits[to]!
      for (let bit = 0; bit < mostLanguages; bit += 1) {
        const at = kind * mostLanguages + bit
        if (((shared >> bit) & 1) === 0 || value >= least[at]!) continue
        least[at] = value
        whose[at] = to
      }
    }
    const kind = single[0]! < single[1]! ? 0 : 1
    let value = single[kind]! + round.outsideCost
    let chosen = [singleOf[kind]!, -1]
    for (let bit = 0; bit < mostLanguages; bit += 1) {
      const both = least[bit]! + least[mostLanguages + bit]!
      if (both >= value) continue
      value = both
      chosen = [whose[bit]!, whose[mostLanguages + bit]!]
    }
    bound += value
    for (const to of chosen) if (to !== -1) used[to]! += 1
  }
  return seats.reduce((all, each, at) => all - each * prices[at]!, bound)
}
