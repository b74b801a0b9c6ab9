import type { Language } from '#kernel/values'
import { Button, type ButtonLook } from './button.tsx'
import { csrfFieldName } from './form.tsx'
import { Icon } from './icon.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { firstRows, ShowAll, waitingFrom } from './long-list.tsx'
import { Pagination, type PaginationProps } from './pagination.tsx'
import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import { type Content, type Examples, classes } from './types.ts'
import { fill, words } from './words.ts'

export interface Column<Row> {
  key: string
  label: string
  kind?: 'text' | 'number' | 'date' | 'state' | 'actions'
  cell: (row: Row) => Content
  /** The column that names the row: it becomes the row's header, its link and the title of its card on a phone. */
  primary?: boolean
  /** The address of this page sorted by this column the other way. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** Keeps the column on one line. */
  nowrap?: boolean
}

interface Selection<Row> {
  /** Where the chosen rows are posted. */
  action: string
  csrf: string
  /** The field that carries the keys; `keys` unless given. */
  name?: string
  actions: readonly { name: string; value: string; label: string; look?: ButtonLook }[]
  selected?: ReadonlySet<string>
  /** Values that travel with the chosen rows. */
  hidden?: Record<string, string>
  /** A question that goes with the actions, such as the reason of a refusal. */
  question?: Content
  /** Rows that cannot be chosen. */
  disabled?: (row: Row) => boolean
  /** Rows for which none of the actions is: they have no box at all. */
  without?: (row: Row) => boolean
}

interface TableProps<Row> {
  language: Language
  caption: Content
  /** The caption is heard and not seen, when a heading already says it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string
  /** The row's name sends the table's form instead: what is opened is noted on the way. Wants `select`. */
  rowButton?: (row: Row) => { name: string; value: string }
  /** The row's name for screen readers, for the checkbox. */
  rowLabel?: (row: Row) => string
  rowTone?: (row: Row) => 'attention' | 'harm' | 'quiet' | undefined
  select?: Selection<Row>
  pagination?: Omit<PaginationProps, 'language'>
  /** Shown instead of the table when there are no rows. */
  empty?: Content
  /** Keys j, k, x and ? work; one such table on a page. */
  keyboard?: boolean
  /** A final row, such as sums; one cell for each column. */
  footer?: readonly Content[]
}

/** Rows of one kind of thing. On a phone each row becomes a card with its labels. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const { select } = props
  const hasLater = waitingFrom(props.rows.length) < props.rows.length
  const table = (
    <>
      <div class="table-frame">
        <TableItself {...props} />
      </div>
      {hasLater && (
        <ShowAll language={props.language} count={props.rows.length} laterId={laterId(props)} />
      )}
    </>
  )
  const body = (
    <>
      {select ? (
        <form action={select.action} method="post" class="table-form">
          <input type="hidden" name={csrfFieldName} value={select.csrf} />
          {Object.entries(select.hidden ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {/* Enter on a box would press the first button of the form, and that is one row's own. */}
          <button type="submit" disabled hidden />
          {table}
          <BulkBar language={props.language} select={select} />
        </form>
      ) : (
        table
      )}
      {props.pagination && <Pagination language={props.language} {...props.pagination} />}
    </>
  )
  if (!props.keyboard) return <div class="table-block">{body}</div>
  return (
    <weft-table class="table-block">
      {body}
      <KeyboardHelp language={props.language} selectable={select !== undefined} />
    </weft-table>
  )
}

/** The id of the first row that is not shown at once; made of its column and key, as a page may hold two lists. */
function laterId<Row>({ columns, rows, rowKey }: TableProps<Row>): string {
  return `from-${columns[0]?.key}-${rowKey(rows[firstRows]!)}`.replace(/[^\w-]+/g, '-')
}

