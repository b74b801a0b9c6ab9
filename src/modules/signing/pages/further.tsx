import { Button, ButtonGroup, Field, Fold, Form, Section } from '#ui'
import { m } from '../messages/index.ts'
import { DaysForm, ScanForm } from './attachments.tsx'
import { DayFields, PdfField } from './document-new.tsx'
import type { DocumentPageProps } from './document-props.ts'
import { freshForm } from './words.tsx'

/** What is rarely wanted: other days, another scan, another version, taking it back. */
export function Further(props: DocumentPageProps) {
  const { call, document, refused, maxBytes } = props
  const { t, href, frame, language } = call
  const mayRenew = document.state !== 'open' && document.subject_kind === null
  const versionForm = refused?.which === 'version' ? refused.form : freshForm()
  const withdrawal = refused?.which === 'withdrawal' ? refused.form : freshForm()
  const isOver = document.state === 'withdrawn' && document.in_force === null
  return (
    <Section title={t(m('further.title'))} id="further">
      {document.state === 'draft' && <DaysForm {...props} />}
      <ScanForm {...props} />
      {mayRenew && (
        <Fold
          summary={t(m(document.in_force === null ? 'version.title' : 'version.amend'))}
          open={refused?.which === 'version'}
        >
          <p>{t(m(document.in_force === null ? 'version.lead' : 'version.amend-lead'))}</p>
          <Form action={href(`/signing/documents/${document.id}/versions`)} csrf={frame.csrf} files>
            <PdfField call={call} form={versionForm} maxBytes={maxBytes} />
            <Field
              language={language}
              kind="textarea"
              name="why"
              label={t(m('version.why'))}
              value={versionForm.values['why'] ?? ''}
              error={versionForm.errors['why']}
              rows={3}
              maxlength={2000}
              required
            />
            <DayFields call={call} form={versionForm} />
            <Button look="secondary">{t(m('version.do'))}</Button>
          </Form>
        </Fold>
      )}
      {!isOver && (
        <Fold summary={t(m('withdraw.title'))} open={refused?.which === 'withdrawal'}>
          <p>{t(m(document.state === 'signed' ? 'withdraw.lead-signed' : 'withdraw.lead'))}</p>
          <Form action={href(`/signing/documents/${document.id}/withdrawal`)} csrf={frame.csrf}>
            <Field
              language={language}
              kind="textarea"
              name="reason"
              label={t(m('withdraw.reason'))}
              hint={t(m('withdraw.reason-hint'))}
              value={withdrawal.values['reason'] ?? ''}
              error={withdrawal.errors['reason']}
              rows={3}
              maxlength={2000}
              required
            />
            <ButtonGroup>
              <Button look="harm">{t(m('withdraw.do'))}</Button>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
    </Section>
  )
}
