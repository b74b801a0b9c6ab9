// Written apart from the solver, and knows nothing of it: languages are compared as words, trios one by one.
import type { MentorRound } from '../rules/coupled-mentors.ts'

/** What mentors cost in all, and what no result can cost less than. */
export interface CoupledFindings {
  cost: number
  /** Σ over students of their cheapest trio at cost and price, less the price of all seats (weak duality). */
  bound: number
  /** Students with somebody who is no pair of theirs or of the wrong kind, trios without a common language, full mentors. */
  faults: number
}

/** Checks by definition; prices must be whole and not negative. Looks at every trio of every student. */
export function checkCoupled(
  round: MentorRound,
  academic: readonly (string | null)[],
  industry: readonly (string | null)[],
  prices: readonly number[],
): CoupledFindings {
  const mentors = new Map(round.mentors.map((mentor, at) => [mentor.id, { ...mentor, at }]))
  const pairs = new Map(round.applicants.map(({ id }) => [id, new Map<string, number>()]))
  for (const { student, mentor, cost } of round.pairs) pairs.get(student)!.set(mentor, cost)
  const used = new Map<string, number>()
  const found = { cost: 0, bound: 0, faults: 0 }
  if (prices.length !== round.mentors.length) found.faults += 1
  found.faults += prices.filter((price) => !Number.isSafeInteger(price) || price < 0).length
  for (const [who, { id, languages }] of round.applicants.entries()) {
    const own = pairs.get(id)!
    const share = (...people: (string | null)[]) =>
      languages.some((language) =>
        people.every((each) => each === null || mentors.get(each)?.languages.includes(language)),
      )
    const has = { academic: academic[who]!, industry: industry[who]! }
    for (const kind of ['academic', 'industry'] as const) {
      const mentor = has[kind]
      if (mentor === null) found.cost += round.outsideCost
      else if (own.has(mentor) && mentors.get(mentor)!.kind === kind) {
        found.cost += own.get(mentor)!
        used.set(mentor, (used.get(mentor) ?? 0) + 1)
        if (!share(has.academic, has.industry)) found.faults += 1
      } else found.faults += 1
    }
    const options = (kind: string) => [
      { mentor: null, value: round.outsideCost },
      ...[...own].flatMap(([mentor, cost]) =>
        mentors.get(mentor)!.kind === kind && share(mentor)
          ? [{ mentor, value: cost + (prices[mentors.get(mentor)!.at] ?? 0) }]
          : [],
      ),
    ]
    let least = Infinity
    for (const one of options('academic')) {
      for (const two of options('industry')) {
        if (one.value + two.value < least && share(one.mentor, two.mentor)) {
          least = one.value + two.value
        }
      }
    }
    // Who speaks no language at all shares none; nothing but being outside is left.
    found.bound += least === Infinity ? 2 * round.outsideCost : least
  }
  for (const { id, seats, at } of mentors.values()) {
    if ((used.get(id) ?? 0) > seats) found.faults += 1
    found.bound -= seats * (prices[at] ?? 0)
  }
  return found
}
