import { isRefused, type Refusal, refuse } from '#kernel/database'
import { allRows, type BlobStore, readTable, type ReceivedFile } from '#kernel/files'
import { readElmoTranscript, readTableTranscript, type Remark } from '../formats/read-transcript.ts'
import type { TranscriptContent } from '../formats/read-transcript.ts'
import { m } from '../messages/index.ts'
import type { TranscriptFormat } from '../schema.ts'
import { mostLines } from './add-transcript.ts'

/** What a transcript's document says, or why it cannot be read, with remarks by line. */
export type DocumentReading =
  | { format: TranscriptFormat; content: TranscriptContent }
  | { refusal: Refusal; remarks: readonly Remark[] }

/** Reads a stored document: ELMO, plain or as EMREX sends it, or a table with the columns that its headings suggest. */
export async function readDocument(blobs: BlobStore, file: ReceivedFile): Promise<DocumentReading> {
  const stream = await blobs.get(file.sha256)
  if (!stream) throw new Error('A file that was just stored is not there')
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const isElmo = file.kind === 'xml' || looksLikeElmo(file, bytes)
  return readTranscript(bytes, { name: file.name, isElmo })
}

/** Reads the bytes of a transcript, as ELMO or as a table. */
export async function readTranscript(
  bytes: Uint8Array,
  given: { name: string; isElmo: boolean },
): Promise<DocumentReading> {
  if (given.isElmo) {
    const reading = readElmoTranscript(bytes)
    if (reading.ok) return { format: 'elmo', content: reading.content }
    return { refusal: refuse(422, m('page.new.unreadable')), remarks: reading.remarks }
  }
  const limits = { maxRows: mostLines + 200, maxColumns: 60 }
  const table = await readTable(bytes, { name: given.name, ...limits })
  const rows = isRefused(table) ? table : await allRows(table)
  if (isRefused(table) || isRefused(rows)) {
    return { refusal: isRefused(table) ? table : (rows as Refusal), remarks: [] }
  }
  const content = readTableTranscript([[...table.header], ...rows.map((row) => row.cells)], null)
  return { format: 'table', content }
}

/** EMREX sends ELMO as Base64 of gzip, which is plain text to look at. */
function looksLikeElmo(file: ReceivedFile, bytes: Uint8Array): boolean {
  return file.kind === 'text' && /^\s*H4sI/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
}
