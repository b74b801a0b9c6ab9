import type { Call } from '#kernel/http'
import { type LocalText, localised } from '#kernel/values'
import { type Content, type Proposal, Proposals } from '#ui'
import { m } from '../messages/index.ts'
import type { SuggestedCourse } from '../service/suggest-courses.ts'
import { chanceOf, isPrecedent, reasonMessage, shownReasons } from './suggestion-words.ts'
import { credits, titleOf } from './words.ts'

/** Suggested home courses with why, and what a reader may do with each. */
export interface SuggestedCoursesProps {
  call: Pick<Call, 't' | 'language' | 'href'>
  label: string
  lead?: Content
  ready: boolean
  institution: LocalText
  courses: readonly SuggestedCourse[]
  institutions: ReadonlyMap<string, LocalText>
  action?: (suggestion: SuggestedCourse) => Content
}

/** The likeliest home courses, the likeliest first; says so where there is none, or none yet. */
export function SuggestedCourses(props: SuggestedCoursesProps) {
  const { call, ready, courses, label, lead } = props
  const institution = localised(props.institution, call.language).text
  if (!ready) return <p class="quiet">{call.t(m('suggestion.preparing', { institution }))}</p>
  if (courses.length === 0) {
    return <p class="quiet">{call.t(m('suggestion.none', { institution }))}</p>
  }
  return (
    <Proposals
      label={label}
      lead={lead}
      proposals={courses.map((each) => proposalOf(each, props))}
    />
  )
}

function proposalOf(suggestion: SuggestedCourse, props: SuggestedCoursesProps): Proposal {
  const { course, share, reasons } = suggestion
  const { call, institutions, action } = props
  const { t, language, href } = call
  const title = titleOf(course.titles, language)
  const chance = chanceOf(share, reasons)
  const credit = course.credit ? t(credits(course.credit, language)) : t(m('course.no-credit'))
  return {
    id: course.code,
    title: title.text || course.code,
    titleLanguage: title.language,
    href: href(`/recognition/courses/${course.organisationId}/${encodeURIComponent(course.code)}`),
    detail: `${course.code} · ${credit}`,
    chance: { tone: chance.tone, label: t(chance.label) },
    reasons: shownReasons(reasons).flatMap((reason) => {
      const message = reasonMessage(reason, institutions, language)
      if (!message) return []
      const speaks = reason.weight < 0 ? 'against' : isPrecedent(reason) ? 'settles' : 'for'
      return [{ speaks, text: t(message) } as const]
    }),
    action: action?.(suggestion),
  }
}
