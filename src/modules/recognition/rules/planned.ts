import type { DateOnly, Fraction } from '#kernel/values'
import type { Reason } from './reasons.ts'
import type { GradeScale, Titles, TranscriptLine } from './types.ts'

/** A course that a student means to take. */
export interface PlannedCourse {
  id: string
  code: string
  titles: Titles
  credit: Fraction | null
}

/**
 * Planned courses as the lines of a transcript that went as well as can be: passed with the best grade, today, all
 * in one term. What the rules find of them is what can be recognised at most.
 */
export function plannedLines(
  courses: readonly PlannedCourse[],
  scale: GradeScale | null,
  today: DateOnly,
): TranscriptLine[] {
  const grade = scale && bestGrade(scale)
  return courses.map(({ id, code, titles, credit }) => ({
    id,
    code,
    title: titles,
    credit,
    creditSchemeId: null,
    hours: null,
    grade,
    status: 'passed',
    completedOn: today,
    term: 'planned',
  }))
}

/** The best grade of a scale as a transcript writes it; null for a scale without grades in an order. */
export function bestGrade(scale: GradeScale): string | null {
  if (scale.kind === 'steps') return scale.grades[0]?.label ?? null
  return (scale.better === 'higher' ? scale.highest : scale.lowest).toDecimal()
}

/** Reasons that tell of the assumed grade alone; a plan says instead which grade is needed. */
const ofTheAssumedGrade = /^reason\.grade\.(met|met-by|converted)/

/** The reasons that hold for a plan. */
export function plannedReasons(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ key }) => !ofTheAssumedGrade.test(key))
}

/** What a student must reach at the host, where the rules ask for a grade: theirs, and the home grade that it stands for. */
export function neededGrade(
  reasons: readonly Reason[],
): { host: string | null; home: string } | null {
  const found = reasons.find(
    ({ key }) => key === 'reason.grade.met' || key === 'reason.grade.met-by',
  )
  if (!found) return null
  const { threshold, required } = found.args
  return {
    host: typeof threshold === 'string' ? threshold : null,
    home: typeof required === 'string' ? required : '',
  }
}
