import type { Call } from '#kernel/http'
import type { LocalText } from '#kernel/values'
import { ButtonLink, Fold } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { SuggestedCourse } from '../service/suggest-courses.ts'
import { type TakenCourse, takenElsewhere } from '../queries/taken-courses.ts'
import { takenBy } from './taken.ts'
import { SuggestedCourses } from './suggested-courses.tsx'
import { titleOf } from './words.ts'

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
  taken: readonly TakenCourse[]
}

/** What a line without a counterpart may stand for; taking one fills the form of the line, and the evaluator says why. */
export function LineSuggestions({ call, found, line, suggested, taken }: LineSuggestionsProps) {
  const courses = suggested?.lists.get(line.id)
  if (!suggested || !courses) return null
  const { t, href, language } = call
  const list = (
    <SuggestedCourses
      call={call}
      label={t(m('suggestion.for-line', { code: line.code }))}
      ready={suggested.ready}
      institution={found.home_names}
      courses={courses}
      institutions={suggested.institutions}
      action={({ course }) => {
        const other = takenElsewhere(taken, course.code, line)
        if (other) return <span class="quiet">{t(takenBy(other))}</span>
        return (
          <ButtonLink
            look="secondary"
            small
            href={href(`/recognition/cases/${found.id}/lines/${line.id}`, {
              suggestion: course.code,
            })}
          >
            {t(m('suggestion.take', { code: course.code }))}
          </ButtonLink>
        )
      }}
    />
  )
  const [first] = courses
  if (!suggested.ready || !first) return list
  const { code } = first.course
  const title = titleOf(first.course.titles, language)
  return (
    <Fold
      summary={
        <>
          {t(m('compact.suggestions', { count: courses.length, code: line.code }))} {code}{' '}
          <span lang={title.language}>{title.text}</span>
        </>
      }
    >
      {list}
    </Fold>
  )
}
