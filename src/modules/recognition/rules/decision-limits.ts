import { Fraction } from '#kernel/values'
import { courseKey } from './context.ts'
import type { EvaluationInput } from './types.ts'

/** What a decision is about to recognise, whoever found so. */
export interface Recognised {
  /** Codes of the home courses. */
  homeCourses: readonly string[]
  /** The lines' credit, of a set each line's share of it. */
  lines: readonly { credit: Fraction; term: string | null }[]
}

/** The first limit that the lines of a decision do not keep. */
export type BrokenLimit =
  | { kind: 'course-twice'; course: string }
  | { kind: 'term'; term: string; credit: Fraction; limit: Fraction }
  | { kind: 'total'; credit: Fraction; limit: Fraction }

/**
 * Whether a decision keeps the limits that hold over all lines: a home course counts once in a degree
 * programme, a term brings at most the term's cap, and the whole stays within the allowance. The engine
 * keeps them itself; this asks it of lines on which a person has put their word. Null when all are kept.
 */
export function brokenLimit(
  { homeCourses, lines }: Recognised,
  { alreadyRecognised, ruleSet }: Pick<EvaluationInput, 'alreadyRecognised' | 'ruleSet'>,
  allowance: Fraction | null,
): BrokenLimit | null {
  const seen = new Set(alreadyRecognised.homeCourses.map(courseKey))
  for (const homeCourse of homeCourses) {
    if (seen.has(courseKey(homeCourse))) return { kind: 'course-twice', course: homeCourse }
    seen.add(courseKey(homeCourse))
  }
  const terms = new Map<string, Fraction>()
  for (const { term, credit } of lines) {
    const sum = (terms.get(term ?? '') ?? Fraction.zero).add(credit)
    terms.set(term ?? '', sum)
  }
  const { termCap: limit } = ruleSet
  for (const [term, credit] of terms) {
    if (limit && credit.compare(limit) > 0) return { kind: 'term', term, credit, limit }
  }
  const credit = Fraction.sum(lines.map((line) => line.credit))
  return allowance && credit.compare(allowance) > 0
    ? { kind: 'total', credit, limit: allowance }
    : null
}
