import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { localised } from '#kernel/values'
import { Button, ErrorSummary, Field, Form, Heading, Notice, SingleActShell, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { AskedStep } from '../queries/steps.ts'
import { WhatIsSigned } from './step.tsx'
import { dayWords, type FormState, type PageCall, Title } from './words.tsx'

interface ActProps {
  call: PageCall & { frame: Frame; t: Translate }
  step: AskedStep
  action: string
  /** The address of the PDF under the link. */
  file: string
  form: FormState
}

/** The page of the link in a guest's mail: whose it is, what is signed, one form. */
export function SignByLinkPage({ call, step, action, file, form }: ActProps) {
  const { t, language, frame } = call
  const isSigning = step.act === 'sign'
  return (
    <SingleActShell frame={frame} title={localised(step.titles, language).text}>
      <Stack gap="wide">
        <Heading level={1} kicker={localised(step.keeper, language).text}>
          <Title titles={step.titles} language={language} />
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <Notice tone="info" title={t(m('link.for', { name: step.guest_name ?? '' }))}>
          {t(m('link.for-why'))}
        </Notice>
        <WhatIsSigned call={call} step={step} file={file} />
        {step.due_on !== null && (
          <p>{t(m('mail.until', { until: dayWords(call, step.due_on) }))}</p>
        )}
        <Form action={action} csrf={frame.csrf} hidden={{ sha256: step.document_sha256 }}>
          <Field
            language={language}
            kind="radio"
            name="answer"
            label={t(m('link.answer'))}
            value={form.values['answer'] ?? ''}
            error={form.errors['answer']}
            options={[
              {
                value: 'sign',
                label: t(m(isSigning ? 'sign.confirm' : 'approve.confirm')),
              },
              {
                value: 'refuse',
                label: t(m('link.refuse')),
                hint: t(m('link.refuse-hint')),
              },
            ]}
            required
          />
          <Field
            language={language}
            kind="textarea"
            name="reason"
            label={t(m('link.reason'))}
            value={form.values['reason'] ?? ''}
            error={form.errors['reason']}
            rows={3}
            maxlength={2000}
            required={false}
          />
          <Button>{t(m('link.do'))}</Button>
          <p class="quiet">{t(m(isSigning ? 'claim' : 'claim-approval'))}</p>
        </Form>
      </Stack>
    </SingleActShell>
  )
}
