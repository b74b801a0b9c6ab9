import { setImmediate as others } from 'node:timers/promises'
import { refuse, type Refusal } from '#kernel/database'
import { keptText } from '#kernel/values'
import type { EncodingPreview } from '../encodings.ts'
import { m } from '../messages/index.ts'

export type TableFormat = 'xlsx' | 'csv' | 'json' | 'jsonl'

/** How to read a table, and how large it may be. What is not said is found from the content. */
export interface TableOptions {
  /** The file's name; its extension helps only where the content leaves it open. */
  readonly name?: string
  /** Of a workbook: the sheet by name; the first visible one unless said. */
  readonly sheet?: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly maxRows?: number
  readonly maxColumns?: number
  readonly maxCellLength?: number
}

/** A row with its number as the spreadsheet program or text editor shows it; the header's row counts. */
export interface NumberedRow {
  readonly row: number
  readonly cells: string[]
}

/** A table being read. Its rows can be read once; reading them to the end or stopping closes the file. */
export interface Table {
  readonly format: TableFormat
  /** Of a text format, the encoding that was found or given. */
  readonly encoding: string | null
  /** Of a text format with letters beyond ASCII, how it reads in each encoding. */
  readonly encodings: readonly EncodingPreview[]
  readonly delimiter: string | null
  /** Of a workbook, the names of all its sheets. */
  readonly sheets: readonly string[] | null
  readonly header: readonly string[]
  /** The number of the header's row; 0 where it stands in no row, as in JSON. */
  readonly headerRow: number
  readonly rows: AsyncIterable<string[]>
  /** The same rows with their numbers: read either this or `rows`. */
  readonly numbered: AsyncIterable<NumberedRow>
}

/** Thrown while rows are read when the rest cannot be: carries the refusal that names the row. */
export class TableProblem extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.message.key} ${JSON.stringify(refusal.message.args)}`)
    this.refusal = refusal
  }
}

export interface TableLimits {
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxCellLength: number
}

export function limitsOf(options: TableOptions): TableLimits {
  return {
    maxRows: options.maxRows ?? 200_000,
    maxColumns: options.maxColumns ?? 500,
    maxCellLength: options.maxCellLength ?? 32_767,
  }
}

/** How a text is written: its encoding, and how it would read in others. */
export type TextCoding = Pick<Table, 'encoding' | 'encodings'>

/** What is known of a table before its first row. */
export type TableFacts = Pick<Table, 'format' | 'encoding' | 'encodings' | 'delimiter' | 'sheets'>

/**
 * Makes a table of raw rows: the first row that is not blank is the header, blank rows are left out,
 * cells are trimmed and short rows filled up, and every limit is kept.
 */
export async function tableOf(
  facts: TableFacts,
  raw: AsyncGenerator<NumberedRow>,
  limits: TableLimits,
): Promise<Table | Refusal> {
  const checked = withinLimits(raw, limits)
  try {
    const first = await checked.next()
    if (first.done) return refuse(422, m('table-empty'))
    const { row: headerRow, cells: header } = first.value
    const numbered = filledUp(checked, header.length)
    return { ...facts, header, headerRow, numbered, rows: cellsOf(numbered) }
  } catch (error) {
    await checked.return(undefined)
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
}

/** Blank rows cost as much to read as others; a file of nothing but line ends has millions. */
export const mostBlankRows = 100_000
const rowsAtOnce = 500

async function* withinLimits(
  raw: AsyncGenerator<NumberedRow>,
  limits: TableLimits,
): AsyncGenerator<NumberedRow> {
  let count = 0
  let blank = 0
  for await (const { row, cells: given } of raw) {
    // The readers give row after row without a pause; whoever else waits for this process gets one here.
    if ((count + blank) % rowsAtOnce === rowsAtOnce - 1) await others()
    const cells = given.map((cell) => keptText(cell).trim())
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) {
      blank += 1
      if (blank > mostBlankRows)
        throw new TableProblem(refuse(422, m('table-rows', { most: mostBlankRows })))
      continue
    }
    if (cells.length > limits.maxColumns)
      throw new TableProblem(refuse(422, m('table-columns', { row, most: limits.maxColumns })))
    const long = cells.findIndex((cell) => cell.length > limits.maxCellLength)
    if (long >= 0)
      throw new TableProblem(
        refuse(422, m('table-cell', { row, column: long + 1, most: limits.maxCellLength })),
      )
    if (count > limits.maxRows)
      throw new TableProblem(refuse(422, m('table-rows', { most: limits.maxRows })))
    count += 1
    yield { row, cells }
  }
}

async function* filledUp(
  rows: AsyncGenerator<NumberedRow>,
  width: number,
): AsyncGenerator<NumberedRow> {
  for await (const { row, cells } of rows) {
    while (cells.length < width) cells.push('')
    yield { row, cells }
  }
}

/** The rows without their numbers. */
export async function* cellsOf(rows: AsyncIterable<NumberedRow>): AsyncGenerator<string[]> {
  for await (const { cells } of rows) yield cells
}

/** Reads all rows into memory; for tables that are known to be small. */
export async function allRows(table: Table): Promise<NumberedRow[] | Refusal> {
  const rows: NumberedRow[] = []
  try {
    for await (const row of table.numbered) rows.push(row)
    return rows
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
}
