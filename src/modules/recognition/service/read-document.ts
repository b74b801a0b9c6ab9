import { isRefused, type Refusal, refuse } from '#kernel/database'
import { asideTask, type BlobStore, type ReceivedFile } from '#kernel/files'
import type { Remark, TranscriptContent } from '../formats/read-transcript.ts'
import type * as tasks from '../formats/transcript-task.ts'
import type { TranscriptSource } from '../formats/transcript-task.ts'
import { m } from '../messages/index.ts'
import type { TranscriptFormat } from '../schema.ts'
import { fromStored } from '../stored.ts'

/** What a transcript's document says, or why it cannot be read, with remarks by line. */
export type DocumentReading =
  | { format: TranscriptFormat; content: TranscriptContent }
  | { refusal: Refusal; remarks: readonly Remark[] }

const takeTranscript = asideTask<typeof tasks, 'takeTranscript'>(
  new URL('../formats/transcript-task.ts', import.meta.url),
  'takeTranscript',
)

/**
 * Reads a stored document: ELMO, plain or as EMREX sends it, or a table with the columns that its headings
 * suggest, in the encoding given or found; of several reports the one given, or the largest.
 */
export async function readDocument(
  blobs: BlobStore,
  file: Pick<ReceivedFile, 'sha256' | 'kind' | 'name'>,
  { encoding = null, report = null }: { encoding?: string | null; report?: number | null } = {},
): Promise<DocumentReading> {
  const other = calledOtherwise(file)
  if (other) return { refusal: other, remarks: [] }
  const stream = await blobs.get(file.sha256)
  if (!stream) throw new Error('A file that was just stored is not there')
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return readTranscript(
    file.kind === 'xml' || looksLikeElmo(file, bytes)
      ? { kind: 'elmo', bytes, report }
      : { kind: 'table', bytes, name: file.name, encoding },
  )
}

/** A text that is called like a workbook or a document: what is in it is not what its name says, so nothing is read. */
function calledOtherwise({ kind, name }: Pick<ReceivedFile, 'kind' | 'name'>): Refusal | null {
  const ending = /\.(xlsx?|xlsm|ods|docx?|odt|pdf|pptx?|zip)$/i.exec(name)?.[1]?.toLowerCase()
  if (!ending || (kind !== 'text' && kind !== 'csv')) return null
  return refuse(422, m('compact.not-a-workbook', { name, kind: ending.toUpperCase() }))
}

/** Reads a transcript in a thread of its own, as ELMO or as a table. */
export async function readTranscript(source: TranscriptSource): Promise<DocumentReading> {
  const taken = await takeTranscript(source)
  if (isRefused(taken)) return { refusal: taken, remarks: [] }
  if ('refusal' in taken) return taken
  return { format: taken.format, content: fromStored(JSON.parse(taken.content)) }
}

/** EMREX sends ELMO as Base64 of gzip, which is plain text to look at. */
function looksLikeElmo(file: Pick<ReceivedFile, 'kind'>, bytes: Uint8Array): boolean {
  return file.kind === 'text' && /^\s*H4sI/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
}
