import type { Call, Frame } from '#kernel/http'
import { displayName, formatDate, localised } from '#kernel/values'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  SingleActShell,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { QuestionRow } from '../queries/content-questions.ts'
import { coursesText } from '../service/content-mail.ts'
import { SyllabusSides } from './content-sides.tsx'
import { answerWords, shareWords } from './content-words.ts'

interface AnswerPageProps {
  call: Pick<Call, 't' | 'language'>
  frame: Frame
  question: QuestionRow
  action: string
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  /** Whether the reader is signed in and comes from their own tasks. */
  isInside: boolean
}

/** The one question, its four answers, and both syllabi beneath. */
export function AnswerPage(props: AnswerPageProps) {
  const { call, frame, question, refusal, isInside } = props
  const { t, language } = call
  const title = t(
    m('content.question', {
      host: coursesText(question.document.host.courses, language),
      home: coursesText(question.document.home.courses, language),
      share: shareWords(question.threshold, language),
    }),
  )
  const alert = refusal && (
    <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
  )
  const body = (
    <>
      <Heading level={1} kicker={t(m('content.answer.kicker'))}>
        {title}
      </Heading>
      <DescriptionList items={factsOf(props)} />
      {question.document.note && (
        <Notice tone="info">
          <Typed>{question.document.note}</Typed>
        </Notice>
      )}
      {question.answer ? <Given {...props} /> : <AnswerForm {...props} />}
      <SyllabusSides
        call={call}
        homeName={localised(question.homeNames, language).text}
        hostName={localised(question.hostNames, language).text}
        home={question.document.home}
        host={question.document.host}
      />
    </>
  )
  return isInside ? (
    <Page frame={frame} title={title} alert={alert}>
      {body}
    </Page>
  ) : (
    <SingleActShell frame={frame} title={title} alert={alert}>
      {body}
    </SingleActShell>
  )
}

function factsOf({ call, question }: AnswerPageProps) {
  const { t, language } = call
  return [
    {
      term: t(m('content.answer.asker')),
      value: `${displayName(question.askedBy.name, language)}, ${localised(question.homeNames, language).text}`,
    },
    { term: t(m('content.answer.asked')), value: question.name },
    { term: t(m('content.answer.until')), value: formatDate(question.dueOn, language) },
  ]
}

function AnswerForm({ call, frame, question, action, values, refusal }: AnswerPageProps) {
  const { t, language } = call
  return (
    <Form action={action} csrf={frame.csrf}>
      <Field
        kind="radio"
        language={language}
        name="choice"
        label={t(m('content.answer.choose'))}
        value={values['choice']}
        error={refusal?.fields['choice']}
        options={(['enough', 'half', 'less', 'unknown'] as const).map((choice) => ({
          value: choice,
          label: t(answerWords(choice, question.threshold, language)),
        }))}
        required
      />
      <Field
        kind="textarea"
        language={language}
        name="remark"
        label={t(m('content.answer.remark'))}
        rows={3}
        maxlength={2000}
        value={values['remark']}
        required={false}
      />
      <Button>{t(m('content.answer.send'))}</Button>
      <p class="quiet">{t(m('content.answer.next'))}</p>
    </Form>
  )
}

function Given({ call, question }: AnswerPageProps) {
  const { answer, threshold } = question
  if (!answer) return null
  return (
    <Notice
      tone="done"
      title={call.t(
        m('content.answer.given', { answer: answerWords(answer.choice, threshold, call.language) }),
      )}
    >
      {answer.remark && <Typed>{answer.remark}</Typed>}
    </Notice>
  )
}
