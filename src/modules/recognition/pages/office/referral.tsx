import type { Call } from '#kernel/http'
import { displayName, formatDate, localised, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Comparison,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  SingleActShell,
  Stack,
  Typed,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { CaseLine, CasePageRow } from '../../queries/cases.ts'
import type { ReferralRow } from '../../queries/office/queues.ts'
import { engineRow } from '../line.tsx'
import { ReasonGiven } from '../local-name.tsx'
import { Figures, VerdictField } from '../word-fields.tsx'
import { verdictMessage } from '../words.ts'
import { queuesPath } from './queues.tsx'

/** What the page shows on which a unit says what becomes of one line; the student is not named. */
export interface ReferralPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  referral: ReferralRow
  found: CasePageRow
  line: CaseLine
  judges: ReadonlyMap<string, PersonName>
  action: string
  /** Whether the reader is signed in and comes from their own tasks. */
  isInside: boolean
  mayOpenCase: boolean
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** One course, what the rules found, and the unit's word. */
export function ReferralPage(props: ReferralPageProps) {
  const { call, referral, found, line, refusal, isInside } = props
  const { t, language, href } = call
  const title = t(m('office.referral.title', { code: line.code }))
  const unit = localised(referral.unitNames, language).text
  const alert = refusal && (
    <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
  )
  const body = (
    <Stack gap="wide">
      <Heading level={1} kicker={unit} lead={t(m('office.referral.lead', { unit }))}>
        {title}
      </Heading>
      <DescriptionList items={factsOf(props)} />
      {referral.question && (
        <Notice tone="info" title={t(m('office.question'))}>
          <Typed>{referral.question}</Typed>
        </Notice>
      )}
      <Comparison
        language={language}
        fromLabel={localised(found.host_names, language).text}
        toLabel={localised(found.home_names, language).text}
        rows={[engineRow(props)]}
      />
      {referral.state === 'open' ? <AnswerForm {...props} /> : <Closed {...props} />}
      {props.mayOpenCase && (
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {referral.number}
        </ButtonLink>
      )}
    </Stack>
  )
  if (!isInside) {
    return (
      <SingleActShell frame={call.frame} title={title} alert={alert}>
        {body}
      </SingleActShell>
    )
  }
  return (
    <Page
      frame={call.frame}
      title={title}
      alert={alert}
      trail={[
        { href: href(queuesPath), label: t(m('office.queues')) },
        { href: href(`${queuesPath}/${referral.unit_id}`), label: unit },
      ]}
    >
      {body}
    </Page>
  )
}

function factsOf({ call, referral, found }: ReferralPageProps) {
  const { t, language } = call
  return [
    {
      term: t(m('office.asked-by')),
      value: `${displayName(referral.askedBy, language)}, ${localised(found.home_names, language).text}`,
    },
    { term: t(m('office.programme')), value: localised(found.programme_names, language).text },
    { term: t(m('office.referral.until')), value: formatDate(referral.dueOn, language) },
  ]
}

function AnswerForm(props: ReferralPageProps) {
  const { call, action, values, refusal } = props
  const { t } = call
  return (
    <Form action={action} csrf={call.frame.csrf}>
      <VerdictField call={call} values={values} refusal={refusal} />
      <HomeCourse {...props} />
      <Figures call={call} line={props.line} values={values} refusal={refusal} />
      <Button>{t(m('office.referral.send'))}</Button>
      <p class="quiet">{t(m('office.referral.next'))}</p>
    </Form>
  )
}

/** Signed in, courses are searched; by a link there is no catalogue to search in, and the code is typed. */
function HomeCourse({ call, found, isInside, values, refusal }: ReferralPageProps) {
  const { t, language, href } = call
  const shared = {
    language,
    name: 'homeCourse',
    value: values['homeCourse'],
    required: false,
    error: refusal?.fields['homeCourse'] ?? refusal?.fields['homeCourseCode'],
  }
  if (!isInside) {
    return (
      <Field
        {...shared}
        kind="text"
        maxlength={60}
        label={t(m('office.referral.course-code'))}
        hint={t(m('office.referral.course-code-hint'))}
      />
    )
  }
  return (
    <Field
      {...shared}
      kind="combobox"
      label={t(m('page.line.home-course'))}
      hint={t(m('page.line.home-course-hint'))}
      valueLabel={values['homeCourse-text'] ?? values['homeCourse']}
      source={href('/recognition/courses/options', { organisation: found.home_organisation_id })}
    />
  )
}

function Closed({ call, referral }: ReferralPageProps) {
  const { t, language } = call
  if (referral.verdict === null) {
    return <Notice tone="info" title={t(m('office.over.closed.title'))} />
  }
  const by = referral.closedBy ? displayName(referral.closedBy, language) : ''
  return (
    <Notice tone="done" title={`${t(verdictMessage(referral.verdict))} ${by}`.trim()}>
      <ReasonGiven reason={referral} language={language} />
    </Notice>
  )
}
