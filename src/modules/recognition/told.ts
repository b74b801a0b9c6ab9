import { personOf, type Work } from '#kernel/database'
import type { CaseLine, CasePageRow } from './queries/cases.ts'
import { asToldTo, isFinal } from './rules/settings.ts'

/** Whether the reader is the student, who is not told yet what was found. */
export function isUntold(work: Pick<Work, 'actor' | 'now'>, found: CasePageRow): boolean {
  return personOf(work.actor) === found.person_id && !isFinal(found, work.now)
}

/** A case with its lines as its reader may know them: to the student what was found is told with the decision. */
export function asToldToReader(
  work: Pick<Work, 'actor' | 'now'>,
  found: CasePageRow,
  lines: readonly CaseLine[],
): { found: CasePageRow; lines: readonly CaseLine[] } {
  if (!isUntold(work, found)) return { found, lines }
  return { found: asToldTo(found, work.now), lines: lines.map(asGiven) }
}

/** A line as the transcript says it, without what rules or people have found of it. */
export function asGiven(line: CaseLine): CaseLine {
  return {
    ...line,
    engine: {
      lineId: line.engine.lineId,
      setId: null,
      verdict: 'needs-decision',
      equivalenceId: null,
      homeCourses: [],
      homeCredit: null,
      creditConversion: null,
      recordedGrade: null,
      gradeConversion: null,
      reasons: [],
    },
    setPosition: null,
    wordSet: null,
    wordCourses: null,
    set: null,
    whatIfs: [],
    verdict: 'needs-decision',
    homeCourseCode: null,
    homeCourseTitles: {},
    homeCredit: null,
    recordedGrade: null,
    contentShare: null,
    changedBy: null,
    changedAt: null,
    changeReason: null,
    reasonLanguage: null,
    secondReason: null,
    creditReason: null,
    corrections: [],
  }
}
