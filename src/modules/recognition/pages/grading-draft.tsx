import type { Call } from '#kernel/http'
import { formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Notice,
  ObjectStrip,
  type Option,
  Page,
  Section,
  Table,
} from '#ui'
import { countFields, countShapes, markGroupings } from '../formats/grade-counts.ts'
import type { GradeCountIssue } from '../formats/grade-counts-texts.ts'
import { m } from '../messages/index.ts'
import type { GradingDraftRecord } from '../queries/grading-tables.ts'
import type { GradingTableRow } from '../rules/grade-types.ts'
import { GroupFields } from './grading-new.tsx'
import { Distribution } from './grading-table.tsx'
import { exact } from '../stored.ts'
import { gradingPath, scaleName } from './grading-words.ts'

/** What the page of a file of grades shows before it becomes a table. */
export interface GradingDraftPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: GradingDraftRecord
  rows: readonly GradingTableRow[]
  /** What should be known of the table as it was read. */
  warnings: readonly string[]
  /** Columns of the file to choose from. */
  columns: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** A file of grades as it was read: what counts, what does not, what is wrong; then the publication. */
export function GradingDraftPage(props: GradingDraftPageProps) {
  const { call, found, refusal } = props
  const { t, language, href } = call
  const here = `${gradingPath}/drafts/${found.id}`
  return (
    <Page
      frame={call.frame}
      title={found.file_name}
      trail={[{ href: href(gradingPath), label: t(m('grading.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
      wide
    >
      <ObjectStrip
        language={language}
        kind={t(m('grading.draft'))}
        title={found.file_name}
        detail={`${localised(found.countedNames, language).text} · ${scaleName(call, found.scale)}`}
        state={{ tone: 'attention', label: t(m('grading.draft-state')) }}
        next={t(m('grading.draft-next'))}
      />
      {props.warnings.map((text) => (
        <Notice key={text} tone="attention">
          {text}
        </Notice>
      ))}
      <Section title={t(m('grading.as-read'))} id="rows" lead={readText(props)}>
        <Distribution call={call} name={scaleName(call, found.scale)} rows={props.rows} />
      </Section>
      {found.result.issues.length > 0 && <Issues {...props} />}
      <Section title={t(m('grading.reading'))} id="reading" lead={t(m('grading.reading-lead'))}>
        <Form action={href(`${here}/reading`)} csrf={call.frame.csrf}>
          <input type="hidden" name="revision" value={String(found.revision)} />
          <ReadingFields {...props} />
          <GroupFields call={call} values={props.values} errors={refusal?.fields ?? {}} />
          <ButtonGroup>
            <Button look="secondary">{t(m('grading.read-again'))}</Button>
          </ButtonGroup>
        </Form>
      </Section>
      {props.rows.length > 0 && <Publication {...props} />}
      <Form action={href(`${here}/removal`)} csrf={call.frame.csrf} inline>
        <Button look="quiet">{t(m('grading.discard'))}</Button>
      </Form>
    </Page>
  )
}

/** What was read and what does not count, in a sentence. */
function readText({ call, found }: GradingDraftPageProps): string {
  const { t, language } = call
  const { rowsRead, rowsUsed, leftOut } = found.result
  const whole = (value: number) => formatNumber(value, language)
  const sum = (value: string) => formatNumber(exact(value), language, 3)
  return t(
    m('grading.read-text', {
      read: whole(rowsRead),
      used: whole(rowsUsed),
      failed: sum(leftOut.failed),
      remarks: sum(leftOut.remarks),
      words: sum(leftOut.words),
    }),
  )
}

function Issues({ call, found }: GradingDraftPageProps) {
  const { t, language } = call
  const columns: Column<GradeCountIssue>[] = [
    {
      key: 'row',
      label: t(m('catalogue.problems.row')),
      kind: 'number',
      primary: true,
      cell: (issue) => formatNumber(issue.row, language),
    },
    {
      key: 'what',
      label: t(m('catalogue.problems.what')),
      cell: (issue) => t(m(issue.key, issue.args)),
    },
  ]
  const { issues, rowsWrong } = found.result
  return (
    <Section
      title={t(m('grading.issues', { count: rowsWrong }))}
      id="issues"
      lead={
        rowsWrong > issues.length
          ? t(m('grading.issues-shown', { shown: issues.length }))
          : t(m('grading.issues-lead'))
      }
    >
      <Table
        language={language}
        caption={t(m('grading.issues', { count: rowsWrong }))}
        captionHidden
        columns={columns}
        rows={issues}
        rowKey={(issue) => `${issue.row}-${issue.key}-${issue.args.value}`}
      />
    </Section>
  )
}

function ReadingFields(props: GradingDraftPageProps) {
  const { t } = props.call
  const { sheets } = props.found.sample
  const options = <Key extends string>(keys: readonly Key[], words: (key: Key) => string) =>
    keys.map((key) => ({ value: key, label: words(key) }))
  return (
    <FieldSet legend={t(m('grading.columns'))} columns>
      {sheets && sheets.length > 1 && (
        <Choice
          props={props}
          name="sheet"
          label={t(m('catalogue.columns.sheet'))}
          options={options(sheets, (sheet) => sheet)}
        />
      )}
      <Entry props={props} name="header" words="grading.header" hint="grading.header-hint" short />
      <Choice
        props={props}
        name="shape"
        label={t(m('grading.shape'))}
        options={options(countShapes, (shape) => t(m(`grading.shape.${shape}`)))}
      />
      {countFields.map((field) => (
        <Choice
          key={field}
          props={props}
          name={`column.${field}`}
          label={t(m(`grading.column.${field}`))}
          options={props.columns}
        />
      ))}
      <Choice
        props={props}
        name="unit"
        label={t(m('grading.unit'))}
        options={options(['count', 'percent'] as const, (unit) => t(m(`grading.unit.${unit}`)))}
      />
      {props.found.scale.kind === 'range' && (
        <Choice
          props={props}
          name="grouping"
          label={t(m('grading.grouping'))}
          options={options(
            markGroupings.filter((each) => each !== 'band' || hasBands(props.found)),
            (each) => t(m(`grading.grouping.${each}`)),
          )}
        />
      )}
      <Entry props={props} name="courses" words="grading.courses" hint="grading.courses-hint" />
      <Entry props={props} name="from" words="grading.from" year />
      <Entry props={props} name="to" words="grading.to" year />
    </FieldSet>
  )
}

interface OneProps {
  props: GradingDraftPageProps
  name: string
}

function Choice({
  props,
  name,
  label,
  options,
}: OneProps & { label: string; options: readonly Option[] }) {
  return (
    <Field
      kind="select"
      noEmpty
      language={props.call.language}
      name={name}
      label={label}
      options={options}
      value={props.values[name] ?? ''}
      error={props.refusal?.fields[name]}
      required={false}
    />
  )
}

function Entry({
  props,
  name,
  words,
  hint,
  short,
  year,
}: OneProps & {
  words: Parameters<typeof m>[0]
  hint?: Parameters<typeof m>[0]
  short?: boolean
  year?: boolean
}) {
  const { t, language } = props.call
  return (
    <Field
      kind={year ? 'year' : 'text'}
      language={language}
      name={name}
      label={t(m(words))}
      hint={hint && t(m(hint))}
      {...(short ? { width: 'short' } : {})}
      value={props.values[name] ?? ''}
      error={props.refusal?.fields[name]}
      required={false}
    />
  )
}

function hasBands({ scale }: GradingDraftRecord): boolean {
  return scale.kind === 'range' && scale.bands.length > 0
}

function Publication(props: GradingDraftPageProps) {
  const { call, found, refusal, values } = props
  const { t, language, href } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  return (
    <Section title={t(m('grading.publish'))} id="publish" lead={t(m('grading.publish-lead'))}>
      <Form action={href(`${gradingPath}/drafts/${found.id}/publication`)} csrf={call.frame.csrf}>
        <input type="hidden" name="revision" value={String(found.revision)} />
        <FieldSet legend={t(m('grading.years'))} hint={t(m('grading.years-hint'))} columns>
          <Field {...shared('yearFrom')} kind="year" label={t(m('grading.year-from'))} />
          <Field {...shared('yearTo')} kind="year" label={t(m('grading.year-to'))} />
          <Field {...shared('validFrom')} kind="date" label={t(m('grading.valid-from'))} />
        </FieldSet>
        <ButtonGroup>
          <Button>{t(m('grading.publish-submit'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