function TableItself<Row>(props: TableProps<Row>) {
  return (
    <table class={classes('table', props.select && 'table-selectable')}>
      <caption class={props.captionHidden ? 'hidden-visually' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.select && (
            <th class="cell-select" scope="col">
              <span class="hidden-visually">{words(props.language).bulkActions}</span>
              <input
                type="checkbox"
                data-select-all
                hidden
                aria-label={words(props.language).selectAll}
              />
            </th>
          )}
          {props.columns.map((column) => (
            <HeaderCell key={column.key} column={column} language={props.language} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <TableRow key={props.rowKey(row)} row={row} place={index} {...props} />
        ))}
      </tbody>
      {props.footer && (
        <tfoot>
          <tr>
            {props.select && <td class="cell-select" />}
            {props.columns.map((column, index) => (
              <td key={column.key} class={cellClass(column)} data-label={column.label}>
                {props.footer?.[index]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function HeaderCell<Row>({ column, language }: { column: Column<Row>; language: Language }) {
  const text = words(language)
  const template = column.sorted === 'ascending' ? text.sortDescending : text.sortAscending
  return (
    <th
      scope="col"
      class={cellClass(column)}
      aria-sort={column.sortHref ? (column.sorted ?? 'none') : undefined}
    >
      {column.sortHref ? (
        <a href={column.sortHref} class="sort" title={fill(template, { column: column.label })}>
          <span>{column.label}</span>
          <Icon name={column.sorted ? (column.sorted === 'ascending' ? 'up' : 'down') : 'sort'} />
        </a>
      ) : column.kind === 'actions' ? (
        <span class="hidden-visually">{column.label}</span>
      ) : (
        column.label
      )}
    </th>
  )
}

function TableRow<Row>({ row, place, ...props }: TableProps<Row> & { row: Row; place: number }) {
  const { select } = props
  const key = props.rowKey(row)
  const href = props.rowHref?.(row)
  const button = props.rowButton?.(row)
  const tone = props.rowTone?.(row)
  const from = waitingFrom(props.rows.length)
  return (
    <tr
      data-row={key}
      id={place === from ? laterId(props) : undefined}
      class={classes(
        (href || button) && 'row-linked',
        tone && `row-${tone}`,
        place >= from && 'later',
      )}
    >
      {select && (
        <td class="cell-select">
          {!select.without?.(row) && (
            <input
              type="checkbox"
              name={select.name ?? 'keys'}
              value={key}
              checked={select.selected?.has(key)}
              disabled={select.disabled?.(row)}
              aria-label={fill(words(props.language).selectRow, {
                row: props.rowLabel?.(row) ?? key,
              })}
            />
          )}
        </td>
      )}
      {props.columns.map((column) =>
        column.primary ? (
          <th key={column.key} scope="row" class={classes(cellClass(column), 'cell-primary')}>
            {button ? (
              <button class="row-button" {...button} data-row-link>
                {column.cell(row)}
              </button>
            ) : href ? (
              <a href={href} data-row-link>
                {column.cell(row)}
              </a>
            ) : (
              column.cell(row)
            )}
          </th>
        ) : (
          <td key={column.key} class={cellClass(column)} data-label={column.label}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function cellClass<Row>(column: Column<Row>): string {
  return classes(`cell-${column.kind ?? 'text'}`, column.nowrap && 'cell-nowrap')
}

function BulkBar<Row>({ language, select }: { language: Language; select: Selection<Row> }) {
  const text = words(language)
  return (
    <div
      class={classes('bulk-bar', select.question != null && 'bulk-bar-asks')}
      role="group"
      aria-label={text.bulkActions}
    >
      <p class="bulk-count" data-selected-count={text.selectedCount} aria-live="polite">
        {text.bulkActions}
      </p>
      {select.question}
      <div class="row">
        {select.actions.map((action) => (
          <Button
            key={`${action.name}-${action.value}`}
            name={action.name}
            value={action.value}
            look={action.look ?? 'secondary'}
            small
          >
            {action.label}
          </Button>
        ))}
      </div>
    </div>
  )
}

interface ExampleRow {
  id: string
  name: string
  host: string
  credit: string
  received: string
}

export const examples: Examples = (language) => {
  const rows: ExampleRow[] = [1, 2, 3, 4].map((n) => ({
    id: `rc-${n}`,
    name: sample('person', language),
    host: n % 2 ? sample('pku', language) : sample('ruc', language),
    credit: `${n * 3}`,
    received: sample('due', language),
  }))
  const columns: Column<ExampleRow>[] = [
    {
      key: 'name',
      label: sample('student', language),
      primary: true,
      cell: (row) => row.name,
      sortHref: '#sort-name',
      sorted: 'ascending',
    },
    {
      key: 'host',
      label: sample('host', language),
      cell: (row) => row.host,
      sortHref: '#sort-host',
    },
    { key: 'credit', label: words(language).credit, kind: 'number', cell: (row) => row.credit },
    {
      key: 'received',
      label: sample('received', language),
      kind: 'date',
      cell: (row) => row.received,
    },
    {
      key: 'state',
      label: words(language).stateNow,
      kind: 'state',
      cell: (row) =>
        row.id === 'rc-1' ? (
          <StateTag tone="attention">{sample('dueSoon', language)}</StateTag>
        ) : (
          <StateTag tone="info">{sample('inEvaluation', language)}</StateTag>
        ),
    },
  ]
  return [
    {
      name: 'table',
      render: () => (
        <Table
          language={language}
          caption={sample('cases', language)}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `#${row.id}`}
          rowLabel={(row) => row.name}
          keyboard
          select={{
            action: '#',
            csrf: 'token',
            selected: new Set(['rc-2']),
            actions: [{ name: 'verb', value: 'decide', label: sample('decide', language) }],
          }}
          pagination={{ page: 1, pageSize: 4, total: 64, href: (page) => `#page-${page}` }}
        />
      ),
    },
  ]
}
