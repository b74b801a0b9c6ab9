import { isRefused, type Refusal, refuse } from '#kernel/database'
import { readPastedTable, readTable } from '#kernel/files'
import type { Call } from '#kernel/http'
import { normaliseDigits } from '#kernel/values'
import type { EntryRow } from '#ui'
import { plainText } from '../../formats/plain-text.ts'
import { sourceOfHeading } from '../../formats/registry-headings.ts'
import { m } from '../../messages/index.ts'
import {
  type AnswerLayout,
  type LayoutColumn,
  layoutEncodings,
  mostColumns,
  type PostingSource,
  postingSources,
  type RegistryLayout,
} from '../../rules/office/registry-layout.ts'

/** Empty rows under those that stand, so that a column can be added without scripts. */
const spareRows = 3

/** The layout with which a new one begins: what most registries ask for. */
export const usualLayout: RegistryLayout = {
  file: 'xlsx',
  encoding: 'utf-8-mark',
  delimiter: ',',
  lineEnd: 'crlf',
  quotes: 'needed',
  headings: true,
  guarded: true,
  sheet: 'Credits',
  columns: [],
  answer: {
    reference: '',
    studentNumber: '',
    course: '',
    status: '',
    credit: '',
    grade: '',
    message: '',
    accepted: [],
  },
}

const answerParts = [
  'reference',
  'studentNumber',
  'course',
  'status',
  'credit',
  'grade',
  'message',
] as const

/** What was typed into the columns of a layout; rows that were left empty are none. */
export interface TypedColumn {
  heading: string
  source: string
  format: string
  replacements: string
}

/** The columns as they were typed, without those that say nothing. */
export function typedColumns(call: Pick<Call, 'form'>): TypedColumn[] {
  const field = (place: number, name: string) =>
    plainText(call.form.values[`columns.${place}.${name}`]?.[0] ?? '')
  const rows: TypedColumn[] = []
  for (let place = 0; place < mostColumns + spareRows * 3; place += 1) {
    const row = {
      heading: field(place, 'heading'),
      source: field(place, 'source'),
      format: field(place, 'format'),
      replacements: field(place, 'replacements'),
    }
    if (row.source !== '') rows.push(row)
  }
  return rows
}

/** The layout that a form says, and what cannot be read of it. */
export function readLayout(call: Pick<Call, 'form'>): RegistryLayout | Refusal {
  const text = (name: string) => plainText(call.form.values[name]?.[0] ?? '')
  const fields: Record<string, ReturnType<typeof m>> = {}
  const columns = typedColumns(call).flatMap((row, place): LayoutColumn[] => {
    const replacements = readReplacements(row.replacements)
    if (replacements === null)
      fields[`columns.${place}.replacements`] = m('posting.fault.replacements')
    if (!isSource(row.source)) return []
    return [
      {
        heading: row.heading,
        source: row.source,
        format: row.source === 'constant' ? row.format : normaliseDigits(row.format),
        replacements: replacements ?? {},
      },
    ]
  })
  if (Object.keys(fields).length > 0)
    return refuse(422, m('posting.refusal.layout', { count: Object.keys(fields).length }), fields)
  const answer = Object.fromEntries(
    answerParts.map((part) => [part, text(`answer.${part}`)]),
  ) as Record<(typeof answerParts)[number], string>
  return {
    file: text('file') === 'csv' ? 'csv' : 'xlsx',
    encoding: oneOf(layoutEncodings, text('encoding'), 'utf-8-mark'),
    delimiter: oneOf([',', ';', 'tab', '|'] as const, text('delimiter'), ','),
    lineEnd: oneOf(['crlf', 'lf'] as const, text('lineEnd'), 'crlf'),
    quotes: oneOf(['needed', 'always'] as const, text('quotes'), 'needed'),
    headings: text('headings') === 'yes',
    guarded: text('guarded') === 'yes',
    sheet: text('sheet') || usualLayout.sheet,
    columns,
    answer: { ...answer, accepted: listed(text('answer.accepted')) },
  }
}

