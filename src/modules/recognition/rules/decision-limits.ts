import { Fraction } from '#kernel/values'
import { courseKey } from './context.ts'
import type { LearningKind } from './learning.ts'
import { partLimits } from './limits.ts'
import type { Reason } from './reasons.ts'

/** What a decision is about to recognise, whoever found so. */
export interface Recognised {
  /** Codes of the home courses. */
  homeCourses: readonly string[]
  /** The lines' credit, of a set each line's share of it. */
  lines: readonly { credit: Fraction; term: string | null; kind?: LearningKind | undefined }[]
}

/** The first limit that the lines of a decision do not keep. */
export type BrokenLimit =
  | { kind: 'course-twice'; course: string }
  | { kind: 'term'; term: string; credit: Fraction; limit: Fraction }
  | { kind: 'total'; credit: Fraction; limit: Fraction }
  | { kind: 'part'; reason: Reason }

/**
 * Whether a decision keeps the limits that hold over all lines: a home course counts once in a degree
 * programme, a term brings at most the term's cap, each part stays within its limit and the whole within
 * the allowance. The engine
 * keeps them itself; this asks it of lines on which a person has put their word. Null when all are kept.
 */
export function brokenLimit(
  { homeCourses, lines }: Recognised,
  input: Parameters<typeof partLimits>[0],
  allowance: Fraction | null,
): BrokenLimit | null {
  const { alreadyRecognised, ruleSet } = input
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
  for (const part of partLimits(input)) {
    const used = Fraction.sum(lines.filter(part.holds).map((line) => line.credit))
    const over = used.subtract(part.left)
    if (over.compare(Fraction.zero) > 0) return { kind: 'part', reason: part.reason(over) }
  }
  const credit = Fraction.sum(lines.map((line) => line.credit))
  return allowance && credit.compare(allowance) > 0
    ? { kind: 'total', credit, limit: allowance }
    : null
}
