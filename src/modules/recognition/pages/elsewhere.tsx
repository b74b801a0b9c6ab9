import type { Call } from '#kernel/http'
import { localised, type LocalText } from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Field, Form, type Option, Section, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { CourseDetail } from '../queries/courses.ts'
import type { Suggestions } from '../service/suggest-courses.ts'
import { SuggestedCourses } from './suggested-courses.tsx'

/** What a course would be at another institution of the alliance. */
export interface ElsewhereProps {
  call: Pick<Call, 't' | 'language' | 'href' | 'may'>
  course: CourseDetail
  /** Institutions with a current catalogue, but for the course's own. */
  institutions: readonly Option[]
  /** The one chosen, with its suggestions. */
  chosen: { id: string; names: LocalText; suggestions: Suggestions; mayJudge: boolean } | null
}

/** Choosing another institution, and the courses there that this one may stand for. */
export function Elsewhere({ call, course, institutions, chosen }: ElsewhereProps) {
  if (institutions.length === 0) return null
  const { t, language, href } = call
  const path = `/recognition/courses/${course.organisationId}/${encodeURIComponent(course.code)}`
  return (
    <Section title={t(m('suggestion.elsewhere'))} id="elsewhere">
      <Stack gap="normal">
        <Form action={`${href(path)}#elsewhere`} method="get">
          <Field
            kind="select"
            language={language}
            name="at"
            label={t(m('suggestion.at'))}
            value={chosen?.id ?? ''}
            options={institutions}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('suggestion.look'))}</Button>
          </ButtonGroup>
        </Form>
        {chosen && (
          <SuggestedCourses
            call={call}
            label={t(m('suggestion.title'))}
            lead={t(m('suggestion.lead', { institution: localised(chosen.names, language).text }))}
            ready={chosen.suggestions.ready}
            institution={chosen.names}
            courses={chosen.suggestions.lists[0] ?? []}
            institutions={chosen.suggestions.institutions}
            action={
              chosen.mayJudge
                ? (suggestion) => (
                    <ButtonLink
                      look="secondary"
                      small
                      href={href('/recognition/equivalences/new', {
                        host: course.organisationId,
                        home: chosen.id,
                        hostCourse: course.code,
                        homeCourse: suggestion.course.code,
                      })}
                    >
                      {t(m('suggestion.judge', { code: suggestion.course.code }))}
                    </ButtonLink>
                  )
                : undefined
            }
          />
        )}
      </Stack>
    </Section>
  )
}
