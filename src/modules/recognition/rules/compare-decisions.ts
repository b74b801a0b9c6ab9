import type { Reason } from './reasons.ts'
import { canonicalJson } from './input-hash.ts'
import { toStored } from '../stored.ts'
import type { Titles, Verdict } from './types.ts'

/** A home course that a decision puts on the record, at its line or at the first line of its set. */
export interface DecidedCourse {
  code: string
  titles: Titles
  /** Exact credit in canonical text. */
  credit: string
  grade: string | null
}

/** A line as one decision has it; credit is that of the transcript. */
export interface DecidedLine {
  position: number
  code: string
  titles: Titles
  credit: string | null
  grade: string | null
  verdict: Verdict
  homeCourses: readonly DecidedCourse[]
  /** What a person said, where the word is theirs. */
  word: string | null
  /** What the rules found. */
  reasons: readonly Reason[]
}

/** A line that two decisions on one transcript have differently. */
export interface LineDifference {
  before: DecidedLine
  after: DecidedLine
  /** What the rules say now and did not say before. */
  newReasons: readonly Reason[]
}

/**
 * The lines that come out differently in a later decision on the same transcript: another verdict, other home courses,
 * credit or entry, or another word of a person; and those whose transcript line was corrected meanwhile. Lines are
 * compared by their place, which never changes.
 */
export function differencesOf(
  before: readonly DecidedLine[],
  after: readonly DecidedLine[],
): LineDifference[] {
  const earlier = new Map(before.map((line) => [line.position, line]))
  return after.flatMap((line) => {
    const was = earlier.get(line.position)
    return was && canonicalJson(outcomeOf(was)) !== canonicalJson(outcomeOf(line))
      ? [{ before: was, after: line, newReasons: newReasons(was, line) }]
      : []
  })
}

function outcomeOf({ verdict, homeCourses, word, code, credit, grade }: DecidedLine) {
  const courses = homeCourses.map((course) => [course.code, course.credit, course.grade])
  return { verdict, courses, word, code, credit, grade }
}

function newReasons(before: DecidedLine, after: DecidedLine): Reason[] {
  const said = new Set(before.reasons.map(keyOf))
  return after.reasons.filter((reason) => !said.has(keyOf(reason)))
}

function keyOf(reason: Reason): string {
  return toStored(reason)
}
