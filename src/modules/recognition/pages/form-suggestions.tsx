import type { Call } from '#kernel/http'
import type { LocalText } from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Field, Form } from '#ui'
import { m } from '../messages/index.ts'
import type { Suggestions } from '../service/suggest-courses.ts'
import { SuggestedCourses } from './suggested-courses.tsx'

/** Suggestions beside the form for a judgement. */
export interface FormSuggestionsProps {
  call: Pick<Call, 't' | 'language' | 'href'>
  host: string
  home: string
  values: Readonly<Record<string, string>>
  /** Those for the host course of the address; null while none is chosen. */
  suggested: { names: LocalText; suggestions: Suggestions } | null
}

const path = '/recognition/equivalences/new'

/** Choosing a host course first, and what it may stand for; a suggestion fills in both courses of the form. */
export function FormSuggestions({ call, host, home, values, suggested }: FormSuggestionsProps) {
  const { t, language, href } = call
  const hostCourse = values['hostCourse'] ?? ''
  return (
    <>
      <Form action={href(path)} method="get" hidden={{ host, home }}>
        <Field
          kind="combobox"
          language={language}
          name="hostCourse"
          id="suggest-for"
          label={t(m('suggestion.host-course'))}
          hint={t(m('suggestion.host-course-hint'))}
          source={href('/recognition/courses/options', { organisation: host })}
          value={hostCourse}
          valueLabel={hostCourse}
          required={false}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('suggestion.look'))}</Button>
        </ButtonGroup>
      </Form>
      {suggested && (
        <SuggestedCourses
          call={call}
          label={t(m('suggestion.for-line', { code: hostCourse }))}
          ready={suggested.suggestions.ready}
          institution={suggested.names}
          courses={suggested.suggestions.lists[0] ?? []}
          institutions={suggested.suggestions.institutions}
          action={({ course }) => (
            <ButtonLink
              look="secondary"
              small
              href={href(path, { host, home, hostCourse, homeCourse: course.code })}
            >
              {t(m('suggestion.choose', { code: course.code }))}
            </ButtonLink>
          )}
        />
      )}
    </>
  )
}
