import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Section,
} from '#ui'
import { m } from '../messages/index.ts'
import type { GradeTableRow } from '../rules/types.ts'
import { AgreedRows } from './agreed-tables.tsx'
import { agreedPath } from './grading-words.ts'
import { NameFields } from './rule-set-form.tsx'

/** What the form of an agreed table shows. */
export interface AgreedFormPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** Null for a table of its own. */
  tableId: string | null
  organisations: readonly Option[]
  hostScales: readonly Option[]
  homeScales: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  /** The lines that cannot be read or do not fit the scales, with what is wrong. */
  faults: readonly { text: string; what: string }[]
  preview: readonly GradeTableRow[] | null
}

/** Entering an agreed table: paste, look at what was read, publish. */
export function AgreedFormPage(props: AgreedFormPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  const title = t(m(props.tableId === null ? 'agreed.new' : 'agreed.edit'))
  const action = props.tableId === null ? agreedPath : `${agreedPath}/${props.tableId}/versions`
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(agreedPath), label: t(m('agreed.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        lead={t(m('agreed.form.lead'))}
        actions={
          props.tableId === null && (
            <ButtonLink href={href(`${agreedPath}/new`, { from: 'franco-german' })} look="quiet">
              {t(m('agreed.form.franco-german'))}
            </ButtonLink>
          )
        }
      >
        {title}
      </Heading>
      <Reading {...props} />
      <Form action={href(action)} csrf={call.frame.csrf}>
        <NameFields call={call} values={props.values} errors={refusal?.fields ?? {}} />
        <Scales {...props} />
        <Field
          kind="textarea"
          language={language}
          name="rows"
          label={t(m('agreed.rows'))}
          hint={t(m('agreed.form.rows-hint'))}
          rows={14}
          value={props.values['rows'] ?? ''}
          error={refusal?.fields['rows']}
        />
        <Field
          kind="text"
          language={language}
          name="source"
          label={t(m('correspondence.source'))}
          hint={t(m('correspondence.source-hint'))}
          value={props.values['source'] ?? ''}
          error={refusal?.fields['source']}
          required={false}
        />
        <ButtonGroup>
          <Button name="next" value="preview" look={preview ? 'secondary' : 'primary'}>
            {t(m('agreed.form.preview'))}
          </Button>
          <Button name="next" value="publish" look={preview ? 'primary' : 'secondary'}>
            {t(m('agreed.form.publish'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** What was read of the rows: what is wrong in them, or the table as it will be. */
function Reading({ call, preview, faults }: AgreedFormPageProps) {
  const { t } = call
  return (
    <>
      {faults.length > 0 && (
        <Notice
          tone="attention"
          live
          title={t(m('scale.preview.faults', { count: faults.length }))}
        >
          <ul>
            {faults.map((fault, index) => (
              <li key={index}>
                <span lang="">{fault.text}</span> – {fault.what}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {preview && (
        <Section title={t(m('scale.preview.title'))} id="preview">
          <Notice tone="info" live title={t(m('agreed.form.good', { count: preview.length }))} />
          <AgreedRows call={call} name={t(m('agreed.rows'))} rows={preview} />
        </Section>
      )}
    </>
  )
}

function Scales(props: AgreedFormPageProps) {
  const { call, refusal, values } = props
  const { t, language } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  return (
    <FieldSet legend={t(m('agreed.scales'))} columns>
      {props.organisations.length > 1 ? (
        <Field
          {...shared('organisation')}
          kind="select"
          label={t(m('scheme.institution'))}
          options={props.organisations}
        />
      ) : (
        <input type="hidden" name="organisation" value={props.organisations[0]?.value} />
      )}
      <Field
        {...shared('hostScale')}
        kind="select"
        label={t(m('correspondence.host-scale'))}
        options={props.hostScales}
      />
      <Field
        {...shared('homeScale')}
        kind="select"
        label={t(m('correspondence.home-scale'))}
        options={props.homeScales}
      />
    </FieldSet>
  )
}
