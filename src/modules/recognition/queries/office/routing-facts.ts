import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import { courseKey } from '../../rules/context.ts'
import type { RoutedLine, RoutingUnits } from '../../rules/office/routing.ts'
import type { Finding } from '../../rules/types.ts'
import { fromStored } from '../../stored.ts'
import { keyOf } from '../home-course.ts'

/** The units of an institution with those who evaluate there on a day; a role limited to another programme does not count. */
export async function routingUnits(
  work: Work,
  {
    organisationId,
    programmeId,
    today,
  }: { organisationId: string; programmeId: string | null; today: DateOnly },
): Promise<RoutingUnits> {
  const rows = await work.read
    .selectFrom('units as u')
    .select(['u.id', 'u.parent_id'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('appointments as a')
            .select('a.id')
            .whereRef('a.unit_id', '=', 'u.id')
            .where('a.role', '=', 'evaluator')
            .where('a.object_id', 'is', null)
            .where('a.starts_on', '<=', today)
            .where((or) => or.or([or('a.ends_on', 'is', null), or('a.ends_on', '>=', today)]))
            .where((or) =>
              or.or([
                or('a.degree_programme_id', 'is', null),
                or('a.degree_programme_id', '=', programmeId),
              ]),
            ),
        )
        .as('is_staffed'),
    )
    .where('u.organisation_id', '=', organisationId)
    .where('u.closed_on', 'is', null)
    .execute()
  return {
    parents: new Map(rows.map((row) => [row.id, row.parent_id])),
    staffed: new Set(rows.filter((row) => row.is_staffed).map((row) => row.id)),
  }
}

/** The lines of a case with the units of the home courses that the engine found for them, as the catalogue is now. */
export async function routedLines(
  work: Work,
  caseId: string,
  organisationId: string,
): Promise<RoutedLine[]> {
  const rows = await work.read
    .selectFrom('case_lines as l')
    .leftJoin('case_sets as s', (join) =>
      join.onRef('s.case_id', '=', 'l.case_id').onRef('s.position', '=', 'l.set_position'),
    )
    .select(['l.verdict', 'l.evaluation', 's.evaluation as set_evaluation'])
    .where('l.case_id', '=', caseId)
    .orderBy('l.position')
    .execute()
  const lines = rows.map((row) => ({
    verdict: row.verdict,
    codes: [row.evaluation, row.set_evaluation].flatMap((stored) =>
      stored === null ? [] : fromStored<Finding>(stored).homeCourses.map(({ code }) => code),
    ),
  }))
  const units = await unitsOfCourses(
    work,
    organisationId,
    lines.flatMap((line) => line.codes),
  )
  return lines.map(({ verdict, codes }) => ({
    verdict,
    unitId: codes.map((code) => units.get(courseKey(code)) ?? null).find(Boolean) ?? null,
  }))
}

async function unitsOfCourses(
  work: Work,
  organisationId: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const keys = [...new Set(codes.map(courseKey))]
  if (keys.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('courses as k')
    .innerJoin('current_catalogues as now', 'now.catalogue_id', 'k.catalogue_id')
    .select(['k.code', 'k.unit_id'])
    .where('now.organisation_id', '=', organisationId)
    .where('k.unit_id', 'is not', null)
    .where(sql<boolean>`${keyOf('k.code')} = any(${keys})`)
    .execute()
  return new Map(rows.map((row) => [courseKey(row.code), row.unit_id!]))
}

/** The unit of a degree programme; null where it has none. */
export async function unitOfProgramme(work: Work, programmeId: string): Promise<string | null> {
  const row = await work.read
    .selectFrom('degree_programmes')
    .select('unit_id')
    .where('id', '=', programmeId)
    .executeTakeFirst()
  return row?.unit_id ?? null
}
