import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate } from '#kernel/values'
import {
  Button,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Timeline,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AuthenticityRecord } from '../queries/authenticity.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { AuthenticityOutcome } from '../schema-authenticity.ts'

const tones: Record<AuthenticityOutcome, Tone> = {
  genuine: 'done',
  'not-genuine': 'harm',
  unclear: 'attention',
}

interface AuthenticityPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  records: readonly AuthenticityRecord[]
  values: Readonly<Record<string, string>>
  maxBytes: number
  refusal: { message: string; fields: Record<string, string> } | null
}

/** What was done to find out whether an original is genuine, and the form for more. */
export function AuthenticityPage(props: AuthenticityPageProps) {
  const { call, found, refusal } = props
  const { t, language, href } = call
  const title = t(m('authentic.title', { number: found.number }))
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        { href: href('/recognition/cases'), label: t(m('page.cases.title')) },
        { href: href(`/recognition/cases/${found.id}`), label: found.number },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={displayName(found.student, language)}
          lead={t(m('authentic.lead'))}
        >
          {title}
        </Heading>
        <AuthenticityRecords call={call} found={found} records={props.records} mayTakeBack />
        <RecordForm {...props} />
      </Stack>
    </Page>
  )
}

/** The records, each with who made it; one that was taken back says so. */
export function AuthenticityRecords({
  call,
  found,
  records,
  mayTakeBack,
}: Pick<AuthenticityPageProps, 'call' | 'found' | 'records'> & { mayTakeBack: boolean }) {
  const { t, language } = call
  if (records.length === 0) return <p class="quiet">{t(m('authentic.none'))}</p>
  return (
    <Timeline
      label={t(m('authentic.records'))}
      entries={records.map((each) => ({
        at: each.checkedOn,
        when: formatDate(each.checkedOn, language, 'medium'),
        tone: each.takenBack ? 'quiet' : tones[each.outcome],
        what: (
          <>
            {t(m(`authentic.kind.${each.kind}`))}{' '}
            <StateTag tone={each.takenBack ? 'quiet' : tones[each.outcome]}>
              {t(m(each.takenBack ? 'authentic.no-more' : `authentic.outcome.${each.outcome}`))}
            </StateTag>
          </>
        ),
        who: t(
          m('authentic.by', {
            by: displayName(each.by, language),
            day: formatDate(dateInZone(each.at, found.home_time_zone), language, 'medium'),
          }),
        ),
        detail: <RecordDetail call={call} found={found} record={each} mayTakeBack={mayTakeBack} />,
      }))}
    />
  )
}

function RecordDetail({
  call,
  found,
  record,
  mayTakeBack,
}: Pick<AuthenticityPageProps, 'call' | 'found'> & {
  record: AuthenticityRecord
  mayTakeBack: boolean
}) {
  const { t, language, href, frame } = call
  const path = `/recognition/cases/${found.id}/authenticity/${record.id}`
  return (
    <>
      {record.code && <p>{t(m('authentic.code-was', { code: record.code }))}</p>}
      {record.place && <Typed>{record.place}</Typed>}
      {record.note && (
        <p>
          <Typed>{record.note}</Typed>
        </p>
      )}
      {record.fileId && (
        <p>
          <a href={href(`${path}/file`)}>{record.fileName ?? t(m('authentic.file'))}</a>
        </p>
      )}
      {record.takenBack && (
        <p class="quiet">
          {t(m('authentic.taken-back-by', { by: displayName(record.takenBack.by, language) }))}{' '}
          <Typed>{record.takenBack.reason}</Typed>
        </p>
      )}
      {mayTakeBack && !record.takenBack && (
        <Fold summary={t(m('authentic.take-back'))}>
          <Form action={href(`${path}/withdrawal`)} csrf={frame.csrf}>
            <Field
              kind="text"
              language={language}
              id={`reason-${record.id}`}
              name="reason"
              maxlength={1000}
              required
              label={t(m('authentic.why'))}
            />
            <Button look="secondary">{t(m('authentic.take-back'))}</Button>
          </Form>
        </Fold>
      )}
    </>
  )
}

function RecordForm({ call, found, values, maxBytes, refusal }: AuthenticityPageProps) {
  const { t, language, href, frame } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name],
    error: refusal?.fields[name],
  })
  const choice = <Name extends string>(names: readonly Name[], prefix: 'kind' | 'outcome') =>
    names.map((name) => ({ value: name, label: t(m(`authentic.${prefix}.${name}` as never)) }))
  return (
    <Section title={t(m('authentic.add'))}>
      <Form action={href(`/recognition/cases/${found.id}/authenticity`)} csrf={frame.csrf} files>
        <Field
          kind="radio"
          label={t(m('authentic.how'))}
          options={choice(['code', 'original', 'answer'], 'kind')}
          required
          {...shared('kind')}
        />
        <Field
          kind="text"
          label={t(m('authentic.code'))}
          hint={t(m('authentic.code-hint'))}
          maxlength={200}
          required={false}
          {...shared('code')}
        />
        <Field
          kind="text"
          label={t(m('authentic.place'))}
          hint={t(m('authentic.place-hint'))}
          maxlength={500}
          required
          {...shared('place')}
        />
        <Field
          kind="radio"
          label={t(m('authentic.result'))}
          options={choice(['genuine', 'not-genuine', 'unclear'], 'outcome')}
          required
          {...shared('outcome')}
        />
        <Field
          kind="text"
          width="short"
          label={t(m('authentic.checked-on'))}
          required
          {...shared('checkedOn')}
        />
        <AnswerFields call={call} values={values} maxBytes={maxBytes} refusal={refusal} />
        <Button icon="check">{t(m('authentic.record'))}</Button>
      </Form>
    </Section>
  )
}

function AnswerFields({
  call: { t, language },
  values,
  maxBytes,
  refusal,
}: Pick<AuthenticityPageProps, 'call' | 'values' | 'maxBytes' | 'refusal'>) {
  return (
    <>
      <Field
        kind="file"
        language={language}
        name="file"
        label={t(m('authentic.file'))}
        hint={t(m('authentic.file-hint'))}
        accept=".pdf,.txt,.eml,.jpg,.jpeg,.png,.webp"
        maxBytes={maxBytes}
        error={refusal?.fields['file']}
        required={false}
      />
      <Field
        kind="textarea"
        rows={3}
        maxlength={1000}
        label={t(m('authentic.note'))}
        required={false}
        name="note"
        language={language}
        value={values['note']}
        error={refusal?.fields['note']}
      />
    </>
  )
}
