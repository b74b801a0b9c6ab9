import type { Call } from '#kernel/http'
import type { SuggestedLines } from '../pages/line-suggestions.tsx'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { approximately } from '../queries/suggestion-models.ts'
import { suggestHomeCourses } from '../service/suggest-courses.ts'
import type { HostCourse } from '../suggestions/learned.ts'

const mostForLine = 3

/** The line of a transcript as a question. */
export function hostCourseOf(line: CaseLine, found: CasePageRow): HostCourse {
  return {
    institution: found.host_organisation_id,
    code: line.code,
    titles: line.titles,
    credit: approximately(line.credit),
  }
}

/** Suggestions for the lines that no equivalence covers and nobody has changed; the same few queries for one and for many. */
export async function suggestedLines(
  call: Pick<Call, 'work'>,
  found: CasePageRow,
  lines: readonly CaseLine[],
): Promise<SuggestedLines> {
  const open = lines.filter(
    (line) => line.changedBy === null && line.engine.homeCourses.length === 0,
  )
  const { ready, lists, institutions } = await suggestHomeCourses(call.work, {
    homeOrganisationId: found.home_organisation_id,
    hosts: open.map((line) => hostCourseOf(line, found)),
    most: mostForLine,
  })
  return { ready, lists: new Map(open.map((line, at) => [line.id, lists[at]!])), institutions }
}
