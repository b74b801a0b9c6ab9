import type { FormState } from '#kernel/http'
import { Button, Field } from '#ui'
import { m } from '../messages/index.ts'
import type { PageCall } from './words.tsx'

/** The fields of an answer to a nomination, in the office and by a link. */
export function AnswerFields({
  call,
  form,
}: {
  call: Pick<PageCall, 't' | 'language'>
  form: FormState
}) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="answer"
        label={t(m('answer.question'))}
        value={form.values['answer'] ?? ''}
        error={form.errors['answer']}
        options={[
          { value: 'approved', label: t(m('answer.approve')), hint: t(m('answer.approve-hint')) },
          { value: 'rejected', label: t(m('answer.reject')), hint: t(m('answer.reject-hint')) },
        ]}
        required
      />
      <Field
        kind="textarea"
        language={language}
        name="note"
        label={t(m('answer.note'))}
        value={form.values['note'] ?? ''}
        error={form.errors['note']}
        rows={3}
        maxlength={2000}
        required={false}
      />
      <Button>{t(m('answer.send'))}</Button>
    </>
  )
}
