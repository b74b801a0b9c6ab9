import { isRefused, refuse, type Refusal } from '#kernel/database'
import { readPastedTable, readTable, TableProblem } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** More rows than this are brought in several parts: one import is one transaction, and a person looks at its preview. */
export const mostRows = 1000

/** A list as it was pasted, or a file as it was chosen. */
export type ImportSource = { text: string } | { bytes: Uint8Array; name: string }

/** Rows of a list, by the module's own names of columns; cells are text and never a formula. */
export interface ImportTable<Column extends string> {
  rows: { row: number; values: Partial<Record<Column, string>>; extra: Record<string, string> }[]
  /** Headings that mean nothing here and are left out. */
  ignored: string[]
  /** The same list as text, to travel with the form from the preview to the import. */
  text: string
}

/** What is wrong with a row: the number that the spreadsheet shows, the column, and a sentence. */
export interface RowProblem {
  row: number
  column: string
  message: Message
}

/** A list as it was understood: what would come of its rows, and what is wrong with others; nothing is written yet. */
export interface Preview<Row> {
  rows: Row[]
  problems: RowProblem[]
  /** Rows that stand already, by their numbers; they are left as they are. */
  already: number[]
  /** Rows that another list takes, by their numbers: students in a list of staff, and the reverse. */
  elsewhere: number[]
  ignored: string[]
  text: string
  /** What stands in each row as it was given, by its number: a fault is told beside it. */
  written: ReadonlyMap<number, string>
}

/** The preview of a list before its first row is read. */
export function newPreview<Row>(table: ImportTable<string>): Preview<Row> {
  const { ignored, text } = table
  const written = new Map(
    table.rows.map(({ row, values, extra }) => [
      row,
      [...Object.values(values), ...Object.values(extra)].join(' · '),
    ]),
  )
  return { rows: [], problems: [], already: [], elsewhere: [], ignored, text, written }
}

/** How many rows are left out as faulty; refuses when there are some and nobody agreed to leave them out. */
export function leftOutOf(
  preview: Preview<unknown>,
  { leaveOutFaulty }: { leaveOutFaulty: boolean },
): number | Refusal {
  const count = new Set(preview.problems.map((problem) => problem.row)).size
  if (count === 0 || leaveOutFaulty) return count
  const message = m('import.has-faulty-rows')
  return refuse(422, message, { text: message })
}

/** A column of a list as it was read: its heading, what stands below it first, and as what it counts; null where it is left out. */
export interface ReadColumn {
  heading: string
  example: string
  name: string | null
}

/** As what each column of a list counts by its heading; only the head of the list is read. */
export async function columnsRead(
  source: ImportSource,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<ReadColumn[] | Refusal> {
  const table = await opened(source)
  if (isRefused(table)) return table
  const names = columnNames(columns)
  let first: readonly string[] = []
  try {
    for await (const { cells } of table.numbered) {
      first = cells
      break
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return table.header.map((heading, index) => ({
    heading,
    example: cleanCell(first[index] ?? ''),
    name: names.get(foldHeading(heading)) ?? null,
  }))
}

/** A list as text, the headings of some columns written anew: a column then counts as what its reader said it is. */
export async function listAsText(
  source: ImportSource,
  headings: ReadonlyMap<number, string>,
): Promise<string | Refusal> {
  const table = await opened(source)
  if (isRefused(table)) return table
  const lines = [table.header.map((heading, index) => headings.get(index) ?? heading)]
  try {
    for await (const { cells } of table.numbered) {
      if (lines.length > mostRows) return refuse(413, m('import.too-long', { most: mostRows }))
      lines.push(cells)
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return written(lines)
}

function opened(source: ImportSource) {
  return 'text' in source
    ? readPastedTable(source.text, { maxColumns: 60 })
    : readTable(source.bytes, { name: source.name, maxColumns: 60 })
}

const written = (lines: readonly (readonly string[])[]) =>
  lines.map((cells) => cells.map(quoted).join('\t')).join('\n')

/**
 * Reads a list with headings in any of the five languages. `extra` takes headings that the caller alone knows, such as
 * the steps of a programme; `label` names a column to whoever reads that it is missing. Refuses a list without its obligatory columns, and one that is too long.
 */
export async function readImport<Column extends string>(
  source: ImportSource,
  columns: Readonly<Record<Column, readonly string[]>>,
  required: readonly Column[],
  extra: ReadonlyMap<string, string> = new Map(),
  label: (column: Column) => Message = labelled,
): Promise<ImportTable<Column> | Refusal> {
  const table = await opened(source)
  if (isRefused(table)) return table
  const names = columnNames(columns)
  const found = table.header.map((heading) => names.get(foldHeading(heading)))
  const missing = required.filter((column) => !found.includes(column))
  if (missing.length > 0) {
    return refuse(422, m('import.missing-columns', { columns: named(missing.map(label)) }))
  }
  const others = table.header.map((heading) => extra.get(foldHeading(heading)))
  const rows: ImportTable<Column>['rows'] = []
  const lines: string[][] = [[...table.header]]
  try {
    for await (const { row, cells } of table.numbered) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (rows.length === mostRows) return refuse(413, m('import.too-long', { most: mostRows }))
      const values: Partial<Record<Column, string>> = {}
      const more: Record<string, string> = {}
      cells.forEach((cell, index) => {
        const [name, other, text] = [found[index], others[index], cleanCell(cell)]
        if (name !== undefined && text !== '') values[name] ??= text
        else if (other !== undefined && text !== '') more[other] ??= text
      })
      rows.push({ row, values, extra: more })
      lines.push(cells)
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  if (rows.length === 0) return refuse(422, m('import.empty'))
  const ignored = table.header.filter(
    (heading, index) => heading !== '' && !found[index] && !others[index],
  )
  return { rows, ignored, text: written(lines) }
}

const labelled = (column: string): Message => m(`import-column.${column}` as 'import-column.name')

/** Columns one after another, by the names that the reader knows. */
function named([one, ...others]: readonly Message[]): Message {
  return others.length === 0 ? one! : m('import.two-columns', { one: one!, other: named(others) })
}

/** A heading as it is compared: case, spaces, marks and full-width forms count for nothing. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
}

/**
 * Cells copied from a spreadsheet carry invisible characters; a name never does. The apostrophe by which a CSV of ours
 * keeps a text from being taken for a formula is no part of it.
 */
function cleanCell(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .trim()
    .replace(/^'(?=[=+\-@|＝＋－＠])/u, '')
}

function columnNames<Column extends string>(
  columns: Readonly<Record<Column, readonly string[]>>,
): Map<string, Column> {
  const names = new Map<string, Column>()
  for (const [column, headings] of Object.entries(columns) as [Column, readonly string[]][]) {
    for (const heading of [column, ...headings]) names.set(foldHeading(heading), column)
  }
  return names
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
