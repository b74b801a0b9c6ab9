import { Button, ButtonGroup, ErrorSummary, Field, Form, Heading, Page } from '#ui'
import { m } from '../messages/index.ts'
import { base, type PageCall, type Shown } from './words.ts'

/** Brings in a partner's copies from the partner's own program. */
export function EwpPage({ call, refusal }: { call: PageCall; refusal: Shown | null }) {
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('ewp.title'))}
      trail={[{ href: href(base), label: t(m('agreements.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('ewp.lead'))}>
        {t(m('ewp.title'))}
      </Heading>
      <Form action={href(`${base}/ewp`)} csrf={call.frame.csrf} files>
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('ewp.file'))}
          hint={t(m('ewp.file-hint'))}
          accept=".xml"
          error={refusal?.fields['file']}
          required
        />
        <ButtonGroup>
          <Button>{t(m('ewp.take'))}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
