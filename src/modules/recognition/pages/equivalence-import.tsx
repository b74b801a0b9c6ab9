import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'

/** A row that was not taken, and why. */
export interface RowProblem {
  row: number
  cells: string
  messages: readonly string[]
}

/** What the import of equivalences shows. */
export interface EquivalenceImportPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  homes: readonly Option[]
  hosts: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  problems: readonly RowProblem[]
}

const path = '/recognition/equivalences'

/** Taking in a table of equivalences, with every row that needs correction named. */
export function EquivalenceImportPage(props: EquivalenceImportPageProps) {
  const { call, refusal, values, problems } = props
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
      {problems.length > 0 && <Problems call={call} problems={problems} />}
      <Form action={href(`${path}/import`)} csrf={call.frame.csrf} files>
        <Field
          kind="select"
          language={language}
          name="host"
          label={t(m('equivalence.host'))}
          value={values['host']}
          options={props.hosts}
          error={refusal?.fields['host']}
          required
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

function Problems({ call, problems }: Pick<EquivalenceImportPageProps, 'call' | 'problems'>) {
  const { t, language } = call
  return (
    <Section title={t(m('catalogue.problems'))} id="problems">
      <Table
        language={language}
        caption={t(m('catalogue.problems'))}
        captionHidden
        rows={problems}
        rowKey={(row) => String(row.row)}
        columns={[
          {
            key: 'row',
            label: t(m('catalogue.problems.row')),
            kind: 'number',
            primary: true,
            cell: (row) => row.row,
          },
          {
            key: 'what',
            label: t(m('catalogue.problems.what')),
            cell: (row) => row.messages.map((message) => <p key={message}>{message}</p>),
          },
          { key: 'cells', label: t(m('catalogue.problems.cells')), cell: (row) => row.cells },
        ]}
      />
    </Section>
  )
}
