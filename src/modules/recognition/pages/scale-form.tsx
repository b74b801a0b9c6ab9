import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  type Column,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Section,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { GradeScale } from '../rules/types.ts'
import { NameFields } from './rule-set-form.tsx'
import { GradeTable } from './scale.tsx'
import { scalesPath, schemesPath } from './schemes.tsx'

/** What the form of a grade scale shows. */
export interface ScaleFormPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  organisations: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  /** What was sent, as it was read: the scale where it is in order, else the rows with their remarks. */
  preview: { scale: GradeScale } | { rows: readonly PreviewRow[] } | null
}

/** A line that was sent, and what is to be corrected in it. */
export interface PreviewRow {
  number: number
  text: string
  remarks: readonly string[]
}

/** Entering a grade scale: paste, look at what was read, enter. */
export function ScaleFormPage(props: ScaleFormPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  const isGood = preview !== null && 'scale' in preview
  return (
    <Page
      frame={call.frame}
      title={t(m('scale.new'))}
      trail={[{ href: href(schemesPath), label: t(m('scheme.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('scale.form.lead'))}>
        {t(m('scale.new'))}
      </Heading>
      {preview && <Preview call={call} preview={preview} />}
      <Form action={href(scalesPath)} csrf={call.frame.csrf}>
        {props.organisations.length > 1 ? (
          <One props={props} kind="select" name="organisation" words="scheme.institution" />
        ) : (
          <input type="hidden" name="organisation" value={props.organisations[0]?.value} />
        )}
        <NameFields call={call} values={props.values} errors={refusal?.fields ?? {}} />
        <Grades {...props} />
        <Validity {...props} />
        <ButtonGroup>
          <Button name="next" value="preview" look={isGood ? 'secondary' : 'primary'}>
            {t(m('scale.form.preview'))}
          </Button>
          <Button name="next" value="enter" look={isGood ? 'primary' : 'secondary'}>
            {t(m('scale.form.submit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Preview({
  call,
  preview,
}: {
  call: ScaleFormPageProps['call']
  preview: NonNullable<ScaleFormPageProps['preview']>
}) {
  const { t, language } = call
  if ('scale' in preview) {
    return (
      <Section title={t(m('scale.preview.title'))} id="preview">
        <Notice tone="info" live title={t(m('scale.preview.good'))} />
        <GradeTable call={call} scale={preview.scale} />
      </Section>
    )
  }
  if (preview.rows.length === 0) return null
  const columns: Column<PreviewRow>[] = [
    {
      key: 'row',
      label: t(m('scale.preview.row')),
      primary: true,
      cell: (row) => row.number,
    },
    { key: 'text', label: t(m('scale.label')), cell: (row) => <span lang="">{row.text}</span> },
    {
      key: 'remark',
      label: t(m('scale.preview.remark')),
      cell: (row) => row.remarks.join(' · '),
    },
  ]
  const wrong = preview.rows.filter((row) => row.remarks.length > 0).length
  return (
    <Section title={t(m('scale.preview.title'))} id="preview">
      {wrong > 0 && (
        <Notice tone="attention" live title={t(m('scale.preview.faults', { count: wrong }))} />
      )}
      <Table
        language={language}
        caption={t(m('scale.preview.title'))}
        captionHidden
        columns={columns}
        rows={preview.rows}
        rowKey={(row) => String(row.number)}
        rowTone={(row) => (row.remarks.length > 0 ? 'attention' : undefined)}
      />
    </Section>
  )
}

type Key = Parameters<typeof m>[0]

function One({
  props,
  kind,
  name,
  words,
  hint,
  rows = 3,
  options = [],
  optional,
}: {
  props: ScaleFormPageProps
  kind: 'text' | 'year' | 'textarea' | 'select' | 'radio'
  name: string
  words: Key
  hint?: Key
  rows?: number
  options?: readonly Option[]
  optional?: boolean
}) {
  const { t, language } = props.call
  const shared = {
    language,
    name,
    label: t(m(words)),
    hint: hint && t(m(hint)),
    value: props.values[name] ?? '',
    error: props.refusal?.fields[name],
    required: optional ? false : undefined,
  }
  if (kind === 'select') return <Field {...shared} kind="select" options={props.organisations} />
  if (kind === 'radio') return <Field {...shared} kind="radio" options={options} />
  if (kind === 'textarea') return <Field {...shared} kind="textarea" rows={rows} />
  return <Field {...shared} kind={kind} width="short" />
}

function Grades(props: ScaleFormPageProps) {
  const { t } = props.call
  return (
    <>
      <One
        props={props}
        kind="radio"
        name="kind"
        words="scale.form.kind"
        options={[
          { value: 'steps', label: t(m('scale.form.steps')) },
          { value: 'range', label: t(m('scale.form.range')) },
        ]}
      />
      <One
        props={props}
        kind="textarea"
        name="rows"
        words="scale.form.rows"
        hint="scale.form.rows-hint"
        rows={12}
      />
      <FieldSet legend={t(m('scale.form.bounds'))} columns>
        <One props={props} kind="text" name="lowest" words="scale.form.lowest" />
        <One props={props} kind="text" name="highest" words="scale.form.highest" />
        <One props={props} kind="text" name="passMark" words="scale.form.pass-mark" />
        <One
          props={props}
          kind="radio"
          name="better"
          words="scale.order"
          options={[
            { value: 'higher', label: t(m('scale.higher')) },
            { value: 'lower', label: t(m('scale.lower')) },
          ]}
        />
      </FieldSet>
      <One
        props={props}
        kind="textarea"
        name="words"
        optional
        words="scale.form.words"
        hint="scale.form.words-hint"
      />
      <One
        props={props}
        kind="textarea"
        name="remarks"
        optional
        words="scale.form.remarks"
        hint="scale.form.remarks-hint"
        rows={2}
      />
    </>
  )
}

function Validity(props: ScaleFormPageProps) {
  const { t } = props.call
  return (
    <>
      <FieldSet
        legend={t(m('scale.form.validity'))}
        hint={t(m('scale.form.validity-hint'))}
        columns
      >
        <One props={props} kind="year" name="intakeFrom" optional words="scheme.from" />
        <One props={props} kind="year" name="intakeTo" optional words="scheme.to" />
      </FieldSet>
      <One
        props={props}
        kind="textarea"
        name="sources"
        optional
        words="rule-set.form.sources"
        hint="rule-set.form.sources-hint"
      />
    </>
  )
}
