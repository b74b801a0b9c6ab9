import type { Call } from '#kernel/http'
import { languages } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  FieldSet,
  Form,
  languageNames,
  type Option,
  Section,
  StateTag,
  Table,
} from '#ui'
import { catalogueFields, type PreviewRow } from '../formats/catalogue-reading.ts'
import { m } from '../messages/index.ts'
import type { CatalogueRow } from '../queries/catalogues.ts'
import { CourseTitle } from './courses.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { creditText } from './words.ts'

/** What the choice of columns shows. */
export interface CatalogueColumnsProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CatalogueRow
  preview: readonly PreviewRow[]
  errors: Readonly<Record<string, string>>
}

/** Which column holds what, and the first rows as they will be read. */
export function CatalogueColumns(props: CatalogueColumnsProps) {
  const { call, found } = props
  const { t, href } = call
  const path = `/recognition/catalogues/${found.id}`
  return (
    <>
      <Section
        title={t(m('catalogue.columns.title'))}
        id="columns"
        lead={t(m('catalogue.columns.lead'))}
      >
        <Form action={href(`${path}/mapping`)} csrf={call.frame.csrf}>
          <ColumnFields {...props} />
          <ReadingFields {...props} />
          <EncodingChoice
            call={call}
            encoding={found.mapping.encoding ?? found.encoding}
            encodings={found.sample.encodings}
          />
          <ButtonGroup>
            <Button name="next" value="start">
              {t(m('catalogue.columns.start'))}
            </Button>
            <Button name="next" value="preview" look="secondary">
              {t(m('catalogue.columns.apply'))}
            </Button>
          </ButtonGroup>
        </Form>
      </Section>
      <Section title={t(m('catalogue.preview.title'))} id="preview">
        <Table
          language={call.language}
          caption={t(m('catalogue.preview.title'))}
          captionHidden
          columns={previewColumns(call)}
          rows={props.preview}
          rowKey={(row) => String(row.number)}
          rowTone={(row) =>
            row.issues.some((issue) => issue.severity === 'error') ? 'harm' : undefined
          }
          empty={
            <EmptyState
              title={t(m('catalogue.preview.empty'))}
              why={t(m('catalogue.preview.empty-why'))}
            />
          }
        />
      </Section>
    </>
  )
}

function ColumnFields({ call, found, errors }: CatalogueColumnsProps) {
  const { t, language } = call
  const { columns } = found.mapping
  const options = columnOptions(call, found)
  return (
    <FieldSet
      legend={<span class="hidden-visually">{t(m('catalogue.columns.title'))}</span>}
      columns
    >
      {catalogueFields.map((field) => (
        <Field
          key={field}
          kind="select"
          language={language}
          name={`column.${field}`}
          label={t(m(`catalogue.field.${field}`))}
          noEmpty
          value={columns[field] === undefined ? '' : String(columns[field])}
          options={options}
          error={errors[`column.${field}`]}
        />
      ))}
    </FieldSet>
  )
}

function columnOptions({ t }: CatalogueColumnsProps['call'], found: CatalogueRow): Option[] {
  const { rows } = found.sample
  const names = rows[found.mapping.headerRow ?? -1] ?? []
  const width = Math.max(0, ...rows.map((row) => row.length))
  const numbered = Array.from({ length: width }, (_, index) => ({
    value: String(index),
    label: t(
      m('catalogue.columns.numbered', {
        number: columnLetters(index),
        name: (names[index] || rows.find((row) => row[index])?.[index] || '–').slice(0, 40),
      }),
    ),
  }))
  return [{ value: '', label: t(m('catalogue.columns.none')) }, ...numbered]
}

/** A column as a spreadsheet names it: A, B … Z, AA. */
function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function ReadingFields({ call, found, errors }: CatalogueColumnsProps) {
  const { t, language } = call
  const { mapping, sample } = found
  const headers = sample.rows.slice(0, 12).map((row, index) => ({
    value: String(index),
    label: t(
      m('catalogue.columns.row', {
        number: sample.numbers[index] ?? index + 1,
        text: row.filter(Boolean).join(' · ').slice(0, 60),
      }),
    ),
  }))
  const select = (name: string, label: string, value: string, options: readonly Option[]) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      value={value}
      options={options}
      noEmpty
      error={errors[name]}
    />
  )
  return (
    <FieldSet legend={t(m('catalogue.columns.other'))} columns>
      {sample.sheets &&
        sample.sheets.length > 1 &&
        select(
          'sheet',
          t(m('catalogue.columns.sheet')),
          mapping.sheet ?? sample.sheets[0]!,
          sample.sheets.map((sheet) => ({ value: sheet, label: sheet })),
        )}
      {select('headerRow', t(m('catalogue.columns.header-row')), String(mapping.headerRow ?? ''), [
        { value: '', label: t(m('catalogue.columns.no-header')) },
        ...headers,
      ])}
      {select('repeats', t(m('catalogue.columns.repeats')), mapping.repeats, [
        { value: 'courses', label: t(m('catalogue.columns.repeats.courses')) },
        { value: 'classes', label: t(m('catalogue.columns.repeats.classes')) },
      ])}
      {select('hours', t(m('catalogue.columns.hours')), mapping.hours, [
        { value: 'week', label: t(m('catalogue.columns.hours.week')) },
        { value: 'course', label: t(m('catalogue.columns.hours.course')) },
      ])}
      <Field
        kind="select"
        language={language}
        name="titleLanguage"
        label={t(m('catalogue.columns.title-language'))}
        hint={t(m('catalogue.columns.title-language-hint'))}
        value={mapping.titleLanguage}
        options={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        noEmpty
      />
    </FieldSet>
  )
}

function previewColumns(call: CatalogueColumnsProps['call']): Column<PreviewRow>[] {
  const { t, language } = call
  return [
    {
      key: 'row',
      label: t(m('catalogue.preview.row')),
      kind: 'number',
      cell: (row) => row.number,
    },
    {
      key: 'code',
      label: t(m('course.code')),
      primary: true,
      cell: (row) =>
        row.course?.code ?? (
          <span class="quiet">
            {t(m(row.issues.length > 0 ? 'catalogue.preview.left-out' : 'catalogue.preview.same'))}
          </span>
        ),
    },
    {
      key: 'title',
      label: t(m('course.name')),
      cell: (row) => row.course && <CourseTitle titles={row.course.titles} language={language} />,
    },
    {
      key: 'credit',
      label: t(m('course.credit')),
      kind: 'number',
      cell: (row) => row.course && creditText(row.course.credit, language),
    },
    {
      key: 'unit',
      label: t(m('course.unit')),
      cell: (row) =>
        row.course &&
        [...new Set([row.course.unit, row.course.faculty])].filter(Boolean).join(', '),
    },
    {
      key: 'remarks',
      label: t(m('catalogue.preview.remarks')),
      cell: (row) =>
        row.issues.map((issue) => (
          <p key={issue.key}>
            <StateTag tone={issue.severity === 'error' ? 'harm' : 'attention'}>
              {t(m(issue.key, issue.args))}
            </StateTag>
          </p>
        )),
    },
  ]
}
