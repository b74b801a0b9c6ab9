import { formatList } from '#kernel/values'
import {
  type Column,
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  Fold,
  Form,
  Heading,
  type Link,
  Notice,
  Section,
  Table,
  Typed,
} from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { ReadColumn, RowProblem } from '../import-table.ts'
import { type FormState, Framed, type Scene, asker } from './scene.tsx'

/** What kind of list is brought in: its words, and where it goes. */
export interface ImportKind {
  title: string
  lead: string
  /** The columns that it may have, in the reader's words; obligatory ones first. */
  columns: readonly { name: string; label: string; required: boolean }[]
  /** Where an empty list with its headings is, with one row as an example. */
  templateHref?: string
  /** What the first day is that is asked for rows that name none; absent where rows have no day. */
  startHint?: Message
  action: string
  backHref: string
  trail: readonly Link[]
}

/** How a list was understood, as the preview shows it. */
export interface ImportPreview {
  text: string
  /** The first day of rows that name none. */
  startsOn: string | null
  rows: readonly { row: number; cells: readonly string[] }[]
  headings: readonly string[]
  problems: readonly RowProblem[]
  already: number
  /** What is said of rows that another list takes. */
  elsewhere?: string | null
  ignored: readonly string[]
  /** What stands in each row as it was given, by its number. */
  written: ReadonlyMap<number, string>
}

/** The columns of a list that was given, and the list as text. */
export interface GivenColumns {
  columns: readonly ReadColumn[]
  text: string
}

interface ImportProps {
  scene: Scene
  kind: ImportKind
  form: FormState
  preview: ImportPreview | null
  given: GivenColumns | null
}

