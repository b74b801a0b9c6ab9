import { type Column, type Content, Field, FieldSet, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'
import type { CaseFactsProps } from './case-facts-props.ts'
import { evidenceOptions, kindOptions } from './learning-words.ts'
import { titleOf } from './words.ts'

/** The row that stands for all courses: what is chosen there is chosen for each. */
const all = 'all'

interface Row {
  id: string
  name: Content
  /** What a screen reader calls it. */
  label: string
}

/** How each course was learnt and which papers of it have been seen, all on one sheet. */
export function LearntTable(props: CaseFactsProps) {
  const { call, lines } = props
  const { t, language } = call
  const rows: Row[] = [
    ...(lines.length > 1
      ? [{ id: all, name: t(m('case-facts.all')), label: t(m('case-facts.all')) }]
      : []),
    ...lines.map((line) => courseRow(line, language)),
  ]
  return (
    <FieldSet legend={t(m('fact.learning'))} hint={t(m('case-facts.hint'))}>
      {lines.map((line) => (
        <input key={line.id} type="hidden" name={`was.${line.id}`} value={learningText(line)} />
      ))}
      <Table
        language={language}
        caption={t(m('fact.learning'))}
        captionHidden
        columns={[
          {
            key: 'course',
            label: t(m('case-facts.course')),
            primary: true,
            cell: (row: Row) => row.name,
          },
          kindColumn(props),
          ...evidenceColumns(props),
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </FieldSet>
  )
}

function courseRow(line: CaseLine, language: CaseFactsProps['call']['language']): Row {
  const title = titleOf(line.titles, language)
  return {
    id: line.id,
    name: (
      <>
        <span lang="">{line.code}</span> <span lang={title.language}>{title.text}</span>
      </>
    ),
    label: `${line.code} ${title.text}`,
  }
}

/** A line's kind and papers as a form sends back what it had shown. */
export function learningText({ kind, evidence }: Pick<CaseLine, 'kind' | 'evidence'>): string {
  return [kind ?? '', ...(evidence ?? [])].join(' ')
}

function kindColumn({ call, values }: CaseFactsProps): Column<Row> {
  const { t, language } = call
  const label = t(m('correction.field.kind'))
  const unsaid = (id: string) =>
    t(m(id === all ? 'case-facts.as-they-are' : 'correction.status.unsaid'))
  return {
    key: 'kind',
    label,
    cell: (row) => (
      <Field
        kind="select"
        language={language}
        name={`kind.${row.id}`}
        label={`${label}: ${row.label}`}
        labelHidden
        value={values[`kind.${row.id}`] ?? ''}
        noEmpty
        options={[{ value: '', label: unsaid(row.id) }, ...kindOptions(t)]}
      />
    ),
  }
}

function evidenceColumns({ call, values }: CaseFactsProps): Column<Row>[] {
  return evidenceOptions(call.t).map(({ value, label }) => ({
    key: value,
    label,
    cell: (row) => (
      <span class="choice-plain">
        <input
          type="checkbox"
          name={`evidence.${row.id}`}
          value={value}
          checked={(values[`evidence.${row.id}`] ?? '').split(' ').includes(value)}
          aria-label={`${label}: ${row.label}`}
        />
      </span>
    ),
  }))
}
