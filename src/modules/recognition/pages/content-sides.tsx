import type { Call } from '#kernel/http'
import { formatNumber, type Language } from '#kernel/values'
import { Columns, Section, Typed } from '#ui'
import type { TopicUnit } from '../formats/topics.ts'
import { m } from '../messages/index.ts'
import type { NamedCourse } from '../queries/content.ts'
import type { Topic } from '../rules/content-share.ts'
import { titleOf } from './words.ts'

interface SidesProps {
  call: Pick<Call, 't' | 'language'>
  homeName: string
  hostName: string
  home: { courses: readonly NamedCourse[]; topics: readonly Topic[] }
  host: { courses: readonly NamedCourse[]; topics: readonly Topic[] }
}

/** Both syllabi beside each other, as they were handed in: the home course on the left. */
export function SyllabusSides({ call, homeName, hostName, home, host }: SidesProps) {
  return (
    <Columns>
      <Syllabus call={call} of={homeName} side={home} id="home-syllabus" />
      <Syllabus call={call} of={hostName} side={host} id="host-syllabus" />
    </Columns>
  )
}

function Syllabus({
  call,
  of,
  side,
  id,
}: {
  call: SidesProps['call']
  of: string
  side: SidesProps['home']
  id: string
}) {
  return (
    <Section title={of} level={2} id={id}>
      <CourseNames call={call} courses={side.courses} />
      <ol class="topics">
        {side.topics.map((topic, index) => (
          <li key={index}>
            <Typed>{topic.text}</Typed>
            {topic.weight && (
              <span class="quiet"> · {formatNumber(topic.weight, call.language, 2)}</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Courses by code and title, each on its line. */
export function CourseNames({
  call,
  courses,
}: {
  call: Pick<Call, 'language'>
  courses: readonly NamedCourse[]
}) {
  return (
    <>
      {courses.map(({ code, titles }) => {
        const title = titleOf(titles, call.language)
        return (
          <p key={code}>
            <strong>{code}</strong> <span lang={title.language}>{title.text}</span>
          </p>
        )
      })}
    </>
  )
}

/** Courses in one line, joined by a plus: code and title of each, the title with its language. */
export function CoursesInLine({
  courses,
  language,
}: {
  courses: readonly NamedCourse[]
  language: Language
}) {
  return (
    <>
      {courses.map(({ code, titles }, place) => {
        const title = titleOf(titles, language)
        return (
          <span key={code}>
            {place > 0 && ' + '}
            {code} <span lang={title.language}>{title.text}</span>
          </span>
        )
      })}
    </>
  )
}

/** A weight in the words of its unit. */
export function unitWords(unit: TopicUnit | null) {
  if (unit === null) return m('content.unit.equal')
  return unit === 'hours' ? m('content.unit.hours') : m('content.unit.percent')
}
