import type { Call } from '#kernel/http'
import { dateInZone, formatDate, formatNumber, localised } from '#kernel/values'
import { ButtonLink, DescriptionList, ObjectStrip, Page, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { CourseDetail, StoredHours } from '../queries/courses.ts'
import type { EquivalenceRow } from '../queries/equivalences.ts'
import { Elsewhere, type ElsewhereProps } from './elsewhere.tsx'
import { EquivalenceTable } from './equivalence-table.tsx'
import { creditText, titleOf } from './words.ts'

/** What the page of one course shows. */
export interface CoursePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>
  course: CourseDetail
  /** Null where the reader may not see any. */
  equivalences: readonly EquivalenceRow[] | null
  elsewhere: ElsewhereProps
}

/** One course as its catalogue has it, and the equivalences that name it. */
export function CoursePage({ call, course, equivalences, elsewhere }: CoursePageProps) {
  const { t, language, href } = call
  const title = titleOf(course.titles, language)
  const institution = localised(course.organisationNames, language).text
  return (
    <Page
      frame={call.frame}
      title={`${course.code} ${title.text}`}
      trail={[
        { href: href('/recognition/courses'), label: t(m('course.title')) },
        {
          href: href('/recognition/courses', { organisation: course.organisationId }),
          label: institution,
        },
      ]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('course.kind', { institution }))}
        title={<span lang={title.language}>{title.text || course.code}</span>}
        detail={course.code}
        state={{ tone: 'done', label: t(m('course.in-catalogue')) }}
      />
      <DescriptionList columns items={factsOf(call, course)} />
      {equivalences && (
        <Section
          title={t(m('course.equivalences'))}
          id="equivalences"
          actions={
            call.may('recognition.equivalence.edit') && (
              <ButtonLink href={href('/recognition/equivalences/new')} look="secondary" icon="plus">
                {t(m('course.judge'))}
              </ButtonLink>
            )
          }
        >
          {equivalences.length === 0 ? (
            <p class="quiet">{t(m('course.no-equivalences'))}</p>
          ) : (
            <EquivalenceTable call={call} equivalences={equivalences} />
          )}
        </Section>
      )}
      <Elsewhere {...elsewhere} />
    </Page>
  )
}

function factsOf(call: CoursePageProps['call'], course: CourseDetail) {
  const { t, language } = call
  const shown = titleOf(course.titles, language).text
  const others = Object.entries(course.titles).filter(([, text]) => text && text !== shown)
  const description = localised(course.descriptions, language)
  const published = course.publishedAt && dateInZone(course.publishedAt, call.timeZone)
  const facts = [
    {
      term: t(m('course.credit')),
      value: course.credit ? creditText(course.credit, language) : t(m('course.no-credit')),
    },
    { term: t(m('course.hours')), value: hoursText(call, course.hours, 'parts') },
    { term: t(m('course.split')), value: hoursText(call, course.hours, 'split') },
    { term: t(m('course.unit')), value: course.unitName && <span lang="">{course.unitName}</span> },
    { term: t(m('course.level')), value: course.level },
    { term: t(m('course.taught-in')), value: course.languageOfInstruction },
    {
      term: t(m('catalogue.state.published')),
      value: published && formatDate(published, language, 'medium'),
    },
    {
      term: t(m('course.other-titles')),
      value:
        others.length > 0 &&
        others.map(([tag, text]) => (
          <p key={tag} lang={tag === 'und' ? undefined : tag}>
            {text}
          </p>
        )),
    },
    {
      term: t(m('course.description')),
      value: description.text && <span lang={description.language}>{description.text}</span>,
    },
  ]
  return facts.filter((fact) => fact.value)
}

function hoursText(
  { t, language }: CoursePageProps['call'],
  hours: StoredHours | null,
  which: 'parts' | 'split',
): string | null {
  if (!hours || hours[which].length === 0) return null
  const parts = hours[which].map((part) => {
    const kind = part.unit === 'credit' ? 'credit' : hours.basis
    const amount = formatNumber(part.amount, language, 2)
    return t(m(`course.part.${kind}`, { label: kindText(t, part.label), amount }))
  })
  const whole = hours.wholeYear && which === 'parts' ? [t(m('course.whole-year'))] : []
  return [...parts, ...whole].join(' · ')
}

/** The kinds that stand in '3(2-2-5)' have words of ours; what a school calls its own is left as it is. */
function kindText(t: Call['t'], label: string): string {
  return label === 'lecture' || label === 'practice' || label === 'self-study'
    ? t(m(`course.teaching.${label}`))
    : label
}
