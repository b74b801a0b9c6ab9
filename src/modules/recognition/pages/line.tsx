import type { Call } from '#kernel/http'
import { localised, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { homeCoursesSide } from './case-sets.tsx'
import { Figures, VerdictField } from './word-fields.tsx'
import { creditText, nameOf, reasonsOf, titleOf, verdictMessage, verdictTones } from './words.ts'

/** What the form for one line shows: the line, what was typed, what was wrong. */
export interface LinePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  line: CaseLine
  judges: ReadonlyMap<string, PersonName>
  /** How often the case had been changed when the form was made. */
  seen: number
  values: Record<string, string>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The page on which an evaluator puts their word on a line. */
export function LinePage(props: LinePageProps) {
  const { call, found, line, refusal } = props
  const { t, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('page.line.title', { code: line.code }))}
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('page.line.lead'))}>
          {t(m('page.line.title', { code: line.code }))}
        </Heading>
        <Comparison
          language={language}
          fromLabel={localised(found.host_names, language).text}
          toLabel={localised(found.home_names, language).text}
          rows={[engineRow(props)]}
        />
        <VerdictForm {...props} />
      </Stack>
    </Page>
  )
}

function VerdictForm(props: LinePageProps) {
  const { call, found, line, values, refusal } = props
  const { t, language, href } = call
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/lines/${line.id}`)}
      csrf={call.frame.csrf}
      hidden={{ seen: String(props.seen), suggestion: values['suggestion'] ?? '' }}
    >
      <VerdictField call={call} values={values} refusal={refusal} />
      <Field
        kind="combobox"
        language={language}
        name="homeCourse"
        label={t(m('page.line.home-course'))}
        hint={t(m('page.line.home-course-hint'))}
        value={values['homeCourse']}
        valueLabel={values['homeCourse-text'] ?? values['homeCourse']}
        source={href('/recognition/courses/options', {
          organisation: found.home_organisation_id,
        })}
        error={refusal?.fields['homeCourse'] ?? refusal?.fields['homeCourseCode']}
      />
      <FromSuggestion {...props} />
      <Figures {...props} />
      <ButtonGroup>
        <Button>{t(m('page.line.save'))}</Button>
        <ButtonLink
          look="secondary"
          href={href(`/recognition/cases/${found.id}/lines/${line.id}/content`)}
        >
          {t(m('content.line.title', { code: line.code }))}
        </ButtonLink>
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {t(m('correction.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

/** That a suggestion fills the form, with why it was made; the reason of the verdict is left to whoever gives it. */
function FromSuggestion({ call, values }: LinePageProps) {
  const { t, language } = call
  const code = values['suggestion']
  if (!code) return null
  return (
    <Notice tone="attention" title={t(m('word.from-suggestion', { code }))}>
      <p>{t(m('told.from-suggestion-hint', { code }))}</p>
      {values['suggestionCredit'] && (
        <p>
          {t(
            m('told.suggestion-credit', {
              given: creditText(values['homeCredit'] ?? null, language),
              credit: creditText(values['suggestionCredit'], language),
            }),
          )}
        </p>
      )}
      {values['suggestionWhy'] && (
        <p class="quiet">{t(m('told.suggestion-why', { why: values['suggestionWhy'] }))}</p>
      )}
    </Notice>
  )
}

/** What the rules found of a line, for whoever puts their word beside it. */
export function engineRow({
  call,
  line,
  judges,
}: {
  call: Pick<Call, 't' | 'language'>
  line: CaseLine
  judges: LinePageProps['judges']
}) {
  const { t, language } = call
  const title = titleOf(line.titles, language)
  return {
    id: 'found',
    from: [
      {
        title: title.text,
        titleLanguage: title.language,
        code: line.code,
        credit: creditText(line.credit, language),
        grade: line.grade ?? '–',
      },
    ],
    to: homeCoursesSide(
      line.engine.homeCourses,
      line.engine.recordedGrade,
      language,
      line.engine.verdict,
    ),
    noCounterpart: t(m('page.case.no-counterpart')),
    verdict: {
      tone: verdictTones[line.engine.verdict],
      label: t(verdictMessage(line.engine.verdict)),
    },
    reasons: reasonsOf(line, t, (id) => nameOf(judges, id, language)),
    open: true,
  }
}
