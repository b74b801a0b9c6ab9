import type { Call } from '#kernel/http'
import { languages, localised, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  languageNames,
  Notice,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { homeCoursesSide } from './case-sets.tsx'
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
  const field = { language }
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/lines/${line.id}`)}
      csrf={call.frame.csrf}
      hidden={{ seen: String(props.seen), suggestion: values['suggestion'] ?? '' }}
    >
      <Field
        {...field}
        kind="radio"
        name="verdict"
        inline
        label={t(m('page.line.verdict'))}
        value={values['verdict']}
        error={error('verdict')}
        options={(['recognised', 'refused'] as const).map((verdict) => ({
          value: verdict,
          label: t(verdictMessage(verdict)),
        }))}
      />
      <Field
        {...field}
        kind="combobox"
        name="homeCourse"
        label={t(m('page.line.home-course'))}
        hint={t(m('page.line.home-course-hint'))}
        value={values['homeCourse']}
        valueLabel={values['homeCourse-text'] ?? values['homeCourse']}
        source={href('/recognition/courses/options', {
          organisation: found.home_organisation_id,
        })}
        error={error('homeCourse') ?? error('homeCourseCode')}
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
          {`${found.number}`}
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

interface FiguresProps {
  call: Pick<Call, 't' | 'language'>
  line: { engine: Pick<CaseLine['engine'], 'creditConversion'> }
  values: Readonly<Record<string, string>>
  refusal: LinePageProps['refusal']
}

/** Credit, entry, share and reason of a person's word on a line. */
export function Figures(props: FiguresProps) {
  const { call, values, refusal } = props
  const { t, language } = call
  const field = { language }
  const error = (name: string) => refusal?.fields[name]
  return (
    <>
      <Field
        {...field}
        kind="text"
        name="homeCredit"
        width="short"
        inputmode="decimal"
        label={t(m('page.line.home-credit'))}
        hint={t(m('page.line.home-credit-hint'))}
        value={values['homeCredit']}
        error={error('homeCredit')}
      />
      <CreditReason {...props} />
      <Field
        {...field}
        kind="text"
        name="recordedGrade"
        width="short"
        label={t(m('page.line.recorded'))}
        value={values['recordedGrade']}
        maxlength={12}
        error={error('recordedGrade')}
      />
      <Field
        {...field}
        kind="text"
        name="contentShare"
        width="short"
        label={t(m('page.line.share'))}
        hint={t(m('page.line.share-hint'))}
        value={values['contentShare']}
        error={error('contentShare')}
      />
      <ReasonFields {...props} />
    </>
  )
}

/** Why, in which language, and the same in a second one. */
export function ReasonFields(props: Omit<FiguresProps, 'line'>) {
  const { call, values, refusal } = props
  const { t, language } = call
  return (
    <>
      <Field
        language={language}
        kind="textarea"
        name="reason"
        rows={3}
        maxlength={1000}
        required
        label={t(m('page.line.reason'))}
        hint={t(m('page.line.reason-hint'))}
        value={values['reason']}
        error={refusal?.fields['reason']}
      />
      {'reasonLanguage' in values && <ReasonLanguages {...props} />}
    </>
  )
}

/** In which language the reason is, and the same in a second one: a statement in two languages has two readers. */
function ReasonLanguages({ call, values, refusal }: Omit<FiguresProps, 'line'>) {
  const { t, language } = call
  const options = languages.map((each) => ({ value: each, label: languageNames[each] }))
  const choice = (name: 'reasonLanguage' | 'secondLanguage', label: string) => (
    <Field
      kind="select"
      language={language}
      name={name}
      width="short"
      label={label}
      value={values[name]}
      options={options}
      noEmpty
    />
  )
  const error = refusal?.fields['secondReason']
  return (
    <>
      {choice('reasonLanguage', t(m('word.reason-language')))}
      <Fold summary={t(m('word.second-reason'))} open={Boolean(values['secondReason'] || error)}>
        <Field
          kind="textarea"
          language={language}
          name="secondReason"
          rows={3}
          maxlength={1000}
          required={false}
          label={t(m('word.second-reason'))}
          hint={t(m('word.second-reason-hint'))}
          value={values['secondReason']}
          error={error}
        />
        {choice('secondLanguage', t(m('word.second-language')))}
      </Fold>
    </>
  )
}

/** Why it is more credit than the conversion gives: nobody is asked where nothing was converted. */
export function CreditReason({ call, line, values, refusal }: FiguresProps) {
  const { t, language } = call
  const error = refusal?.fields['creditReason']
  const given = line.engine.creditConversion?.credit
  if (!given && !values['creditReason'] && !error) return null
  return (
    <Field
      kind="textarea"
      language={language}
      name="creditReason"
      rows={2}
      maxlength={1000}
      required={false}
      label={t(m('word.credit-reason'))}
      hint={
        given
          ? t(m('word.credit-reason-given', { given: creditText(given, language) }))
          : t(m('word.credit-reason-hint'))
      }
      value={values['creditReason']}
      error={error}
    />
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
