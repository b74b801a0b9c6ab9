import type { Call } from '#kernel/http'
import { displayName, formatDate, formatPercent, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Comparison,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Page,
  Section,
} from '#ui'
import { m } from '../messages/index.ts'
import type { EquivalenceRow } from '../queries/equivalences.ts'
import { ValidPeriod } from './equivalence-form.tsx'
import { creditText, titleOf } from './words.ts'

/** What the page shows to an institution that is asked for the other direction. */
export interface ReversePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** What the other institution has judged. */
  asked: EquivalenceRow
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Judging the other direction of what a partner has judged, or saying no. */
export function ReversePage(props: ReversePageProps) {
  const { call, asked, refusal } = props
  const { t, language } = call
  const partner = localised(asked.homeNames, language).text
  const title = t(m('equivalence.reverse.title', { partner }))
  return (
    <Page
      frame={call.frame}
      title={title}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('equivalence.reverse.lead', { partner }))}>
        {title}
      </Heading>
      <Direction {...props} />
      <Section title={t(m('equivalence.reverse.theirs', { partner }))}>
        <DescriptionList
          items={[
            {
              term: t(m('equivalence.share')),
              value: asked.contentShare
                ? formatPercent(asked.contentShare, language)
                : t(m('equivalence.not-judged')),
            },
            {
              term: t(m('equivalence.judged')),
              value: `${displayName(asked.judgedBy, language)}, ${formatDate(asked.judgedOn, language, 'medium')}`,
            },
            ...(asked.note ? [{ term: t(m('equivalence.note')), value: asked.note }] : []),
          ]}
        />
      </Section>
      <AnswerForm {...props} />
    </Page>
  )
}

/** The courses as this institution would count them: the partner's abroad, its own at home. */
function Direction({ call, asked }: ReversePageProps) {
  const { t, language } = call
  const side = (
    courses: readonly { code: string; titles: EquivalenceRow['homeCourses'][0]['titles'] }[],
  ) =>
    courses.map((course) => {
      const title = titleOf(course.titles, language)
      return {
        title: title.text || course.code,
        ...(title.language ? { titleLanguage: title.language } : {}),
        code: course.code,
        credit: '–',
      }
    })
  return (
    <Comparison
      language={language}
      fromLabel={localised(asked.homeNames, language).text}
      toLabel={localised(asked.hostNames, language).text}
      rows={[
        {
          id: 'courses',
          from: side(asked.homeCourses).map((course, place) => ({
            ...course,
            credit: creditText(asked.homeCourses[place]!.credit, language),
          })),
          to: side(asked.hostCourses),
          verdict: { tone: 'attention', label: t(m('equivalence.reverse.asked')) },
          reasons: [],
        },
      ]}
    />
  )
}

function AnswerForm({ call, asked, values, refusal }: ReversePageProps) {
  const { t, language, href } = call
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form action={href(`/recognition/equivalences/${asked.id}/reverse`)} csrf={call.frame.csrf}>
      <Field
        kind="text"
        language={language}
        name="contentShare"
        label={t(m('equivalence.form.share'))}
        hint={t(m('equivalence.form.share-hint'))}
        required={false}
        value={values['contentShare']}
        error={error('contentShare')}
      />
      <ValidPeriod call={call} values={values} refusal={refusal} />
      <Field
        kind="textarea"
        language={language}
        name="note"
        label={t(m('equivalence.note'))}
        hint={t(m('equivalence.form.note-hint'))}
        rows={3}
        maxlength={2000}
        required={false}
        value={values['note']}
        error={error('note')}
      />
      <ButtonGroup>
        <Button name="answer" value="yes">
          {t(m('equivalence.reverse.accept'))}
        </Button>
        <Button look="quiet" name="answer" value="no" formNoValidate>
          {t(m('equivalence.reverse.decline'))}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
