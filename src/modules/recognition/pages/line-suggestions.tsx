import type { Call } from '#kernel/http'
import type { LocalText } from '#kernel/values'
import { ButtonLink } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { SuggestedCourse } from '../service/suggest-courses.ts'
import { SuggestedCourses } from './suggested-courses.tsx'

/** Suggestions for the lines of a case that nothing is found for, by the line's id. */
export interface SuggestedLines {
  ready: boolean
  lists: ReadonlyMap<string, readonly SuggestedCourse[]>
  institutions: ReadonlyMap<string, LocalText>
}

interface LineSuggestionsProps {
  call: Pick<Call, 't' | 'language' | 'href'>
  found: CasePageRow
  line: CaseLine
  suggested: SuggestedLines | null
}

/** What a line without a counterpart may stand for; taking one fills the form of the line, and the evaluator says why. */
export function LineSuggestions({ call, found, line, suggested }: LineSuggestionsProps) {
  const courses = suggested?.lists.get(line.id)
  if (!suggested || !courses) return null
  const { t, href } = call
  return (
    <SuggestedCourses
      call={call}
      label={t(m('suggestion.for-line', { code: line.code }))}
      ready={suggested.ready}
      institution={found.home_names}
      courses={courses}
      institutions={suggested.institutions}
      action={({ course }) => (
        <ButtonLink
          look="secondary"
          small
          href={href(`/recognition/cases/${found.id}/lines/${line.id}`, {
            suggestion: course.code,
          })}
        >
          {t(m('suggestion.take', { code: course.code }))}
        </ButtonLink>
      )}
    />
  )
}
