import { Fraction } from '#kernel/values'
import type { Criterion } from './questions.ts'

/** A review that was given: of which application, by whom, and its total from 0 to 100. */
export interface GivenReview {
  applicationId: string
  reviewerId: string
  total: Fraction
}

/** What the reviews of an application come to. */
export interface Scored {
  applicationId: string
  reviews: number
  /** The mean of the totals. */
  raw: Fraction
  /** The mean of the totals with each reviewer's severity taken off; null where there are not enough reviews for it. */
  corrected: Fraction | null
  lowest: Fraction
  highest: Fraction
  /** Its place by the corrected score where everybody has one, else by the raw one; equal scores share a place. */
  rank: number
}

/** Reviews by one reviewer, each beside a review of somebody else, from which on their severity can be told. */
export const enoughReviews = 5

/**
 * The total of a review, from 0 to 100: `100 · Σ w·p/m ÷ Σ w` over the criteria, with points `p` of at most `m` and
 * weights `w`; exact. Null where a criterion has no points.
 */
export function totalOf(
  criteria: readonly Criterion[],
  points: Readonly<Record<string, number>>,
): Fraction | null {
  let sum = Fraction.zero
  let weights = Fraction.zero
  for (const { id, most, weight } of criteria) {
    const given = points[id]
    if (given === undefined) return null
    const counted = Fraction.of(weight)
    sum = sum.add(counted.multiply(Fraction.of(given)).divide(Fraction.of(most)))
    weights = weights.add(counted)
  }
  return weights.isZero() ? null : sum.multiply(Fraction.of(100)).divide(weights)
}

/**
 * How much milder (above zero) or more severe (below) a reviewer is than those who read the same applications:
 * `s_j = mean over i of (y_ij − mean of y_ik for k ≠ j)`, over the applications `i` that somebody else reviewed too.
 * Null with fewer than `enoughReviews` of them.
 */
export function severities(reviews: readonly GivenReview[]): Map<string, Fraction | null> {
  const byApplication = Map.groupBy(reviews, ({ applicationId }) => applicationId)
  const sums = new Map<string, { sum: Fraction; count: number }>()
  for (const group of byApplication.values()) {
    const all = sumOf(group)
    for (const { reviewerId, total } of group) {
      const known = sums.get(reviewerId) ?? { sum: Fraction.zero, count: 0 }
      sums.set(reviewerId, known)
      if (group.length < 2) continue
      const others = all.subtract(total).divide(Fraction.of(group.length - 1))
      known.sum = known.sum.add(total.subtract(others))
      known.count += 1
    }
  }
  return new Map(
    [...sums].map(([id, { sum, count }]) => [
      id,
      count < enoughReviews ? null : sum.divide(Fraction.of(count)),
    ]),
  )
}

/** Raw, corrected, spread and rank of every application that has a review, in the order of their rank. */
export function scoresOf(reviews: readonly GivenReview[]): Scored[] {
  const severity = severities(reviews)
  const isKnown = reviews.length > 0 && [...severity.values()].every((each) => each !== null)
  const scored = [...Map.groupBy(reviews, ({ applicationId }) => applicationId)].map(
    ([applicationId, group]) => {
      const count = Fraction.of(group.length)
      const totals = group.map(({ total }) => total).toSorted((a, b) => a.compare(b))
      const mildness = group.reduce(
        (sum, { reviewerId }) => sum.add(severity.get(reviewerId) ?? Fraction.zero),
        Fraction.zero,
      )
      const raw = sumOf(group).divide(count)
      return {
        applicationId,
        reviews: group.length,
        raw,
        corrected: isKnown ? raw.subtract(mildness.divide(count)) : null,
        lowest: totals[0]!,
        highest: totals.at(-1)!,
        rank: 0,
      }
    },
  )
  const sorted = scored.toSorted((a, b) => meritOf(b).compare(meritOf(a)))
  for (const [place, each] of sorted.entries()) {
    const before = sorted[place - 1]
    const isEqual = before !== undefined && meritOf(before).compare(meritOf(each)) === 0
    each.rank = isEqual ? before.rank : place + 1
  }
  return sorted
}

/** The score by which an application is ranked. */
export function meritOf({ corrected, raw }: Pick<Scored, 'corrected' | 'raw'>): Fraction {
  return corrected ?? raw
}

function sumOf(group: readonly GivenReview[]): Fraction {
  return Fraction.sum(group.map(({ total }) => total))
}
