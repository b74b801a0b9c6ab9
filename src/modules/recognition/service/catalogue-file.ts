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
import { catalogueLimits, harmless, placedRows } from '../formats/catalogue-rows.ts'

/** Rows that are kept as a sample: enough to recognise columns and repeated codes. */
const sampleRows = 60
const sampleCell = 300

/** The largest file that a form takes in, which is held in memory on its way. */
export const mostCatalogueBytes = 64 * 1024 * 1024
/** The largest that the command takes in, which reads it from where it lies. */
export const mostCatalogueFileBytes = 1024 * 1024 * 1024

/** The first rows of a file, or why it cannot be read; the whole file is not held in memory. */
export async function sampleOf(
  from: Uint8Array | string,
  options: TableOptions,
): Promise<{ sample: CatalogueSample; table: Table } | Refusal> {
  const table = await readTable(from, { ...options, ...catalogueLimits })
  if (isRefused(table)) return table
  const rows: string[][] = []
  const numbers: number[] = []
  try {
    for await (const { number, cells } of placedRows(table)) {
      numbers.push(number)
      rows.push(cells.map((cell) => harmless(cell.slice(0, sampleCell))))
      if (rows.length >= sampleRows) break
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  const sheets = table.sheets ? [...table.sheets] : null
  return { sample: { rows, numbers, sheets, encodings: [...table.encodings] }, table }
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
