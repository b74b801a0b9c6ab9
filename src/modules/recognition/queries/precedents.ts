import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, dateInZone, type PersonName } from '#kernel/values'
import { courseKey } from '../rules/context.ts'
import { keyOf } from './home-course.ts'

/** What an evaluator put their word on in an earlier case, about the same course of the same host. */
export interface Precedent {
  caseNumber: string
  verdict: 'recognised' | 'refused'
  homeCourse: string | null
  homeCredit: string | null
  recordedGrade: string | null
  reason: string
  decidedBy: PersonName
  decidedOn: DateOnly
}

/** Precedents by the key of the course, the latest first. */
export type Precedents = ReadonlyMap<string, readonly Precedent[]>

/** How many earlier words on one course are shown. */
const mostOfOne = 2

/**
 * What evaluators of the home institution have decided of courses in other cases, where no equivalence decided it:
 * with who decided and when, but not whose case it was. One query, however many courses.
 */
export async function precedentsFor(
  work: Work,
  found: { id: string; home_organisation_id: string; host_organisation_id: string },
  codes: readonly string[],
): Promise<Precedents> {
  const keys = [...new Set(codes.map(courseKey))]
  const rows = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('case_lines as l', 'l.case_id', 'c.id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .innerJoin('persons as p', 'p.id', 'c.decided_by')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .select([
      't.code',
      'c.number',
      'c.decided_at',
      'l.verdict',
      'l.home_course_code',
      'l.home_credit',
      'l.recorded_grade',
      'l.change_reason',
      'p.name',
      'o.time_zone',
      sql<number>`row_number() over (partition by ${keyOf('t.code')} order by c.decided_at desc, c.id)::int`.as(
        'place',
      ),
    ])
    .where('c.home_organisation_id', '=', found.home_organisation_id)
    .where('c.host_organisation_id', '=', found.host_organisation_id)
    .where('c.state', '=', 'decided')
    // A decision that can still be taken back is no precedent yet.
    .where((where) =>
      where.or([where('c.released_at', 'is', null), where('c.released_at', '<=', work.now)]),
    )
    .where('c.id', '<>', found.id)
    .where('l.changed_by', 'is not', null)
    .where('l.verdict', '<>', 'needs-decision')
    .where(keyOf('t.code'), 'in', keys.length > 0 ? keys : [''])
    .orderBy('place')
    .execute()
  const precedents = new Map<string, Precedent[]>()
  for (const row of rows) {
    const key = courseKey(row.code)
    const known = precedents.get(key) ?? []
    if (known.length >= mostOfOne) continue
    precedents.set(key, [
      ...known,
      {
        caseNumber: row.number,
        verdict: row.verdict === 'recognised' ? 'recognised' : 'refused',
        homeCourse: row.home_course_code,
        homeCredit: row.home_credit,
        recordedGrade: row.recorded_grade,
        reason: row.change_reason ?? '',
        decidedBy: row.name,
        decidedOn: dateInZone(row.decided_at!, row.time_zone),
      },
    ])
  }
  return precedents
}
