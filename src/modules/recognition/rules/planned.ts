import {
  academicYearFormIn,
  academicYearOf,
  type DateOnly,
  type Fraction,
  shiftAcademicYear,
} from '#kernel/values'
import { type EvidenceKind, evidenceKinds, type LearningKind } from './learning.ts'
import type { Reason } from './reasons.ts'
import type { GradeScale, TeachingHours, Titles, TranscriptLine } from './types.ts'

/** A course that a student means to take. */
export interface PlannedCourse {
  id: string
  code: string
  titles: Titles
  credit: Fraction | null
  /** Its class hours as the host's catalogue has them; absent or null: as its scheme reckons. */
  hours?: TeachingHours | null
  /** How it would be learnt; absent or null: taught in class during a term. */
  kind?: LearningKind | null
  /** In which term, as '2026/2027-1'; absent or null: not said, and all such are in one. */
  term?: string | null
}

/**
 * Planned courses as the lines of a transcript that went as well as can be: passed with the best grade, today, each in its
 * term, or all in one where none is said, with every paper that is asked for. What the rules find of them is what can be recognised at most.
 */
export function plannedLines(
  courses: readonly PlannedCourse[],
  scale: GradeScale | null,
  today: DateOnly,
): TranscriptLine[] {
  const grade = scale && bestGrade(scale)
  return courses.map(({ id, code, titles, credit, hours, kind, term }) => ({
    id,
    code,
    title: titles,
    credit,
    creditSchemeId: null,
    hours: hours ?? null,
    grade,
    status: 'passed',
    completedOn: today,
    term: term ?? 'planned',
    ...(kind ? { kind } : {}),
    evidence: evidenceKinds,
  }))
}

/** The best grade of a scale as a transcript writes it; null for a scale without grades in an order. */
export function bestGrade(scale: GradeScale): string | null {
  if (scale.kind === 'steps') return scale.grades[0]?.label ?? null
  return (scale.better === 'higher' ? scale.highest : scale.lowest).toDecimal()
}

/** Reasons that tell of what is assumed alone; a plan says instead which grade and which papers are needed. */
const ofWhatIsAssumed = /^reason\.(grade\.(met|met-by|converted)|kind\.evidence-seen)/

/** The reasons that hold for a plan: there is no transcript yet that could state hours. */
export function plannedReasons(reasons: readonly Reason[]): Reason[] {
  return reasons
    .filter(({ key }) => !ofWhatIsAssumed.test(key))
    .map((each) =>
      each.key === 'reason.credit.hours-from-scheme'
        ? { ...each, key: 'reason.credit.hours-planned' }
        : each,
    )
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

/** The papers that the rules ask for of what was learnt so, to be brought home. */
export function neededPapers(reasons: readonly Reason[]): EvidenceKind[] {
  const asked = new Set(
    reasons.flatMap(({ key, args }) => (key === 'reason.kind.evidence-seen' ? args.evidence : [])),
  )
  return evidenceKinds.filter((each) => asked.has(each))
}

/** Terms of two academic years, as plans name them: that of a day and the next, two terms each. */
export function plannableTerms(today: DateOnly, country: string): string[] {
  const form = academicYearFormIn(country)
  const first = academicYearOf(today, { ...form, id: 'two-years' })
  return [first, shiftAcademicYear(first, 1)].flatMap((year) => [`${year}-1`, `${year}-2`])
}
