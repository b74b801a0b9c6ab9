import type { Work } from '#kernel/database'
import { courseKey } from '../rules/context.ts'

/** A home course that a line of the case, or an earlier decision of the same enrolment, recognises. */
export interface TakenCourse {
  code: string
  /** The line of this case; null where another case has it. */
  line: { position: number; code: string } | null
  number: string
  caseId: string
}

/** The home courses that are recognised in an enrolment, by the case's own lines and by what was decided elsewhere; one query. */
export async function takenCourses(
  work: Work,
  of: { id: string; enrolment_id: string },
): Promise<TakenCourse[]> {
  const rows = await work.read
    .selectFrom('case_home_courses as h')
    .innerJoin('recognition_cases as c', 'c.id', 'h.case_id')
    .innerJoin('case_lines as l', (join) =>
      join.onRef('l.case_id', '=', 'h.case_id').onRef('l.position', '=', 'h.line_position'),
    )
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['h.course_code', 'h.line_position', 't.code', 'c.number', 'c.id'])
    .where('c.enrolment_id', '=', of.enrolment_id)
    .where((eb) => eb.or([eb('c.id', '=', of.id), eb('c.state', '=', 'decided')]))
    .orderBy('c.number')
    .orderBy('h.line_position')
    .execute()
  return rows.map((row) => ({
    code: row.course_code,
    line: row.id === of.id ? { position: row.line_position, code: row.code } : null,
    number: row.number,
    caseId: row.id,
  }))
}

/** Where a home course is recognised already, looked at from a line or a set that begins at it; undefined where it is free. */
export function takenElsewhere(
  taken: readonly TakenCourse[],
  course: string,
  from: { position: number; setPosition: number | null },
): TakenCourse | undefined {
  const own = [from.position, from.setPosition]
  return taken.find(
    ({ code, line }) =>
      courseKey(code) === courseKey(course) && (line === null || !own.includes(line.position)),
  )
}
