import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, formatInstant, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  FileList,
  Form,
  Heading,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AppealRow } from '../queries/appeals.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { AppealState } from '../schema-appeals.ts'
import { DocumentsField, type DocumentsState } from './documents-field.tsx'

type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href'>

/** What the form for an appeal shows. */
export interface NewAppealPageProps {
  call: PageCall
  found: CasePageRow
  state: DocumentsState
  /** The last day, as the reader writes it; null where none can be made any more. */
  until: string | null
  maxBytes: number
  maxTogether: number
}

/** Objects to a decision: reasons, documents, one button. */
export function NewAppealPage(props: NewAppealPageProps) {
  const { call, found, state, until } = props
  const { t, language, href } = call
  const title = t(m('appeal.make'))
  const path = `/recognition/cases/${found.id}`
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(path), label: t(m('page.case.kind', { number: found.number })) }]}
      alert={state.refusal && <ErrorSummary language={language} {...state.refusal} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('appeal.make-lead'))}>
          {title}
        </Heading>
        {until !== null && <Notice tone="info">{t(m('appeal.can', { day: until }))}</Notice>}
        <Form action={href(`${path}/appeal`)} csrf={call.frame.csrf} files>
          <Field
            kind="textarea"
            language={language}
            name="words"
            rows={8}
            maxlength={8000}
            required
            label={t(m('appeal.reasons'))}
            hint={t(m('appeal.reasons-hint'))}
            value={state.words}
            error={state.refusal?.fields['words']}
          />
          <DocumentsField
            t={t}
            language={language}
            state={state}
            maxBytes={props.maxBytes}
            maxTogether={props.maxTogether}
          />
          <Button>{t(m('appeal.send'))}</Button>
          <ButtonLink look="quiet" href={href(path)}>
            {t(m('correction.back'))}
          </ButtonLink>
        </Form>
      </Stack>
    </Page>
  )
}

const tones: Record<AppealState, Tone> = {
  open: 'attention',
  upheld: 'info',
  revision: 'done',
  withdrawn: 'quiet',
}

/** What the page of an appeal shows. */
export interface AppealPageProps {
  call: PageCall
  appeal: AppealRow
  values: Readonly<Record<string, string>>
  may: { answer: boolean; withdraw: boolean; isDecider: boolean }
  refusal: { message: string; fields: Record<string, string> } | null
}

/** An appeal: what it is against, the reasons, and the answer or the form for it. */
export function AppealPage(props: AppealPageProps) {
  const { call, appeal, may, refusal } = props
  const { t, language, href } = call
  const day = formatDate(dateInZone(appeal.decided_at, appeal.home_time_zone), language)
  return (
    <Page
      frame={call.frame}
      title={t(m('appeal.title', { number: appeal.number }))}
      trail={[
        {
          href: href(`/recognition/cases/${appeal.case_id}`),
          label: t(m('page.case.kind', { number: appeal.number })),
        },
      ]}
      alert={refusal && <ErrorSummary language={language} {...refusal} />}
    >
      <Stack gap="wide">
        <ObjectStrip
          language={language}
          kind={t(m('appeal.title', { number: appeal.number }))}
          title={displayName(appeal.student, language)}
          detail={t(m('appeal.against', { revision: appeal.revision, day }))}
          state={{ tone: tones[appeal.state], label: t(m(`appeal.state.${appeal.state}`)) }}
          next={t(m(appeal.state === 'open' ? 'appeal.next.open' : 'appeal.next.done'))}
          who={
            appeal.answerer
              ? displayName(appeal.answerer, language)
              : localised(appeal.home_names, language).text
          }
        />
        <Reasons {...props} />
        {appeal.answer !== '' && appeal.answerer && (
          <Section
            title={t(m('appeal.answer-of', { name: displayName(appeal.answerer, language) }))}
          >
            <blockquote class="talk-text">
              <Typed>{appeal.answer}</Typed>
            </blockquote>
          </Section>
        )}
        {appeal.state === 'open' && may.isDecider && (
          <Notice tone="info">{t(m('appeal.not-you'))}</Notice>
        )}
        {may.answer && <AnswerAppealForm {...props} />}
        {may.withdraw && (
          <Form
            action={href(`/recognition/appeals/${appeal.id}/withdrawal`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="secondary">{t(m('appeal.withdraw'))}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function Reasons({ call, appeal }: AppealPageProps) {
  const { t, language, href } = call
  return (
    <Section
      title={t(m('appeal.reasons-of'))}
      lead={formatInstant(appeal.appealed_at, appeal.home_time_zone, language)}
    >
      <blockquote class="talk-text">
        <Typed>{appeal.reasons}</Typed>
      </blockquote>
      {appeal.files.length > 0 && (
        <FileList
          label={t(m('evidence.documents'))}
          files={appeal.files.map(({ id, name }) => ({
            href: href(`/recognition/appeals/${appeal.id}/document`, { file: id }),
            name,
          }))}
        />
      )}
    </Section>
  )
}

function AnswerAppealForm({ call, appeal, values, refusal }: AppealPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('appeal.answer'))}>
      <Form action={href(`/recognition/appeals/${appeal.id}/answer`)} csrf={call.frame.csrf}>
        <Field
          kind="radio"
          language={language}
          name="outcome"
          label={t(m('appeal.outcome'))}
          value={values['outcome']}
          error={refusal?.fields['outcome']}
          required
          options={[
            { value: 'upheld', label: t(m('appeal.outcome.upheld')) },
            {
              value: 'revision',
              label: t(m('appeal.outcome.revision')),
              hint: t(m('appeal.outcome.revision-hint')),
            },
          ]}
        />
        <Field
          kind="textarea"
          language={language}
          name="reasons"
          rows={6}
          maxlength={8000}
          required
          label={t(m('appeal.answer-reasons'))}
          hint={t(m('appeal.answer-reasons-hint'))}
          value={values['reasons']}
          error={refusal?.fields['reasons']}
        />
        <Button>{t(m('appeal.answer'))}</Button>
      </Form>
    </Section>
  )
}