/** A layout as its form shows it. */
export function layoutValues(layout: RegistryLayout): Record<string, string> {
  return {
    file: layout.file,
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    lineEnd: layout.lineEnd,
    quotes: layout.quotes,
    headings: layout.headings ? 'yes' : '',
    guarded: layout.guarded ? 'yes' : '',
    sheet: layout.sheet,
    ...Object.fromEntries(answerParts.map((part) => [`answer.${part}`, layout.answer[part]])),
    'answer.accepted': layout.answer.accepted.join('; '),
  }
}

/** The columns of a layout as they are typed. */
export function columnValues(columns: readonly LayoutColumn[]): TypedColumn[] {
  return columns.map((column) => ({
    heading: column.heading,
    source: column.source,
    format: column.format,
    replacements: Object.entries(column.replacements)
      .map(([ours, theirs]) => `${ours} = ${theirs}`)
      .join('; '),
  }))
}

/** Rows for the grid, with room for more and with what is wrong in them. */
export function gridRows(
  columns: readonly TypedColumn[],
  errors: Readonly<Record<string, string>>,
  more = 0,
): EntryRow[] {
  const empty = { heading: '', source: '', format: '', replacements: '' }
  const all = [...columns, ...Array.from({ length: spareRows + more }, () => empty)]
  return all.slice(0, mostColumns).map((row, place) => ({
    values: { ...row },
    errors: {
      heading: errors[`columns.${place}.heading`],
      source: errors[`columns.${place}.source`],
      format: errors[`columns.${place}.format`],
      replacements: errors[`columns.${place}.replacements`],
    },
  }))
}

/** Columns out of the headings of a registry's own file, or of a heading row that was pasted. */
export async function columnsFromHeadings(
  call: Pick<Call, 'form'>,
): Promise<TypedColumn[] | Refusal> {
  const upload = call.form.uploads['template']?.find((file) => file.bytes.length > 0)
  const pasted = call.form.values['pasted']?.[0]?.trim() ?? ''
  if (!upload && pasted === '')
    return refuse(422, m('posting.fault.no-template'), { template: m('posting.fault.no-template') })
  const table = upload
    ? await readTable(upload.bytes, { name: upload.name, maxColumns: mostColumns })
    : await readPastedTable(pasted, { maxColumns: mostColumns })
  if (isRefused(table))
    return refuse(table.status, table.message, {
      [upload ? 'template' : 'pasted']: table.message,
    })
  // A table whose rows are not read stays open.
  await table.rows[Symbol.asyncIterator]().return?.()
  return table.header
    .map(plainText)
    .filter((heading) => heading !== '')
    .map((heading) => ({
      heading: heading.slice(0, 200),
      source: sourceOfHeading(heading) ?? 'constant',
      format: '',
      replacements: '',
    }))
}

function isSource(text: string): text is PostingSource {
  return (postingSources as readonly string[]).includes(text)
}

function oneOf<T extends string>(values: readonly T[], text: string, usual: T): T {
  return values.find((value) => value === text) ?? usual
}

/** 'enter = A; change = C' as a record; null where a part has no sign of equality. */
function readReplacements(text: string): Record<string, string> | null {
  const parts = listed(text)
  const pairs = parts.map((part) => /^([^=]*)=(.*)$/.exec(part))
  if (pairs.some((pair) => pair === null)) return null
  return Object.fromEntries(pairs.map((pair) => [pair![1]!.trim(), pair![2]!.trim()]))
}

function listed(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The answer's columns by what they are; a heading that the answer does not have gives an empty cell. */
export function answerCells(
  layout: AnswerLayout,
  header: readonly string[],
): Record<(typeof answerParts)[number], number> {
  const place = (heading: string) =>
    heading === '' ? -1 : header.findIndex((each) => folded(each) === folded(heading))
  return Object.fromEntries(answerParts.map((part) => [part, place(layout[part])])) as Record<
    (typeof answerParts)[number],
    number
  >
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
