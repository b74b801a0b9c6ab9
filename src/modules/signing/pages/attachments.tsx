import { sizeText } from '#kernel/files'
import { Button, Field, Fold, Form, Notice, Section, Stack, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { QualifiedFile } from '../queries/attachments.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import { DayFields } from './document-new.tsx'
import { type FormState, freshForm, momentWords, type PageCall } from './words.tsx'

interface AttachmentProps {
  call: PageCall
  document: DocumentRow
  qualified: readonly QualifiedFile[]
  may: { manage: boolean }
  refused: { which: string; form: FormState } | null
  maxBytes: number
}

/** Files with a qualified signature of a licensed provider: kept and shown, and not checked here. */
export function QualifiedSection(props: AttachmentProps) {
  const { call, document, qualified, may } = props
  const { t, href } = call
  if (document.state === 'draft' || (qualified.length === 0 && !may.manage)) return null
  return (
    <Section title={t(m('qualified.title'))} id="qualified">
      <Stack>
        {qualified.length > 0 && (
          <Notice tone="info" title={t(m('qualified.unchecked'))}>
            <ul>
              {qualified.map((file) => (
                <li key={file.fileId}>
                  <a
                    href={href(`/signing/documents/${document.id}/attachments`, {
                      file: file.fileId,
                    })}
                  >
                    <Typed>{file.name}</Typed>
                  </a>{' '}
                  <span class="quiet">
                    <Typed>{file.provider}</Typed> ·{' '}
                    {t(m('document.version', { version: file.version }))} ·{' '}
                    {momentWords(call, file.enteredAt)}
                  </span>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {may.manage && <QualifiedForm {...props} />}
      </Stack>
    </Section>
  )
}

function QualifiedForm({ call, document, refused, maxBytes }: AttachmentProps) {
  const { t, language, href, frame } = call
  const form = refused?.which === 'qualified' ? refused.form : freshForm()
  return (
    <Fold summary={t(m('qualified.add'))} open={refused?.which === 'qualified'}>
      <p>{t(m('qualified.lead'))}</p>
      <Form action={href(`/signing/documents/${document.id}/qualified`)} csrf={frame.csrf} files>
        <Field
          language={language}
          kind="file"
          name="file"
          id="qualified-file"
          label={t(m('qualified.file'))}
          hint={t(m('qualified.file-hint', { size: sizeText(maxBytes) }))}
          staged={form.staged}
          maxBytes={maxBytes}
          error={form.errors['file']}
          required
        />
        <Field
          language={language}
          kind="text"
          name="provider"
          label={t(m('qualified.provider'))}
          value={form.values['provider'] ?? ''}
          error={form.errors['provider']}
          maxlength={120}
          required
        />
        <Button look="secondary">{t(m('qualified.do'))}</Button>
      </Form>
    </Fold>
  )
}

/** The days of a draft, to be changed until it is sent. */
export function DaysForm({
  call,
  document,
  refused,
}: Pick<AttachmentProps, 'call' | 'document' | 'refused'>) {
  const { t, href, frame } = call
  const form =
    refused?.which === 'days'
      ? refused.form
      : freshForm({ dueOn: document.due_on ?? '', expiresOn: document.expires_on ?? '' })
  return (
    <Fold summary={t(m('days.change'))} open={refused?.which === 'days'}>
      <Form action={href(`/signing/documents/${document.id}/days`)} csrf={frame.csrf}>
        <DayFields call={call} form={form} />
        <Button look="secondary">{t(m('days.do'))}</Button>
      </Form>
    </Fold>
  )
}

/** Another scan of a signature on paper that was taken down already. */
export function ScanForm({
  call,
  document,
  steps,
  refused,
  maxBytes,
}: Omit<AttachmentProps, 'qualified' | 'may'> & { steps: readonly StepRow[] }) {
  const { t, language, href, frame } = call
  const signed = steps.filter(({ signature }) => signature?.means === 'paper')
  if (signed.length === 0) return null
  const form = refused?.which === 'scan' ? refused.form : freshForm()
  return (
    <Fold summary={t(m('scan.add'))} open={refused?.which === 'scan'}>
      <Form action={href(`/signing/documents/${document.id}/scans`)} csrf={frame.csrf} files>
        <Field
          language={language}
          kind="select"
          name="signature"
          label={t(m('paper.whose'))}
          value={form.values['signature'] ?? signed[0]!.signature!.id}
          error={form.errors['signature']}
          options={signed.map(({ signature }) => ({
            value: signature!.id,
            label: signature!.name,
            labelLanguage: '' as const,
          }))}
          noEmpty
        />
        <Field
          kind="file"
          language={language}
          name="file"
          id="scan-file"
          label={t(m('paper.scan'))}
          hint={t(m('scan.hint', { size: sizeText(maxBytes) }))}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff"
          staged={form.staged}
          maxBytes={maxBytes}
          error={form.errors['file']}
          required
        />
        <Button look="secondary">{t(m('scan.do'))}</Button>
      </Form>
    </Fold>
  )
}
