import { type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { lineChanged } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { takenCourses, takenElsewhere } from '../queries/taken-courses.ts'
import { shareOut } from '../rules/convert-set.ts'
import type { LineEvaluation, RecordedCourse, SetEvaluation, Verdict } from '../rules/types.ts'
import { fromStored, toStored } from '../stored.ts'
import { changedByColleague } from './colleagues-changes.ts'
import { lineFound, refreshTotals } from './standing.ts'
import { moreThanGiven, saidColumns, saidPersonally, takenMessage } from './said.ts'
import { type SpokenReason, spokenOf } from './word-languages.ts'

/** What a person puts in the place of the engine's finding on lines that count together. */
export interface DecideSet extends SpokenReason {
  caseId: string
  /** Any line of the set. */
  lineId: string
  verdict: Exclude<Verdict, 'needs-decision'>
  /** Credit for each home course of the set, in its order; null: what was found. */
  credits: readonly (Fraction | null)[]
  recordedGrade: string | null
  /** Why it is more credit than the conversion gives, where it is. */
  creditReason?: string | null
  seen?: number | null
}

/** Puts an evaluator's word on all lines of a set at once: its home courses together, or none of them. */
export async function decideSet(
  work: Work,
  input: DecideSet,
): Promise<{ caseId: string; position: number } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.evaluate', found))
    return refuse(404, m('refusal.no-case'))
  const meanwhile = await changedByColleague(work, found, input.seen ?? null)
  if (meanwhile) return meanwhile
  const set = await setOf(work, input)
  if (!set) return refuse(409, m('set-word.refusal.gone'))
  if (input.reason.trim() === '')
    return refuse(422, m('refusal.reason'), { reason: m('refusal.reason') })
  const spoken = spokenOf(work, input)
  if ('refusal' in spoken) return spoken
  const courses = await coursesFor(work, found, set, input)
  if ('refusal' in courses) return courses
  const total = Fraction.sum(courses.map(({ recorded }) => recorded))
  const recognised = input.verdict === 'recognised'
  const given = set.evaluation.creditConversion?.credit
  const more = moreThanGiven(input, recognised ? total : null, given)
  if (more && 'refusal' in more) return more
  const said = { reason: input.reason, spoken, more }
  const entry = lineChanged({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {
      line: set.position,
      lines: set.lines.map(({ position }) => position),
      from: set.evaluation.verdict,
      to: input.verdict,
      credit: recognised ? total.toString() : null,
    },
    personal: saidPersonally(said),
  })
  await work.write(entry, async (tx) => {
    for (const { id } of set.lines) await clearWordSets(tx, found.id, id)
    const shares = recognised ? shareOut(total, set.lines.map(weightOf)) : []
    for (const [place, line] of set.lines.entries()) {
      await tx
        .updateTable('case_lines')
        .set({
          verdict: input.verdict,
          home_course_code: null,
          home_course_titles: '{}',
          home_credit: shares[place]?.toString() ?? null,
          recorded_grade: recognised ? input.recordedGrade : null,
          content_share: null,
          ...saidColumns(work, said),
          word_set: set.position,
          word_courses: line.position === set.position ? toStored(courses) : null,
        })
        .where('id', '=', line.id)
        .execute()
    }
    await refreshTotals(tx, found.id)
  })
  return { caseId: found.id, position: set.position }
}

/**
 * Takes a word that was put on several lines at once from all of them: what the engine found stands again. A word on one
 * line, or its restoration, ends it for all.
 */
export async function clearWordSets(tx: Writer, caseId: string, lineId: string): Promise<void> {
  const line = await tx
    .selectFrom('case_lines')
    .select('word_set')
    .where('id', '=', lineId)
    .executeTakeFirst()
  if (line?.word_set == null) return
  const lines = await tx
    .selectFrom('case_lines')
    .select(['id', 'evaluation'])
    .where('case_id', '=', caseId)
    .where('word_set', '=', line.word_set)
    .execute()
  for (const { id, evaluation } of lines) {
    await tx
      .updateTable('case_lines')
      .set({ ...lineFound(fromStored<LineEvaluation>(evaluation)), ...noWord })
      .where('id', '=', id)
      .execute()
  }
}

/** The columns of a line on which nobody has put their word. */
export const noWord = {
  content_share: null,
  changed_by: null,
  changed_at: null,
  change_reason: null,
  change_reason_language: null,
  second_reason: null,
  second_reason_language: null,
  credit_reason: null,
  word_set: null,
  word_courses: null,
}

interface LineOfSet {
  id: string
  position: number
  engine: LineEvaluation
}

interface SetOfCase {
  position: number
  evaluation: SetEvaluation
  lines: LineOfSet[]
}

/** The set that a line counts in, with all its lines; null where it counts alone. */
async function setOf(
  work: Work,
  { caseId, lineId }: Pick<DecideSet, 'caseId' | 'lineId'>,
): Promise<SetOfCase | null> {
  const rows = await work.read
    .selectFrom('case_lines as own')
    .innerJoin('case_sets as s', (join) =>
      join.onRef('s.case_id', '=', 'own.case_id').onRef('s.position', '=', 'own.set_position'),
    )
    .innerJoin('case_lines as l', (join) =>
      join.onRef('l.case_id', '=', 's.case_id').onRef('l.set_position', '=', 's.position'),
    )
    .select(['l.id', 'l.position', 'l.evaluation', 's.position as first', 's.evaluation as set'])
    .where('own.id', '=', lineId)
    .where('own.case_id', '=', caseId)
    .orderBy('l.position')
    .execute()
  const [row] = rows
  if (!row) return null
  return {
    position: row.first,
    evaluation: fromStored<SetEvaluation>(row.set),
    lines: rows.map(({ id, position, evaluation }) => ({
      id,
      position,
      engine: fromStored<LineEvaluation>(evaluation),
    })),
  }
}

const weightOf = ({ engine }: LineOfSet) => engine.creditConversion?.unrounded ?? Fraction.one

async function coursesFor(
  work: Work,
  found: LockedCase,
  { position, evaluation }: SetOfCase,
  { verdict, credits }: DecideSet,
): Promise<RecordedCourse[] | Refusal> {
  if (verdict === 'refused') return []
  const taken = await takenCourses(work, found)
  const courses: RecordedCourse[] = []
  for (const [place, course] of evaluation.homeCourses.entries()) {
    const recorded = credits[place] ?? course.recorded
    const field = `credit.${place}`
    if (recorded.compare(Fraction.zero) <= 0) {
      return refuse(422, m('refusal.credit'), { [field]: m('refusal.credit') })
    }
    const other = takenElsewhere(taken, course.code, { position, setPosition: position })
    if (other) {
      const message = takenMessage(course.code, other)
      return refuse(422, message, { [field]: message })
    }
    courses.push({ ...course, recorded })
  }
  return courses
}
