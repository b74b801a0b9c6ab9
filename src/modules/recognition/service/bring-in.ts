import type { Refusal, Work } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import { emptyTranscript } from '../formats/read-transcript.ts'
import type { DocumentReading } from './read-document.ts'
import { startDraft } from './transcript-drafts.ts'

/** A transcript that came another way than by the form of this module: whose, from where, and the document. */
export interface StartTranscript {
  enrolmentId: string
  hostOrganisationId: string
  /** What an ELMO document or a table says; null for a paper that a person types from its picture. */
  reading: DocumentReading | null
  file: ReceivedFile
  /** The node that makes the row of the file. */
  origin: string
}

/** How many empty lines a person begins with who types a transcript from its picture. */
const linesToType = 5

/**
 * Keeps a transcript as a draft, for a person of the home institution to look at before it becomes a case; who may is asked
 * of the enrolment, as of every transcript. A document that could not be read is refused with its own words.
 */
export async function startTranscript(
  work: Work,
  { enrolmentId, hostOrganisationId, reading, file, origin }: StartTranscript,
): Promise<{ draftId: string } | Refusal> {
  if (reading !== null && 'refusal' in reading) return reading.refusal
  return startDraft(work, {
    enrolmentId,
    hostOrganisationId,
    format: reading?.format ?? 'hand',
    content: reading?.content ?? emptyTranscript(linesToType),
    document: { kind: 'received', file },
    isScan: reading === null,
    origin,
  })
}
