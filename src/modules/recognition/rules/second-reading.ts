import type { Fraction } from '#kernel/values'
import { gradeKey } from './grades.ts'

/** What a person reads of one line on an original: its credit, exact, and its grade as written; null where it says nothing. */
export interface LineReading {
  credit: Fraction | null
  grade: string | null
}

/**
 * Whether two people read a line differently. Credit is compared exactly, 3 and 6/2 are the same; a grade as scales are
 * read: full-width and small letters and other minus signs are no difference, a missing grade is one.
 */
export function readDifferently(first: LineReading, second: LineReading): boolean {
  return (
    !isSameCredit(first.credit, second.credit) ||
    gradeKey(first.grade ?? '') !== gradeKey(second.grade ?? '')
  )
}

function isSameCredit(first: Fraction | null, second: Fraction | null): boolean {
  return first === null || second === null ? first === second : first.equals(second)
}
