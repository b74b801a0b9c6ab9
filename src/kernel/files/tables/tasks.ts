import { isRefused, type Refusal } from '#kernel/database'
import { readPastedTableHere, readTableHere } from './read.ts'
import type { NumberedRow, Table, TableFacts, TableOptions } from './table.ts'

/** What is read: the bytes or the path of a file, or pasted text. */
export type TableSource =
  | { kind: 'file'; from: Uint8Array | string }
  | { kind: 'paste'; text: string }

/** What is known of a table before its rows. */
export type TableHead = TableFacts & Pick<Table, 'header' | 'headerRow'>

/** The first piece has the head, or why there is none; every piece has rows, and says whether more may follow. */
export type TablePiece =
  | { head?: TableHead; rows: NumberedRow[]; more: boolean }
  | { refusal: Refusal }

/** A piece ends with the row that reaches one of these: no piece keeps whoever takes it busy for long. */
const piece = { rows: 500, cells: 10_000, characters: 131_072 }

/** Reads a table piece by piece; for `asideStream`. */
export async function* tablePieces({
  source,
  options,
}: {
  source: TableSource
  options: TableOptions
}): AsyncGenerator<TablePiece> {
  const table =
    source.kind === 'file'
      ? await readTableHere(source.from, options)
      : await readPastedTableHere(source.text, options)
  if (isRefused(table)) {
    yield { refusal: table }
    return
  }
  const { format, encoding, encodings, delimiter, sheets, header, headerRow } = table
  let head: { head?: TableHead } = {
    head: { format, encoding, encodings, delimiter, sheets, header, headerRow },
  }
  let rows: NumberedRow[] = []
  let size = { cells: 0, characters: 0 }
  for await (const row of table.numbered) {
    rows.push(row)
    size.cells += row.cells.length
    for (const cell of row.cells) size.characters += cell.length
    const { cells, characters } = size
    if (rows.length < piece.rows && cells < piece.cells && characters < piece.characters) continue
    yield { ...head, rows, more: true }
    head = {}
    rows = []
    size = { cells: 0, characters: 0 }
  }
  yield { ...head, rows, more: false }
}
