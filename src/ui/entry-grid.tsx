import type { Language } from '#kernel/values'
import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import { type Content, type Examples, classes } from './types.ts'
import { calledBy, fieldId, type Option } from './field-parts.tsx'
import { fill, words } from './words.ts'

/** One column of a grid of entries. */
export interface EntryColumn {
  name: string
  label: string
  /** How much room it takes beside the others. */
  size?: 'narrow' | 'normal' | 'wide'
  kind?: 'text' | 'number' | 'date' | 'select'
  maxlength?: number
  /** What a column of choices offers; the first is chosen where a row says nothing. */
  options?: readonly Option[]
  /** What else a pasted cell may call a choice, in any language: the choice's value by the name. */
  alsoCalled?: Readonly<Record<string, string>>
}

/** One row: its values by column name, what is wrong in them, and whether it is to be taken. */
export interface EntryRow {
  values: Readonly<Record<string, string>>
  errors?: Readonly<Record<string, string | undefined>>
  taken?: boolean
  /** What the row is, where that is not typed; shown under `headLabel`. */
  head?: Content
  /** What is asked about the row, beside its widest cell; the form then sends `asked` for it. */
  mark?: string | undefined
  /** The language of what stands in a column, when it is not the page's. */
  languages?: Readonly<Record<string, Language | '' | undefined>>
}

interface EntryGridProps {
  caption: Content
  /** Fields are named `<name>.<row>.<column>`, rows counted from 0. */
  name: string
  columns: readonly EntryColumn[]
  rows: readonly EntryRow[]
  /** The label of the box that takes a row; without it there is none. */
  takeLabel?: string
  /** The heading of what each row is. */
  headLabel?: string
  disabled?: boolean
  language: Language
  /** The most rows that there may be; a block that is pasted makes new ones up to there. */
  most?: number
  /** The button that takes a row away, sent with `remove` and the row's place. */
  remove?: { name: string }
}

/** Rows to be typed or corrected like a spreadsheet: Tab goes on, each cell says what is wrong with it. */
export function EntryGrid(props: EntryGridProps) {
  const { columns, takeLabel } = props
  const text = words(props.language)
  return (
    <weft-grid
      class="entry-grid-frame"
      data-most={props.most}
      data-pasted={text.gridPasted}
      data-called={namesOf(columns)}
    >
      {!props.disabled && <p class="hint entry-keys">{text.gridKeys}</p>}
      <p class="hidden-visually" role="status" />
      <table class="entry-grid">
        <caption class="hidden-visually">{props.caption}</caption>
        <thead>
          <tr>
            {takeLabel && <th scope="col">{takeLabel}</th>}
            {props.headLabel && (
              <th scope="col" class="entry-head">
                {props.headLabel}
              </th>
            )}
            {columns.map((column) => (
              <th key={column.name} scope="col" class={`entry-${column.size ?? 'normal'}`}>
                {column.label}
              </th>
            ))}
            {props.remove && <td class="entry-remove" />}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, place) => (
            <GridRow key={place} {...props} row={row} place={place} />
          ))}
        </tbody>
      </table>
    </weft-grid>
  )
}

/** Names of choices by column, once for all rows. */
function namesOf(columns: readonly EntryColumn[]): string | undefined {
  const named = columns.flatMap(({ name, alsoCalled }) =>
    alsoCalled ? [[name, alsoCalled] as const] : [],
  )
  return named.length === 0 ? undefined : JSON.stringify(Object.fromEntries(named))
}

function GridRow(props: EntryGridProps & { row: EntryRow; place: number }) {
  const { row, place, columns, name, takeLabel, disabled } = props
  return (
    <tr class={row.taken === false ? 'entry-left-out' : undefined}>
      {takeLabel && (
        <td class="entry-take" data-label={takeLabel}>
          <input
            type="checkbox"
            id={fieldId(`${name}.${place}.take`)}
            name={`${name}.${place}.take`}
            value="1"
            checked={row.taken !== false}
            disabled={disabled}
            aria-label={`${takeLabel} ${place + 1}`}
          />
        </td>
      )}
      {props.headLabel && (
        <th scope="row" class="entry-head">
          {row.head}
        </th>
      )}
      {columns.map((column) => {
        const field = `${name}.${place}.${column.name}`
        const error = row.errors?.[column.name]
        return (
          <td
            key={column.name}
            data-label={column.label}
            {...calledBy(
              { name: field, label: `${column.label} ${place + 1}`, error },
              fieldId(field),
            )}
          >
            <EntryBox {...props} column={column} field={field} error={error} />
            {error && (
              <span class="entry-error" id={`${fieldId(field)}-error`}>
                <Icon name="warning" />
                {error}
              </span>
            )}
            {row.mark && column.size === 'wide' && (
              <span class="entry-mark">
                <input type="hidden" name={`${name}.${place}.asked`} value="1" />
                <Icon name="info" />
                {row.mark}
              </span>
            )}
          </td>
        )
      })}
      {props.remove && (
        <td class="entry-remove">
          {!disabled && (
            <button
              name={props.remove.name}
              value={`remove ${place}`}
              class="button button-quiet button-small"
              aria-label={fill(words(props.language).removeRow, { row: place + 1 })}
            >
              <Icon name="cross" />
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

function EntryBox(
  props: EntryGridProps & {
    row: EntryRow
    place: number
    column: EntryColumn
    field: string
    error: string | undefined
  },
) {
  const { row, place, column, field, error, disabled } = props
  const shared = {
    id: fieldId(field),
    name: field,
    disabled,
    'aria-label': `${column.label} ${place + 1}`,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': error ? `${fieldId(field)}-error` : undefined,
  }
  const value = row.values[column.name] ?? ''
  if (column.kind === 'select') {
    return (
      <span class="select">
        <select class="input" {...shared}>
          {column.options?.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    )
  }
  return (
    <input
      class={classes(
        'input',
        column.kind === 'number' && 'input-number',
        column.size === 'wide' && 'entry-text',
      )}
      value={value}
      lang={row.languages?.[column.name]}
      maxlength={column.maxlength ?? 60}
      inputmode={column.kind === 'number' ? 'decimal' : undefined}
      autocomplete="off"
      {...shared}
    />
  )
}

export const examples: Examples = (language) => [
  {
    name: 'entry-grid',
    render: () => (
      <EntryGrid
        caption={sample('recognition', language)}
        name="line"
        language={language}
        takeLabel="✓"
        columns={[
          { name: 'code', label: sample('course', language), size: 'narrow' },
          { name: 'title', label: sample('recognition', language), size: 'wide' },
          { name: 'credit', label: sample('course', language), kind: 'number', size: 'narrow' },
        ]}
        rows={[
          { values: { code: 'ART 101', title: '纺织纹样', credit: '3' } },
          {
            values: { code: '', title: '合计', credit: '3' },
            taken: false,
            mark: sample('precedent', language),
          },
          {
            values: { code: 'ART 102', title: '', credit: 'x' },
            errors: { credit: sample('recognition', language) },
          },
        ]}
      />
    ),
  },
]
