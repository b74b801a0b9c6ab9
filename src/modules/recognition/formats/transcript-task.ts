import { isRefused, refuse, type Refusal } from '#kernel/database'
import { readPastedTableHere, readTableHere, type Table, TableProblem } from '#kernel/files'
import { m } from '../messages/index.ts'
import type { TranscriptFormat } from '../schema.ts'
import { toStored } from '../stored.ts'
import {
  mostLines,
  readElmoTranscript,
  readTableTranscript,
  type Remark,
  type TranscriptRow,
} from './read-transcript.ts'

/** A transcript's document as it came. */
export type TranscriptSource =
  | { kind: 'elmo'; bytes: Uint8Array; report?: number | null }
  | { kind: 'table'; bytes: Uint8Array; name: string; encoding: string | null }
  | { kind: 'paste'; text: string }

/** What a document says, its content as `toStored` writes it; or why it cannot be read, with remarks by line. */
export type TranscriptTaken =
  | { format: TranscriptFormat; content: string }
  | { refusal: Refusal; remarks: readonly Remark[] }

/** Rows beside the courses: headings, sums, blank cells of merged ones. */
const rowsBeside = 200
/** Where counting ends. */
const mostCounted = 200_000
const tableLimits = { maxRows: mostCounted, maxColumns: 60 }
/** A title is the longest that a transcript holds; beside it may stand a description. */
const keptOfCell = 2000

/** Reads a transcript's document; for `asideTask`, because it is somebody else's. */
export async function takeTranscript(source: TranscriptSource): Promise<TranscriptTaken> {
  if (source.kind === 'elmo') return takeElmo(source.bytes, source.report ?? null)
  const table =
    source.kind === 'paste'
      ? await readPastedTableHere(source.text, tableLimits)
      : await readTableHere(source.bytes, {
          name: source.name,
          ...(source.encoding === null ? {} : { encoding: source.encoding }),
          ...tableLimits,
        })
  if (isRefused(table)) return { refusal: table, remarks: [] }
  const rows = await rowsOf(table)
  if (isRefused(rows)) return { refusal: rows, remarks: [] }
  const content = readTableTranscript(rows, null, {
    encoding: table.encoding,
    encodings: [...table.encodings],
  })
  return { format: source.kind === 'paste' ? 'paste' : 'table', content: toStored(content) }
}

function takeElmo(bytes: Uint8Array, report: number | null): TranscriptTaken {
  const reading = readElmoTranscript(bytes, report)
  if (!reading.ok) {
    return { refusal: refuse(422, m('page.new.unreadable')), remarks: reading.remarks }
  }
  const { lines } = reading.content
  if (lines.length > mostLines) {
    // A degree programme and what is only a part of a course are no courses; that they are too many is said where courses are not.
    const courses = lines.filter(({ take }) => take).length
    const count = courses > mostLines ? courses : lines.length
    return { refusal: tooMany(count), remarks: [] }
  }
  return { format: 'elmo', content: toStored(reading.content) }
}

/** The rows, or how many courses they would be where no transcript has so many. */
async function rowsOf(table: Table): Promise<TranscriptRow[] | Refusal> {
  const rows = [{ number: table.headerRow, cells: [...table.header] }]
  let more = 0
  try {
    for await (const { row, cells } of table.numbered) {
      if (rows.length >= mostLines + rowsBeside) {
        if (cells.some((cell) => cell.trim() !== '')) more += 1
        continue
      }
      rows.push({ number: row, cells: cells.map((cell) => cell.slice(0, keptOfCell)) })
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return more > 0 ? tooMany(coursesIn(rows) + more) : rows
}

/** How many courses rows are: what stands above them, and blank rows, are none. */
function coursesIn(rows: readonly TranscriptRow[]): number {
  const { table } = readTableTranscript(rows, null)
  const above = (table?.mapping.headerRow ?? -1) + 1
  return rows.slice(above).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length
}

function tooMany(count: number): Refusal {
  return refuse(413, m('refusal.too-many-rows', { count, limit: mostLines }))
}
