import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  type StagedFile,
} from '#ui'
import { m } from '../messages/index.ts'
import { cycles } from '../rules/grade-types.ts'
import { cycleKey, gradingPath } from './grading-words.ts'

/** What the form shows with which a file of grades is brought in. */
export interface NewGradingTablePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The institutions for which the reader may enter a table. */
  organisations: readonly Option[]
  /** The institutions whose grades may be counted. */
  counted: readonly Option[]
  scales: readonly Option[]
  values: Readonly<Record<string, string>>
  staged: readonly StagedFile[]
  maxBytes: number
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Bringing grades in: whose they are, and the file or what was copied. */
export function NewGradingTablePage(props: NewGradingTablePageProps) {
  const { call, refusal, values } = props
  const { t, language, href } = call
  const title = t(m(values['table'] ? 'grading.new-version' : 'grading.new'))
  const error = (name: string) => refusal?.fields[name]
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(gradingPath), label: t(m('grading.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('grading.form.lead'))}>
        {title}
      </Heading>
      <Form action={href(gradingPath)} csrf={call.frame.csrf} files>
        <input type="hidden" name="table" value={values['table'] ?? ''} />
        <Whose {...props} />
        <GroupFields call={call} values={values} errors={refusal?.fields ?? {}} />
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('grading.form.file'))}
          hint={t(m('grading.form.file-hint'))}
          accept=".xlsx,.csv,.tsv,.txt"
          maxBytes={props.maxBytes}
          staged={props.staged}
          error={error('file')}
          required={false}
        />
        <Field
          kind="textarea"
          language={language}
          name="paste"
          label={t(m('catalogue.upload.paste'))}
          hint={t(m('grading.form.paste-hint'))}
          rows={6}
          pasteTable
          value={values['paste']}
          error={error('paste')}
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('grading.form.read'))}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Whose(props: NewGradingTablePageProps) {
  const { call, refusal, values } = props
  const { t, language } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  return (
    <>
      {props.organisations.length > 1 ? (
        <Field
          {...shared('organisation')}
          kind="select"
          label={t(m('grading.entered-by'))}
          options={props.organisations}
        />
      ) : (
        <input type="hidden" name="organisation" value={props.organisations[0]?.value} />
      )}
      <FieldSet legend={t(m('grading.form.whose'))} hint={t(m('grading.form.whose-hint'))} columns>
        <Field
          {...shared('counted')}
          kind="select"
          label={t(m('scheme.institution'))}
          options={props.counted}
        />
        <Field
          {...shared('scale')}
          kind="select"
          label={t(m('scheme.scale'))}
          options={props.scales}
        />
      </FieldSet>
    </>
  )
}

/** The reference group and where the figures are from; the years are said when the table is published. */
export function GroupFields({
  call,
  values,
  errors,
}: {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}) {
  const { t, language } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: errors[name],
    required: false,
  })
  return (
    <FieldSet legend={t(m('grading.group'))} hint={t(m('grading.form.group-hint'))} columns>
      <Field
        {...shared('cycle')}
        kind="select"
        noEmpty
        label={t(m('grading.form.cycle'))}
        options={[null, ...cycles].map((cycle) => ({
          value: cycle ?? '',
          label: t(m('grading.cycle', { cycle: cycleKey(cycle) })),
        }))}
      />
      <Field
        {...shared('iscedF')}
        kind="text"
        width="short"
        inputmode="numeric"
        label={t(m('grading.form.field'))}
        hint={t(m('grading.form.field-hint'))}
      />
      <Field
        {...shared('source')}
        kind="text"
        label={t(m('correspondence.source'))}
        hint={t(m('correspondence.source-hint'))}
      />
    </FieldSet>
  )
}
