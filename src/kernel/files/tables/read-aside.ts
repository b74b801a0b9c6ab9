import type { Refusal } from '#kernel/database'
import type { Lane } from '../aside/lanes.ts'
import { asideStream } from '../aside/task.ts'
import { cellsOf, TableProblem, type NumberedRow, type Table, type TableOptions } from './table.ts'
import type * as tasks from './tasks.ts'
import type { TablePiece, TableSource } from './tasks.ts'

const pieces = asideStream<typeof tasks, 'tablePieces'>(
  new URL('./tasks.ts', import.meta.url),
  'tablePieces',
)

/**
 * Reads a table from bytes or a file by its path: XLSX, CSV or TSV, JSON or JSON Lines, told apart
 * by content. It is read in a thread of its own, as far as rows are asked for, so that neither its size
 * nor what stands in it keeps others waiting; JSON alone is held in memory whole, there.
 */
export function readTable(
  from: Uint8Array | string,
  options: TableOptions = {},
  lane: Lane = 'quick',
): Promise<Table | Refusal> {
  return open({ kind: 'file', from }, options, lane)
}

/** Reads what was copied from a spreadsheet and pasted into a form: cells between tabs, quoted where needed. */
export function readPastedTable(
  text: string,
  options: TableOptions = {},
): Promise<Table | Refusal> {
  return open({ kind: 'paste', text }, options, 'quick')
}

async function open(
  source: TableSource,
  options: TableOptions,
  lane: Lane,
): Promise<Table | Refusal> {
  const stream = pieces({ source, options }, lane)
  try {
    const { value: first } = await stream.next()
    if (!first) throw new Error('A table has at least a head or a refusal.')
    if ('refusal' in first) {
      await stream.return()
      return first.refusal
    }
    // A small table has arrived whole: its thread is free again, whether anybody reads the rows or not.
    if (!first.more) await stream.return()
    const numbered = rowsOf(first, stream)
    return { ...first.head!, numbered, rows: cellsOf(numbered) }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
}

async function* rowsOf(
  first: Exclude<TablePiece, { refusal: Refusal }>,
  stream: AsyncGenerator<TablePiece, void>,
): AsyncGenerator<NumberedRow> {
  try {
    yield* first.rows
    if (!first.more) return
    for await (const piece of stream) if ('rows' in piece) yield* piece.rows
  } finally {
    await stream.return()
  }
}
