import { sizeText } from '#kernel/files'
import { Button, ErrorSummary, Field, FieldSet, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'
import type { FormState, PageCall } from './words.tsx'

interface NewDocumentProps {
  call: PageCall
  organisations: readonly Option[]
  form: FormState
  maxBytes: number
}

/** A new document to be signed: what it is, its PDF, and by when. Its signers are named on its own page. */
export function NewDocumentPage({ call, organisations, form, maxBytes }: NewDocumentProps) {
  const { t, language, href, frame } = call
  const title = t(m('new.title'))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: href('/signing/documents'), label: t(m('documents.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <Heading level={1} lead={t(m('new.lead'))}>
        {title}
      </Heading>
      <Form action={href('/signing/documents/new')} csrf={frame.csrf} files>
        {organisations.length > 1 && (
          <Field
            language={language}
            kind="select"
            name="organisation"
            label={t(m('documents.keeper'))}
            options={organisations}
            value={form.values['organisation'] ?? ''}
            error={form.errors['organisation']}
            required
          />
        )}
        <Field
          language={language}
          kind="text"
          name="title"
          label={t(m('new.name'))}
          hint={t(m('new.name-hint'))}
          value={form.values['title'] ?? ''}
          error={form.errors['title']}
          maxlength={200}
          required
        />
        <PdfField call={call} form={form} maxBytes={maxBytes} />
        <DayFields call={call} form={form} />
        <Button>{t(m('new.do'))}</Button>
      </Form>
    </Page>
  )
}

/** The PDF that is to be signed; one that a refused form brought is still there. */
export function PdfField({
  call,
  form,
  maxBytes,
}: {
  call: PageCall
  form: FormState
  maxBytes: number
}) {
  const { t, language } = call
  return (
    <Field
      kind="file"
      language={language}
      name="file"
      label={t(m('new.file'))}
      hint={t(m('new.file-hint', { size: sizeText(maxBytes) }))}
      accept=".pdf"
      staged={form.staged}
      maxBytes={maxBytes}
      error={form.errors['file']}
      required
    />
  )
}

/** Until when it is asked for, and the last day on which it can be signed. */
export function DayFields({ call, form }: { call: PageCall; form: FormState }) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('new.days'))} columns>
      <Field
        language={language}
        kind="date"
        name="dueOn"
        label={t(m('new.due'))}
        hint={t(m('new.due-hint'))}
        value={form.values['dueOn'] ?? ''}
        error={form.errors['dueOn']}
        required={false}
      />
      <Field
        language={language}
        kind="date"
        name="expiresOn"
        label={t(m('new.expires'))}
        hint={t(m('new.expires-hint'))}
        value={form.values['expiresOn'] ?? ''}
        error={form.errors['expiresOn']}
        required={false}
      />
    </FieldSet>
  )
}
