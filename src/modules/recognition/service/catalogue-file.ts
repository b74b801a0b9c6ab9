import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import {
  type BlobStore,
  fileMessages,
  readTable,
  type Table,
  type TableOptions,
  TableProblem,
} from '#kernel/files'
import type { CatalogueSample } from '../formats/catalogue-reading.ts'
import { plainText } from '../formats/plain-text.ts'

/** Rows that are kept as a sample: enough to recognise columns and repeated codes. */
const sampleRows = 60
const sampleCell = 300

/** The largest file that is taken in. */
export const mostCatalogueBytes = 64 * 1024 * 1024

/** One row of a table with its place among the rows that are not blank, from 0, and its number in the file. */
export interface PlacedRow {
  place: number
  number: number
  cells: readonly string[]
}

/** All rows of a table, its first one included, without characters that no database or page holds. */
export async function* placedRows(table: Table): AsyncGenerator<PlacedRow> {
  yield { place: 0, number: 1, cells: table.header.map(harmless) }
  let place = 0
  for await (const { row, cells } of table.numbered) {
    yield { place: (place += 1), number: row, cells: cells.map(harmless) }
  }
}

/** Most cells are plain ASCII and need no second look. */
function harmless(cell: string): string {
  return /^[ -~]*$/.test(cell) ? cell : plainText(cell)
}

/** The first rows of a file, or why it cannot be read; the whole file is not held in memory. */
export async function sampleOf(
  from: Uint8Array | string,
  options: TableOptions,
): Promise<{ sample: CatalogueSample; table: Table } | Refusal> {
  const table = await readTable(from, options)
  if (isRefused(table)) return table
  const rows: string[][] = []
  const numbers: number[] = []
  try {
    for await (const { number, cells } of placedRows(table)) {
      numbers.push(number)
      rows.push(cells.map((cell) => cell.slice(0, sampleCell)))
      if (rows.length >= sampleRows) break
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return { sample: { rows, numbers, sheets: table.sheets ? [...table.sheets] : null }, table }
}

/**
 * Fetches a stored file to a place of this machine and hands over its path, so that a large table is
 * read row by row whatever the store is.
 */
export async function withLocalFile<T>(
  blobs: BlobStore,
  sha256: string,
  use: (path: string) => Promise<T>,
): Promise<T | Refusal> {
  const stream = await blobs.get(sha256)
  if (!stream) return refuse(404, fileMessages('gone'))
  const path = join(tmpdir(), `weft-catalogue-${randomUUID()}`)
  try {
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(path, { mode: 0o600 }))
    return await use(path)
  } finally {
    await rm(path, { force: true })
  }
}
