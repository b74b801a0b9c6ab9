import { localised, type PersonName } from '#kernel/values'
import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  ErrorSummary,
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
import {
  CreditReason,
  ReasonFields,
  RecordedGrade,
  ShortText,
  VerdictField,
} from './word-fields.tsx'
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
  const { t, href } = call
  const word = { call, values, refusal }
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/lines/${lines[0]!.id}/set`)}
      csrf={call.frame.csrf}
      hidden={{ seen: String(props.seen) }}
    >
      <VerdictField {...word} hint={t(m('set-word.verdict'))} />
      {set.homeCourses.map(({ code }, place) => (
        <ShortText
          {...word}
          key={code}
          name={`credit.${place}`}
          inputmode="decimal"
          label={t(m('set-word.credit', { code }))}
        />
      ))}
      <CreditReason {...word} line={{ engine: set }} />
      <RecordedGrade {...word} />
      <ReasonFields {...word} />
      <ButtonGroup>
        <Button>{t(m('page.line.save'))}</Button>
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {t(m('correction.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}