/** A list is pasted or a file chosen, looked at as it was understood, and then brought in: two steps, both without scripts. */
export function ImportPage({ scene, kind, form, preview, given }: ImportProps) {
  const ask = asker(scene, form)
  const { t } = scene
  return (
    <Framed scene={scene} title={kind.title} form={form} wide trail={kind.trail}>
      <Heading
        level={1}
        lead={kind.lead}
        actions={
          kind.templateHref && (
            <ButtonLink look="quiet" icon="download" download href={kind.templateHref}>
              {t(m('import.template'))}
            </ButtonLink>
          )
        }
      >
        {kind.title}
      </Heading>
      {preview && <Preview scene={scene} kind={kind} preview={preview} />}
      {given && <Columns scene={scene} kind={kind} given={given} isOpen={preview === null} />}
      {!preview && !given && (
        <Form action={kind.action} csrf={scene.frame.csrf} files hidden={{ step: 'preview' }}>
          {ask('textarea', 'text', m('import.paste'), {
            hint: m('import.paste-hint'),
            rows: 8,
            pasteTable: true,
            required: false,
          })}
          {ask('file', 'file', m('import.file'), {
            hint: m('import.file-hint'),
            accept: '.xlsx,.csv,.tsv,.txt',
            maxBytes: importBytes,
            required: false,
          })}
          {kind.startHint &&
            ask('date', 'startsOn', m('import.starts-on'), {
              hint: kind.startHint,
              width: 'short',
              required: false,
            })}
          <Fold summary={t(m('import.columns'))}>
            <ul>
              {kind.columns.map((column) => (
                <li key={column.label}>
                  {column.label}{' '}
                  {column.required && <span class="quiet">{t(m('import.column-required'))}</span>}
                </li>
              ))}
            </ul>
          </Fold>
          <ButtonGroup>
            <Button>{t(m('import.look'))}</Button>
            <ButtonLink look="quiet" href={kind.backHref}>
              {t(m('action.back'))}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
    </Framed>
  )
}

/** The largest file that a list may be. */
export const importBytes = 4 * 1024 * 1024

interface PreviewProps {
  scene: Scene
  kind: ImportKind
  preview: ImportPreview
}

function Preview({ scene, kind, preview }: PreviewProps) {
  const { t } = scene
  const faulty = new Set(preview.problems.map((problem) => problem.row)).size
  return (
    <>
      <Notice
        tone={faulty > 0 ? 'attention' : 'info'}
        title={t(m('import.understood', { count: preview.rows.length }))}
      >
        {faulty > 0 && <p>{t(m('import.faulty', { count: faulty }))}</p>}
        {preview.already > 0 && <p>{t(m('import.already', { count: preview.already }))}</p>}
        {preview.elsewhere && <p>{preview.elsewhere}</p>}
        {preview.ignored.length > 0 && (
          <p>{t(m('import.ignored', { columns: formatList(preview.ignored, scene.language) }))}</p>
        )}
      </Notice>
      {preview.problems.length > 0 && <Problems scene={scene} kind={kind} preview={preview} />}
      <Section title={t(m('import.rows'))} id="rows">
        <Rows scene={scene} preview={preview} />
      </Section>
      <Form
        action={kind.action}
        csrf={scene.frame.csrf}
        hidden={{ text: preview.text, startsOn: preview.startsOn ?? '' }}
      >
        <ButtonGroup>
          {preview.rows.length > 0 && faulty === 0 && (
            <Button name="step" value="import">
              {t(m('import.do', { count: preview.rows.length }))}
            </Button>
          )}
          {preview.rows.length > 0 && faulty > 0 && (
            <Button name="step" value="import-without-faulty">
              {t(m('import.do-without-faulty', { count: preview.rows.length, faulty }))}
            </Button>
          )}
          <Button look="quiet" name="step" value="edit">
            {t(m('import.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** As what each column of the list counts, and the choice of something else. */
function Columns({
  scene,
  kind,
  given: { columns, text },
  isOpen,
}: {
  scene: Scene
  kind: ImportKind
  given: GivenColumns
  isOpen: boolean
}) {
  const { t, language } = scene
  return (
    <Fold summary={t(m('import.mapping'))} open={isOpen}>
      <Form action={kind.action} csrf={scene.frame.csrf} hidden={{ step: 'preview', text }}>
        <p class="quiet">{t(m('import.mapping-lead'))}</p>
        {columns.map(({ heading, example, name }, index) => (
          <Field
            key={index}
            kind="select"
            language={language}
            name={`column.${index}`}
            label={heading || t(m('import.no-heading'))}
            hint={example === '' ? undefined : t(m('import.example', { text: example }))}
            value={name ?? ''}
            required={false}
            options={kind.columns.map((column) => ({ value: column.name, label: column.label }))}
          />
        ))}
        <ButtonGroup>
          <Button look="secondary">{t(m('import.look-again'))}</Button>
          <Button look="quiet" name="step" value="edit">
            {t(m('import.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

/** A list of a thousand lines is judged by its first ones and by its faults. */
const rowsShown = 30

function Rows({ scene, preview }: { scene: Scene; preview: ImportPreview }) {
  const { t } = scene
  type Row = ImportPreview['rows'][number]
  const columns: Column<Row>[] = preview.headings.map((label, index) => ({
    key: String(index),
    label,
    primary: index === 0,
    cell: (row) => row.cells[index] ?? '–',
  }))
  return (
    <Table
      language={scene.language}
      caption={t(
        m('import.first-rows', {
          shown: Math.min(rowsShown, preview.rows.length),
          count: preview.rows.length,
        }),
      )}
      captionHidden={preview.rows.length <= rowsShown}
      columns={columns}
      rows={preview.rows.slice(0, rowsShown)}
      rowKey={(row) => String(row.row)}
      empty={
        <EmptyState title={t(m('import.nothing-left'))} why={t(m('import.nothing-left-why'))} />
      }
    />
  )
}

function Problems({ scene, kind, preview }: PreviewProps) {
  const { t, language } = scene
  const { problems, written } = preview
  const labels = new Map(kind.columns.map((column) => [column.name, column.label]))
  const columns: Column<RowProblem>[] = [
    {
      key: 'row',
      label: t(m('import.row')),
      primary: true,
      nowrap: true,
      cell: (problem) => t(m('import.row-number', { row: problem.row })),
    },
    {
      key: 'what',
      label: t(m('import.problem')),
      // Two dates or two numbers of a row are told apart by their columns alone.
      cell: (problem) => (
        <>
          {labels.has(problem.column) && <strong>{labels.get(problem.column)} </strong>}
          {t(problem.message)}
        </>
      ),
    },
    {
      key: 'written',
      label: t(m('import.written')),
      cell: (problem) => (
        <span class="quiet">
          <Typed>{written.get(problem.row)}</Typed>
        </span>
      ),
    },
  ]
  return (
    <Section title={t(m('import.problems'))} id="problems">
      <Table
        language={language}
        caption={t(m('import.problems'))}
        captionHidden
        columns={columns}
        rows={problems}
        rowKey={(problem) => `${problem.row} ${problem.column} ${problem.message.key}`}
        rowTone={() => 'harm'}
      />
    </Section>
  )
}
