import type { Call, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  dateInZone,
  displayName,
  formatDate,
  formatInstant,
  type Language,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
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
  SingleActShell,
  Stack,
  Talk,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { EvidenceRow } from '../queries/evidence.ts'
import { DocumentsField, type DocumentsState } from './documents-field.tsx'
import { askedMessage, askedName, evidenceState } from './evidence-words.ts'

interface AnswerFormProps {
  t: Translate
  frame: Pick<Frame, 'language' | 'csrf'>
  action: string
  request: EvidenceRow
  state: DocumentsState
  maxBytes: number
  /** The most that all documents of an answer may have together. */
  maxTogether: number
}

/** One text, one place for documents, one button: the student's answer, on a page or by the link of a mail. */
export function AnswerForm(props: AnswerFormProps) {
  const { t, frame, action, request, state } = props
  const { language } = frame
  const isCode = request.kind === 'verification-code'
  return (
    <Form action={action} csrf={frame.csrf} files>
      {!isCode && (
        <DocumentsField
          t={t}
          language={language}
          state={state}
          maxBytes={props.maxBytes}
          maxTogether={props.maxTogether}
        />
      )}
      <Field
        kind={isCode ? 'text' : 'textarea'}
        language={language}
        name="words"
        label={t(m(isCode ? 'evidence.code' : 'evidence.words'))}
        hint={t(m(isCode ? 'evidence.code-hint' : 'evidence.words-hint'))}
        maxlength={4000}
        value={state.words}
        error={state.refusal?.fields['words']}
        required={isCode}
      />
      {isCode && (
        <DocumentsField
          t={t}
          language={language}
          state={state}
          maxBytes={props.maxBytes}
          maxTogether={props.maxTogether}
        />
      )}
      <Button>{t(m('evidence.send'))}</Button>
    </Form>
  )
}

/** What is asked, by whom and until when, as everybody reads it. */
export function Asked({
  request,
  t,
  language,
}: {
  request: EvidenceRow
  t: Translate
  language: Language
}) {
  return (
    <Stack gap="tight">
      <p>{t(askedMessage(request, language))}</p>
      {request.words !== '' && (
        <blockquote class="talk-text">
          <Typed>{request.words}</Typed>
        </blockquote>
      )}
    </Stack>
  )
}

/** The last day for an answer with how far it is. */
export function dueText(request: EvidenceRow, now: Date, language: Language): string {
  const today = dateInZone(now, request.home_time_zone)
  const distance = relativeDays(request.due_on, today, language)
  return withAside(formatDate(request.due_on, language), distance, language)
}

/** What the page of a request shows. */
export interface EvidencePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  request: EvidenceRow
  state: DocumentsState
  maxBytes: number
  /** The most that all documents of an answer may have together. */
  maxTogether: number
  may: { answer: boolean; settle: boolean; ask: boolean; readCase: boolean }
}

/** A request for evidence: what is asked, what was sent, and the form or the buttons for the reader. */
export function EvidencePage(props: EvidencePageProps) {
  const { call, request, state, may } = props
  const { t, language, href } = call
  const { tone, label } = evidenceState(request)
  const isOpen = request.state === 'open'
  return (
    <Page
      frame={call.frame}
      title={t(m('evidence.title', { number: request.number }))}
      trail={
        may.readCase
          ? [
              {
                href: href(`/recognition/cases/${request.case_id}`),
                label: t(m('page.case.kind', { number: request.number })),
              },
            ]
          : []
      }
      alert={
        state.refusal && (
          <ErrorSummary
            language={language}
            message={state.refusal.message}
            fields={state.refusal.fields}
          />
        )
      }
    >
      <Stack gap="wide">
        <ObjectStrip
          language={language}
          kind={t(m('evidence.section'))}
          title={t(m(`evidence.kind.${request.kind}`))}
          detail={localised(request.home_names, language).text}
          state={{ tone, label: t(label) }}
          next={t(
            m(
              `evidence.next.${request.state}`,
              isOpen ? { name: askedName(request, language) } : {},
            ),
          )}
          who={displayName(request.asker, language)}
          until={isOpen ? dueText(request, call.now, language) : undefined}
          late={isOpen && request.overdue_at !== null}
        />
        <Asked request={request} t={t} language={language} />
        <Answers call={call} request={request} />
        {may.answer && (
          <Section title={t(m(isOpen ? 'evidence.answer' : 'evidence.answer-more'))}>
            <AnswerForm
              t={t}
              frame={call.frame}
              action={href(`/recognition/evidence/${request.id}/answers`)}
              request={request}
              state={state}
              maxBytes={props.maxBytes}
              maxTogether={props.maxTogether}
            />
          </Section>
        )}
        {may.settle && <Settle call={call} request={request} mayAsk={may.ask} />}
      </Stack>
    </Page>
  )
}

type EvidenceCall = Pick<Call, 't' | 'language' | 'href'>

/** What the student sent, the earliest first, each with its documents. */
export function Answers({ call, request }: { call: EvidenceCall; request: EvidenceRow }) {
  const { t, language, href } = call
  if (request.answers.length === 0) return null
  return (
    <Talk
      label={t(m('evidence.answers'))}
      entries={request.answers.map((answer) => ({
        id: `answer-${answer.id}`,
        who: answer.by ? displayName(answer.by, language) : askedName(request, language),
        at: answer.at.toISOString(),
        when: formatInstant(answer.at, request.home_time_zone, language),
        text: answer.words,
        note: answer.files.length > 0 && (
          <FileList
            label={t(m('evidence.documents'))}
            files={answer.files.map(({ id, name }) => ({
              href: href(`/recognition/evidence/${request.id}/document`, { file: id }),
              name,
            }))}
          />
        ),
      }))}
    />
  )
}

function Settle({
  call,
  request,
  mayAsk,
}: {
  call: EvidenceCall & Pick<Call, 'frame'>
  request: EvidenceRow
  mayAsk: boolean
}) {
  const { t, href } = call
  const isAnswered = request.state === 'answered'
  const line = request.case_line_id ? { line: request.case_line_id } : {}
  return (
    <ButtonGroup>
      <Form
        action={href(`/recognition/evidence/${request.id}/settlement`)}
        csrf={call.frame.csrf}
        inline
      >
        <Button look={isAnswered ? 'primary' : 'secondary'}>
          {t(m(isAnswered ? 'evidence.enough' : 'evidence.withdraw'))}
        </Button>
      </Form>
      {isAnswered && mayAsk && (
        <ButtonLink
          look="secondary"
          href={href(`/recognition/cases/${request.case_id}/evidence/new`, {
            ...line,
            kind: request.kind,
            of: request.party,
          })}
        >
          {t(m('evidence.ask-again'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

interface ActPageProps extends AnswerFormProps {
  frame: Frame
  now: Date
}

/** The page of the link in a mail: one question, one form, nothing to learn. */
export function EvidenceActPage(props: ActPageProps) {
  const { frame, t, request, state } = props
  const { language } = frame
  const title = t(m(`evidence.kind.${request.kind}`))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} kicker={localised(request.home_names, language).text}>
        {title}
      </Heading>
      {state.refusal && (
        <ErrorSummary
          language={language}
          message={state.refusal.message}
          fields={state.refusal.fields}
        />
      )}
      <Asked request={request} t={t} language={language} />
      <Notice tone={request.overdue_at ? 'harm' : 'info'}>
        {t(m('evidence.until', { day: dueText(request, props.now, language) }))}
      </Notice>
      <AnswerForm {...props} />
    </SingleActShell>
  )
}
