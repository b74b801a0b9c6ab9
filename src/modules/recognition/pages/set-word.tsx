import { localised, type PersonName } from '#kernel/values'
import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { SetEvaluation } from '../rules/types.ts'
import { setRow } from './case-sets.tsx'
import { caseTrail } from './case-trail.ts'
import { CreditReason, ReasonFields } from './line.tsx'
import { creditText, titleOf, verdictMessage, verdictTones } from './words.ts'

/** What the form for lines that count together shows. */
export interface SetWordPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  lines: readonly CaseLine[]
  set: SetEvaluation
  judges: ReadonlyMap<string, PersonName>
  /** How often the case had been changed when the form was made. */
  seen: number
  values: Record<string, string>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The page on which an evaluator puts one word on all lines of a set. */
export function SetWordPage(props: SetWordPageProps) {
  const { call, found, lines, set, judges, refusal } = props
  const { t, language } = call
  const title = t(m('set-word.title', { codes: lines.map(({ code }) => code).join(' + ') }))
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={caseTrail(call, found)}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('set-word.lead'))}>
          {title}
        </Heading>
        <Comparison
          language={language}
          fromLabel={localised(found.host_names, language).text}
          toLabel={localised(found.home_names, language).text}
          rows={[
            setRow({ lines, set }, call, judges, {
              from: (line) => {
                const name = titleOf(line.titles, language)
                return {
                  title: name.text,
                  titleLanguage: name.language,
                  code: line.code,
                  credit: creditText(line.credit, language),
                  grade: line.grade ?? '–',
                }
              },
              verdict: { tone: verdictTones[set.verdict], label: t(verdictMessage(set.verdict)) },
              actions: undefined,
              word: [],
              open: true,
            }),
          ]}
        />
        <SetForm {...props} />
      </Stack>
    </Page>
  )
}

function SetForm(props: SetWordPageProps) {
  const { call, found, lines, set, values, refusal } = props
  const { t, language, href } = call
  const field = { language }
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/lines/${lines[0]!.id}/set`)}
      csrf={call.frame.csrf}
      hidden={{ seen: String(props.seen) }}
    >
      <Field
        {...field}
        kind="radio"
        name="verdict"
        inline
        label={t(m('page.line.verdict'))}
        hint={t(m('set-word.verdict'))}
        value={values['verdict']}
        error={error('verdict')}
        options={(['recognised', 'refused'] as const).map((verdict) => ({
          value: verdict,
          label: t(verdictMessage(verdict)),
        }))}
      />
      {set.homeCourses.map(({ code }, place) => (
        <Field
          {...field}
          key={code}
          kind="text"
          name={`credit.${place}`}
          width="short"
          inputmode="decimal"
          label={t(m('set-word.credit', { code }))}
          value={values[`credit.${place}`]}
          error={error(`credit.${place}`)}
        />
      ))}
      <CreditReason call={call} line={{ engine: set }} values={values} refusal={refusal} />
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
      <ReasonFields call={call} values={values} refusal={refusal} />
      <ButtonGroup>
        <Button>{t(m('page.line.save'))}</Button>
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {found.number}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}
