import type { Work, Writer } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { canonicalJson } from '../rules/input-hash.ts'
import type { Explanations } from '../rules/explain.ts'
import type {
  Evaluation,
  LineEvaluation,
  RecordedCourse,
  SetEvaluation,
  Titles,
  Verdict,
} from '../rules/types.ts'
import { exact, fromStored, toStored } from '../stored.ts'

/** The columns of a line as the engine found it. A set's home courses stand with the set, not on its lines. */
export function lineFound(line: LineEvaluation) {
  const [only, ...others] = line.homeCourses
  const course = others.length === 0 ? only : undefined
  return {
    verdict: line.verdict,
    home_course_code: course?.code ?? null,
    home_course_titles: JSON.stringify(course?.title ?? {}),
    home_credit: line.homeCredit?.toString() ?? null,
    recorded_grade: line.recordedGrade,
  }
}

/** Replaces a case's sets by those of an evaluation; its lines are there already. */
export async function storeSets(
  tx: Writer,
  caseId: string,
  { lines, sets }: Evaluation,
  explanations: Explanations,
): Promise<void> {
  await tx
    .updateTable('case_lines')
    .set({ set_position: null })
    .where('case_id', '=', caseId)
    .where('set_position', 'is not', null)
    .execute()
  await tx.deleteFrom('case_sets').where('case_id', '=', caseId).execute()
  if (sets.length === 0) return
  const places = new Map(lines.map((line, place) => [line.lineId, place]))
  const rows = sets.map((set) => ({
    case_id: caseId,
    position: places.get(set.id)!,
    evaluation: toStored(set),
    explanation: toStored(explanations.sets.get(set.id) ?? []),
  }))
  await tx.insertInto('case_sets').values(rows).execute()
  for (const set of sets) {
    await tx
      .updateTable('case_lines')
      .set({ set_position: places.get(set.id)! })
      .where('case_id', '=', caseId)
      .where('transcript_line_id', 'in', [...set.lineIds])
      .execute()
  }
}

/** Whether an evaluation finds the same of what counts together as the one that the evaluator saw. */
export async function sameSets(
  work: Work,
  caseId: string,
  { sets }: Pick<Evaluation, 'sets'>,
): Promise<boolean> {
  const rows = await work.read
    .selectFrom('case_sets')
    .select('evaluation')
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return (
    rows.length === sets.length &&
    sets.every(
      (set, place) =>
        canonicalJson(JSON.parse(toStored(set))) === canonicalJson(rows[place]!.evaluation),
    )
  )
}

interface StoredLine {
  id: string
  position: number
  verdict: Verdict
  changed_by: string | null
  set_position: number | null
  evaluation: unknown
  home_course_code: string | null
  home_course_titles: Titles
  home_credit: string | null
  recorded_grade: string | null
  /** The first line of those on which a person put one word together; null where the word is this line's own. */
  word_set: number | null
  word_courses: unknown
}

/** A home course that a case recognises, at its line or at the first line of its set. */
interface StandingCourse {
  line_position: number
  position: number
  course_code: string
  titles: string
  credit: string
  recorded_grade: string | null
}

/**
 * Brings up to a case's lines what follows from them: sets that a person's word has broken, the home courses
 * that are recognised, and the case's cached counts and credit. The only place that writes them.
 */
export async function refreshTotals(tx: Writer, caseId: string): Promise<void> {
  const lines = await tx
    .selectFrom('case_lines')
    .select(['id', 'position', 'verdict', 'changed_by', 'set_position', 'evaluation'])
    .select(['home_course_code', 'home_course_titles', 'home_credit', 'recorded_grade'])
    .select(['word_set', 'word_courses'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  const sets = await tx
    .selectFrom('case_sets')
    .select(['position', 'evaluation'])
    .where('case_id', '=', caseId)
    .execute()
  const broken = await settleSets(tx, lines)
  const courses = standingCourses(lines, sets, broken)
  await tx.deleteFrom('case_home_courses').where('case_id', '=', caseId).execute()
  for (let start = 0; start < courses.length; start += 500) {
    const rows = courses.slice(start, start + 500).map((each) => ({ case_id: caseId, ...each }))
    await tx.insertInto('case_home_courses').values(rows).execute()
  }
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length
  await tx
    .updateTable('recognition_cases')
    .set({
      recognised_credit: Fraction.sum(courses.map((each) => exact(each.credit))).toString(),
      lines_recognised: count('recognised'),
      lines_refused: count('refused'),
      lines_open: count('needs-decision'),
    })
    .where('id', '=', caseId)
    .execute()
}

/**
 * A set counts whole or not at all: where a person has put their word on one of its lines, the others wait for
 * a person too; where that word is taken back, the engine's stands on all of them again. Gives the broken sets.
 */
async function settleSets(tx: Writer, lines: StoredLine[]): Promise<Set<number>> {
  const broken = new Set<number>()
  for (const line of lines) {
    if (line.set_position !== null && line.changed_by !== null) broken.add(line.set_position)
  }
  for (const line of lines) {
    if (line.set_position === null || line.changed_by !== null) continue
    const engine = lineFound(fromStored<LineEvaluation>(line.evaluation))
    const open = { verdict: 'needs-decision' as const, home_credit: null }
    const wanted = broken.has(line.set_position) ? { ...engine, ...open } : engine
    if (line.verdict === wanted.verdict && line.home_credit === wanted.home_credit) continue
    line.verdict = wanted.verdict
    line.home_credit = wanted.home_credit
    await tx.updateTable('case_lines').set(wanted).where('id', '=', line.id).execute()
  }
  return broken
}

function standingCourses(
  lines: readonly StoredLine[],
  sets: readonly { position: number; evaluation: unknown }[],
  broken: ReadonlySet<number>,
): StandingCourse[] {
  const alone = lines
    .filter((line) => line.verdict === 'recognised')
    .filter((line) => line.set_position === null || line.changed_by !== null)
    .flatMap((line) =>
      line.changed_by === null
        ? foundCourses(line.position, fromStored<LineEvaluation>(line.evaluation))
        : wordCourse(line),
    )
  const together = sets
    .filter((set) => !broken.has(set.position))
    .map((set) => ({ ...set, found: fromStored<SetEvaluation>(set.evaluation) }))
    .filter(({ found }) => found.verdict === 'recognised')
    .flatMap(({ position, found }) => foundCourses(position, found))
  return [...alone, ...together]
}

function foundCourses(
  line_position: number,
  { homeCourses, recordedGrade }: Pick<LineEvaluation, 'homeCourses' | 'recordedGrade'>,
): StandingCourse[] {
  return homeCourses.map((course, position) => ({
    line_position,
    position,
    course_code: course.code,
    titles: JSON.stringify(course.title),
    credit: course.recorded.toString(),
    recorded_grade: recordedGrade,
  }))
}

/** What a person recognised: one home course on a line, or those of lines together on the first of them. */
function wordCourse(line: StoredLine): StandingCourse[] {
  if (line.word_set !== null) {
    const homeCourses = fromStored<RecordedCourse[]>(line.word_courses ?? [])
    return foundCourses(line.position, { homeCourses, recordedGrade: line.recorded_grade })
  }
  if (line.home_course_code === null) return []
  return [
    {
      line_position: line.position,
      position: 0,
      course_code: line.home_course_code,
      titles: JSON.stringify(line.home_course_titles),
      credit: line.home_credit ?? '0',
      recorded_grade: line.recorded_grade,
    },
  ]
}
