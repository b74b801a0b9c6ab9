import type { Call } from '#kernel/http'
import { Button, ButtonGroup, ErrorSummary, Field, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'

/** What the import of equivalences shows. */
export interface EquivalenceImportPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  homes: readonly Option[]
  hosts: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/equivalences'

/** Taking in a table of equivalences, which is looked at before it is taken. */
export function EquivalenceImportPage(props: EquivalenceImportPageProps) {
  const { call, refusal, values } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('equivalence.table.title'))}
      trail={[{ href: href(path), label: t(m('equivalence.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('equivalence.table.lead'))}>
        {t(m('equivalence.table.title'))}
      </Heading>
      <Form action={href(`${path}/import`)} csrf={call.frame.csrf} files>
        <Field
          kind="select"
          language={language}
          name="host"
          label={t(m('equivalence.host'))}
          value={values['host']}
          options={props.hosts}
          hint={t(m('equivalence.table.host-hint'))}
          error={refusal?.fields['host']}
          required={false}
        />
        <Field
          kind="select"
          language={language}
          name="home"
          label={t(m('equivalence.home'))}
          value={values['home'] || props.homes[0]?.value}
          options={props.homes}
          noEmpty={props.homes.length === 1}
          error={refusal?.fields['home']}
          required
        />
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('catalogue.file'))}
          hint={t(m('equivalence.table.file-hint'))}
          accept=".xlsx,.csv,.tsv,.txt"
          error={refusal?.fields['file']}
          required={false}
        />
        <Field
          kind="textarea"
          language={language}
          name="paste"
          label={t(m('catalogue.upload.paste'))}
          hint={t(m('catalogue.upload.paste-hint'))}
          rows={6}
          pasteTable
          value={values['paste']}
          error={refusal?.fields['paste']}
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('equivalence.table.submit'))}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
