import type { AcademicYearId } from '#kernel/values'
import { academicYearParts } from '#kernel/values'
import { type Condition, type ConditionKind, isOfStudents, pairsOf } from './conditions.ts'

/** For whom seats are asked: a pair of partners in one academic year, perhaps at a level and in a field. */
export interface QuotaQuestion {
  sending: string
  receiving: string
  year: AcademicYearId
  kind?: ConditionKind | undefined
  /** An EQF level; a condition that names none is for all. */
  level?: number | undefined
  /** An ISCED-F code of four digits; a condition that names none is for all. */
  field?: string | undefined
}

/** Whether a condition gives seats to those who are asked about. A level or a field that it names narrows it. */
export function answersQuestion(
  condition: Condition,
  partnerIds: readonly string[],
  question: QuotaQuestion,
): boolean {
  const { kind, level, field, sending, receiving } = question
  if (kind !== undefined && condition.kind !== kind) return false
  if (!isInForce(condition, question.year)) return false
  const isForPair = pairsOf(condition, partnerIds).some(
    (pair) => pair.sending === sending && pair.receiving === receiving,
  )
  if (!isForPair) return false
  if (level !== undefined && isOfStudents(condition.kind) && condition.levels.length > 0) {
    if (!condition.levels.includes(level)) return false
  }
  return (
    field === undefined ||
    condition.fields.length === 0 ||
    condition.fields.some(({ code }) => covers(code, field))
  )
}

/** ISCED-F codes that end in zeros stand for the whole narrow or broad field above them. */
function covers(code: string, field: string): boolean {
  const stem = code.replace(/0{1,3}$/, '')
  return code === field || (stem.length < 4 && field.startsWith(stem))
}

/** Whether an agreement was ended before an academic year; years are compared by when they begin. Null was not ended. */
export function isEndedBefore(year: AcademicYearId, lastYear: AcademicYearId | null): boolean {
  return lastYear !== null && academicYearParts(year)[0] > academicYearParts(lastYear)[0]
}

/** Whether a condition runs in an academic year; years are compared by when they begin. */
export function isInForce(
  { firstYear, lastYear }: Pick<Condition, 'firstYear' | 'lastYear'>,
  year: AcademicYearId,
): boolean {
  const [begins] = academicYearParts(year)
  return begins >= academicYearParts(firstYear)[0] && begins <= academicYearParts(lastYear)[0]
}
