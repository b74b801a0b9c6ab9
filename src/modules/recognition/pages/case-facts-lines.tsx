import type { Call } from '#kernel/http'
import { formatList, labelled } from '#kernel/values'
import { type Content, Field, FieldSet, PhoneFold, StateTag } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'
import type { CaseFactsProps } from './case-facts-props.ts'
import { papersAsked } from './case-facts-asked.tsx'
import { evidenceName, evidenceOptions, kindName, kindOptions } from './learning-words.ts'
import { titleOf } from './words.ts'

/** What stands for all courses: what is chosen there is chosen for each. */
const all = 'all'

interface Course {
  id: string
  name: Content
  /** What a screen reader calls it. */
  label: string
  /** Its kind and papers as they are stated, as a form sends them. */
  stated: string
  /** What is known of it, in one line. */
  known: string
  /** Papers that the rules ask for and nobody has recorded. */
  asked: string | null
}

/** How each course was learnt and which papers of it have been seen; what rules wait for first, and on a phone folded. */
export function LearntCourses(props: CaseFactsProps) {
  const { call, lines } = props
  const { t } = call
  const courses = lines.map((line) => courseOf(line, call))
  const first = courses.filter(({ asked }) => asked !== null)
  const rest = courses.filter(({ asked }) => asked === null)
  return (
    <FieldSet legend={t(m('fact.learning'))} hint={t(m('case-facts.hint'))}>
      {lines.map((line) => (
        <input key={line.id} type="hidden" name={`was.${line.id}`} value={learningText(line)} />
      ))}
      <div class="learnt-courses">
        {lines.length > 1 && <CourseFields props={props} course={allCourses(call)} />}
        {[...first, ...rest].map((course) => (
          <CourseFields key={course.id} props={props} course={course} />
        ))}
      </div>
    </FieldSet>
  )
}

type Reader = Pick<Call, 't' | 'language'>

function allCourses({ t }: Reader): Course {
  const name = t(m('case-facts.all'))
  return { id: all, name, label: name, stated: '', known: t(m('case-facts.all-hint')), asked: null }
}

function courseOf(line: CaseLine, { t, language }: Reader): Course {
  const title = titleOf(line.titles, language)
  const papers = (line.evidence ?? []).map((evidence) => evidenceName(t, evidence))
  const kind = line.kind ? kindName(t, line.kind) : t(m('correction.status.unsaid'))
  const asked = papersAsked(line).map((evidence) => evidenceName(t, evidence))
  return {
    id: line.id,
    name: (
      <>
        <span lang="">{line.code}</span> <span lang={title.language}>{title.text}</span>
      </>
    ),
    label: `${line.code} ${title.text}`,
    stated: learningText(line).trim(),
    known: [kind, ...(papers.length > 0 ? [formatList(papers, language)] : [])].join(' · '),
    asked:
      asked.length === 0
        ? null
        : labelled(t(m('case-facts.papers-asked')), formatList(asked, language), language),
  }
}

/** A line's kind and papers as a form sends back what it had shown. */
export function learningText({ kind, evidence }: Pick<CaseLine, 'kind' | 'evidence'>): string {
  return [kind ?? '', ...(evidence ?? [])].join(' ')
}

function CourseFields({ props, course }: { props: CaseFactsProps; course: Course }) {
  const { call, values } = props
  const { t, language } = call
  const { id, name, label, known, asked } = course
  const [kind, papers] = [values[`kind.${id}`] ?? '', values[`evidence.${id}`] ?? '']
  const unsaid = m(id === all ? 'case-facts.as-they-are' : 'correction.status.unsaid')
  const head = (
    <>
      <strong>{name}</strong>
      {asked !== null && <StateTag tone="attention">{asked}</StateTag>}
    </>
  )
  return (
    <PhoneFold
      className="learnt-course"
      open={asked !== null || `${kind} ${papers}`.trim() !== course.stated}
      summary={
        <>
          {head}
          <span class="quiet">{known}</span>
        </>
      }
    >
      <div class="learnt-fields">
        <p class="learnt-name">{head}</p>
        <Field
          kind="select"
          language={language}
          name={`kind.${id}`}
          label={heard(t(m('correction.field.kind')), label)}
          called={label}
          value={kind}
          noEmpty
          options={[{ value: '', label: t(unsaid) }, ...kindOptions(t)]}
        />
        <Field
          kind="checkboxes"
          language={language}
          name={`evidence.${id}`}
          label={heard(t(m('correction.field.evidence')), label)}
          called={label}
          value={papers.split(' ').filter(Boolean)}
          inline
          options={evidenceOptions(t)}
        />
      </div>
    </PhoneFold>
  )
}

/** A label with the course that it is of: seen beside it, and heard with it. */
function heard(label: string, course: string): Content {
  return (
    <>
      {label}
      <span class="hidden-visually"> ({course})</span>
    </>
  )
}
