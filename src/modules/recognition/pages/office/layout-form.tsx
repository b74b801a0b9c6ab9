import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  EntryGrid,
  type EntryRow,
  ErrorSummary,
  Field,
  FieldSet,
  Fold,
  Form,
  Heading,
  type Option,
  Page,
  Section,
} from '#ui'
import { m } from '../../messages/index.ts'
import { layoutEncodings, postingSources } from '../../rules/office/registry-layout.ts'
import { layoutsPath, postingsPath } from './posting-words.ts'

/** What the form of a layout shows. */
export interface LayoutFormPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The layout that is changed; null where a new one is made. */
  current: { id: string; name: string; version: number } | null
  institutions: readonly Option[]
  values: Readonly<Record<string, string>>
  columns: readonly EntryRow[]
  refusal: { message: string; fields: Record<string, string> } | null
  /** What a file by this layout would say, from credit that waits; null where there is none to show. */
  sample: string | null
}

/** Making a layout of the registry, or its next version. */
export function LayoutFormPage(props: LayoutFormPageProps) {
  const { call, current, refusal } = props
  const { t, language, href } = call
  const title = current ? t(m('posting.layout.change')) : t(m('posting.layout.new'))
  const action = current ? `${layoutsPath}/${current.id}/changes` : layoutsPath
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[
        { href: href(postingsPath), label: t(m('posting.title')) },
        { href: href(layoutsPath), label: t(m('posting.tab.layouts')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('posting.layout.form-lead'))}>
        {title}
      </Heading>
      <Form action={href(action)} csrf={call.frame.csrf} files>
        <What {...props} />
        <Headings {...props} />
        <ColumnsGrid {...props} />
        <FileFields {...props} />
        <AnswerFields {...props} />
        {props.sample !== null && <Sample {...props} sample={props.sample} />}
        <ButtonGroup>
          <Button name="do" value="publish">
            {t(m('posting.layout.publish'))}
          </Button>
          <Button name="do" value="look" look="secondary">
            {t(m('posting.layout.look'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type Shared = { name: string; value: string; error: string | undefined; language: Call['language'] }

const option = (value: string, label: string): Option => ({ value, label })

function shared({ call, values, refusal }: LayoutFormPageProps, name: string): Shared {
  return {
    language: call.language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  }
}

function What(props: LayoutFormPageProps) {
  const { call, current, institutions } = props
  const { t } = call
  return (
    <>
      {current && <input type="hidden" name="basedOn" value={current.version} />}
      {!current && institutions.length > 1 ? (
        <Field
          {...shared(props, 'organisation')}
          kind="select"
          label={t(m('course.institution'))}
          options={institutions}
        />
      ) : (
        <input type="hidden" name="organisation" value={institutions[0]?.value} />
      )}
      <Field
        {...shared(props, 'name')}
        kind="text"
        label={t(m('posting.layout.name'))}
        hint={t(m('posting.layout.name-hint'))}
        width="medium"
        maxlength={200}
      />
    </>
  )
}

function Headings(props: LayoutFormPageProps) {
  const { call, current } = props
  const { t, language } = call
  return (
    <Fold
      summary={t(m('posting.layout.from-file'))}
      open={!current && props.columns.every((row) => row.values['source'] === '')}
    >
      <p>{t(m('posting.layout.from-file-hint'))}</p>
      <Field
        kind="file"
        language={language}
        name="template"
        label={t(m('posting.layout.template'))}
        accept=".xlsx,.csv,.tsv,.txt"
        error={props.refusal?.fields['template']}
        required={false}
      />
      <Field
        {...shared(props, 'pasted')}
        kind="textarea"
        rows={2}
        label={t(m('posting.layout.paste'))}
        required={false}
      />
      <Button name="do" value="headings" look="secondary" formNoValidate>
        {t(m('posting.layout.take-headings'))}
      </Button>
    </Fold>
  )
}

function ColumnsGrid({ call, columns, refusal }: LayoutFormPageProps) {
  const { t, language } = call
  return (
    <Section title={t(m('posting.layout.columns'))} lead={t(m('posting.layout.columns-lead'))}>
      {refusal?.fields['columns'] && (
        <p class="late" id="columns">
          {refusal.fields['columns']}
        </p>
      )}
      <EntryGrid
        language={language}
        caption={t(m('posting.layout.columns'))}
        name="columns"
        columns={[
          {
            name: 'heading',
            label: t(m('posting.layout.heading')),
            size: 'normal',
            maxlength: 200,
          },
          {
            name: 'source',
            label: t(m('posting.layout.source')),
            size: 'normal',
            kind: 'select',
            options: [
              { value: '', label: t(m('posting.layout.no-column')) },
              ...postingSources.map((source) => ({
                value: source,
                label: t(m(`posting.source.${source}`)),
              })),
            ],
          },
          { name: 'format', label: t(m('posting.layout.format')), size: 'narrow', maxlength: 200 },
          {
            name: 'replacements',
            label: t(m('posting.layout.replacements')),
            size: 'normal',
            maxlength: 400,
          },
        ]}
        rows={columns}
      />
      <p class="hint">{t(m('posting.layout.format-hint'))}</p>
      <Button name="do" value="more" look="quiet" small formNoValidate icon="plus">
        {t(m('posting.layout.more-columns'))}
      </Button>
    </Section>
  )
}

function FileFields(props: LayoutFormPageProps) {
  const { t } = props.call
  return (
    <FieldSet legend={t(m('posting.layout.file'))} columns>
      <Field
        {...shared(props, 'file')}
        kind="radio"
        inline
        label={t(m('posting.layout.file'))}
        options={[
          option('xlsx', t(m('posting.file-kind.xlsx'))),
          option('csv', t(m('posting.file-kind.csv'))),
        ]}
      />
      <Field
        kind="checkbox"
        language={props.call.language}
        name="headings"
        label={t(m('posting.layout.headings'))}
        value="yes"
        checked={props.values['headings'] === 'yes'}
        required={false}
      />
      <Field
        {...shared(props, 'sheet')}
        kind="text"
        label={t(m('posting.layout.sheet'))}
        width="medium"
        maxlength={31}
        required={false}
      />
      <TextFileFields {...props} />
    </FieldSet>
  )
}

/** What is asked of a text file only; a workbook ignores it. */
function TextFileFields(props: LayoutFormPageProps) {
  const { t } = props.call
  return (
    <>
      <Field
        {...shared(props, 'encoding')}
        kind="select"
        label={t(m('posting.layout.encoding'))}
        options={layoutEncodings.map((each) => option(each, t(m(`posting.encoding.${each}`))))}
        noEmpty
      />
      <Field
        {...shared(props, 'delimiter')}
        kind="select"
        label={t(m('posting.layout.delimiter'))}
        noEmpty
        options={[
          option(',', ','),
          option(';', ';'),
          option('tab', t(m('posting.layout.tab'))),
          option('|', '|'),
        ]}
      />
      <Field
        {...shared(props, 'lineEnd')}
        kind="select"
        label={t(m('posting.layout.line-end'))}
        noEmpty
        options={(['crlf', 'lf'] as const).map((each) =>
          option(each, t(m(`posting.line-end.${each}`))),
        )}
      />
      <Field
        {...shared(props, 'quotes')}
        kind="select"
        label={t(m('posting.layout.quotes'))}
        noEmpty
        options={(['needed', 'always'] as const).map((each) =>
          option(each, t(m(`posting.quotes.${each}`))),
        )}
      />
      <Field
        kind="checkbox"
        language={props.call.language}
        name="guarded"
        label={t(m('posting.layout.guarded'))}
        hint={t(m('posting.layout.guarded-hint'))}
        value="yes"
        checked={props.values['guarded'] === 'yes'}
        required={false}
      />
    </>
  )
}

function AnswerFields(props: LayoutFormPageProps) {
  const { t } = props.call
  const parts = [
    'reference',
    'studentNumber',
    'course',
    'status',
    'credit',
    'grade',
    'message',
  ] as const
  return (
    <FieldSet
      legend={t(m('posting.layout.answer'))}
      hint={t(m('posting.layout.answer-hint'))}
      columns
    >
      {parts.map((part) => (
        <Field
          key={part}
          {...shared(props, `answer.${part}`)}
          kind="text"
          label={t(m(`posting.answer-column.${part}`))}
          required={false}
          maxlength={200}
        />
      ))}
      <Field
        {...shared(props, 'answer.accepted')}
        kind="text"
        label={t(m('posting.layout.accepted'))}
        hint={t(m('posting.layout.accepted-hint'))}
        required={false}
        maxlength={400}
      />
    </FieldSet>
  )
}

function Sample({ call, sample }: LayoutFormPageProps & { sample: string }) {
  const { t } = call
  return (
    <Section title={t(m('posting.layout.sample'))} lead={t(m('posting.layout.sample-lead'))}>
      <pre tabindex={0}>{sample}</pre>
    </Section>
  )
}
