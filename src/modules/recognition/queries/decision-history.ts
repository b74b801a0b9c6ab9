import type { Work } from '#kernel/database'
import { Fraction, type LocalText, type PersonName } from '#kernel/values'
import type { DecidedCourse, DecidedLine } from '../rules/compare-decisions.ts'
import type {
  EvaluationInput,
  LineEvaluation,
  RecognitionRuleSet,
  SetEvaluation,
  Titles,
  Verdict,
} from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** A decision of a case that was not taken back, with everything that it holds. */
export interface PastRevision {
  id: string
  revision: number
  decidedAt: Date
  decider: PersonName
  releasedAt: Date | null
  credit: string
  ruleName: LocalText
  ruleVersion: number
  documentSha256: string
  lines: DecidedLine[]
  /** Why it was looked at again after this decision, by whom and when. */
  reopened: { reasons: string; by: PersonName; at: Date; appealId: string | null } | null
}

/** The decisions of a case that stand or stood, the earliest first. One query. */
export async function revisionsOf(work: Work, caseId: string): Promise<PastRevision[]> {
  const rows = await work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('persons as p', 'p.id', 'd.decided_by')
    .innerJoin('recognition_rule_sets as r', (join) =>
      join.onRef('r.id', '=', 'd.rule_set_id').onRef('r.version', '=', 'd.rule_set_version'),
    )
    .leftJoin('decision_retractions as k', 'k.decision_id', 'd.id')
    .leftJoin('decision_revisions as v', 'v.decision_id', 'd.id')
    .leftJoin('persons as opener', 'opener.id', 'v.opened_by')
    .select(['d.id', 'd.revision', 'd.decided_at', 'd.released_at', 'd.recognised_credit'])
    .select(['d.document', 'd.document_sha256', 'd.rule_set_version', 'r.definition'])
    .select(['p.name as decider', 'v.reasons', 'v.opened_at', 'v.appeal_id'])
    .select('opener.name as opener')
    .where('d.case_id', '=', caseId)
    .where('k.decision_id', 'is', null)
    .orderBy('d.revision')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    decidedAt: row.decided_at,
    decider: row.decider,
    releasedAt: row.released_at,
    credit: row.recognised_credit,
    ruleName: fromStored<RecognitionRuleSet>(row.definition).name,
    ruleVersion: row.rule_set_version,
    documentSha256: row.document_sha256,
    lines: linesOfDocument(row.document),
    reopened:
      row.opened_at === null || row.opener === null
        ? null
        : {
            reasons: row.reasons ?? '',
            by: row.opener,
            at: row.opened_at,
            appealId: row.appeal_id,
          },
  }))
}

/** Whether a final decision of a case was opened again. */
export async function wasFinal(work: Work, caseId: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('decision_revisions')
    .select('decision_id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

interface StoredLine {
  position: number
  verdict: Verdict
  change_reason: string | null
  set_position: number | null
  /** Documents of earlier decisions do not name it. */
  word_set?: number | null
  /** Read back, exact. */
  evaluation: LineEvaluation
}

interface StoredCourse {
  line_position: number
  course_code: string
  titles: Titles
  credit: string
  recorded_grade: string | null
}

/** The lines of a decision as its document holds them. */
export function linesOfDocument(document: unknown): DecidedLine[] {
  const { input, lines, sets, homeCourses } = fromStored<{
    input: EvaluationInput
    lines: StoredLine[]
    sets: SetEvaluation[]
    homeCourses: StoredCourse[]
  }>(document)
  return lines.map((line) => {
    const of = input.lines[line.position]!
    return {
      position: line.position,
      code: of.code,
      titles: of.title,
      credit: of.credit === null ? null : String(of.credit),
      grade: of.grade,
      ...standing(line, homeCourses, sets),
    }
  })
}

/** The lines of a case as they stand now, in the shape in which decisions are compared. Three queries. */
export async function standingLines(work: Work, caseId: string): Promise<DecidedLine[]> {
  const lines = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.position', 'l.verdict', 'l.change_reason', 'l.set_position', 'l.evaluation'])
    .select('l.word_set')
    .select(['t.code', 't.titles', 't.credit', 't.grade'])
    .where('l.case_id', '=', caseId)
    .orderBy('l.position')
    .execute()
  const courses = await work.read
    .selectFrom('case_home_courses')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  const sets = await work.read
    .selectFrom('case_sets')
    .select('evaluation')
    .where('case_id', '=', caseId)
    .execute()
  const found = sets.map(({ evaluation }) => fromStored<SetEvaluation>(evaluation))
  return lines.map((line) => ({
    position: line.position,
    code: line.code,
    titles: line.titles,
    credit: line.credit,
    grade: line.grade,
    ...standing(
      { ...line, evaluation: fromStored<LineEvaluation>(line.evaluation) },
      courses,
      found,
    ),
  }))
}

function standing(
  line: StoredLine,
  courses: readonly StoredCourse[],
  sets: readonly SetEvaluation[],
): Pick<DecidedLine, 'verdict' | 'homeCourses' | 'word' | 'reasons'> {
  const at = line.word_set ?? line.set_position ?? line.position
  const homeCourses: DecidedCourse[] = courses
    .filter((course) => course.line_position === at)
    .map(({ course_code: code, titles, credit, recorded_grade: grade }) => ({
      code,
      titles,
      credit: Fraction.parse(String(credit))?.toString() ?? String(credit),
      grade,
    }))
  const { evaluation: engine } = line
  const set = sets.find(({ lineIds }) => lineIds.includes(engine.lineId))
  return {
    verdict: line.verdict,
    homeCourses,
    word: line.change_reason,
    reasons: [...engine.reasons, ...(set?.reasons ?? [])],
  }
}
