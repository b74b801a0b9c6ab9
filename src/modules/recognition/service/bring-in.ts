import type { Refusal, Work } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import type { DateOnly, Fraction, LocalText } from '#kernel/values'
import { emptyLine, emptyTranscript } from '../formats/read-transcript.ts'
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

/** A placement that is over: whose, where, how many hours were worked there, and what shows it. */
export interface StartPlacement {
  enrolmentId: string
  /** Null where the host is not among the organisations. */
  hostOrganisationId: string | null
  host: string
  titles: LocalText
  /** Hours of 60 minutes. */
  hours: Fraction
  completedOn: DateOnly
  /** Whether somebody has judged it. */
  isAssessed: boolean
  /** The certificate. */
  file: ReceivedFile
  origin: string
}

/**
 * Keeps a placement as a draft of one line, learnt in a placement, with its hours, its certificate and, where it was judged,
 * the assessment as evidence; credit is for the rules of home. Who may is asked of the enrolment, as of every transcript.
 */
export async function startPlacement(
  work: Work,
  input: StartPlacement,
): Promise<{ draftId: string } | Refusal> {
  return startDraft(work, {
    enrolmentId: input.enrolmentId,
    hostOrganisationId: input.hostOrganisationId,
    format: 'hand',
    content: {
      ...emptyTranscript(0),
      issuer: { en: input.host },
      issuedOn: input.completedOn,
      lines: [
        {
          ...emptyLine(0),
          title: input.titles,
          hours: { placement: input.hours },
          status: 'passed',
          completedOn: input.completedOn,
          kind: 'placement',
          evidence: ['hours', 'certificate', ...(input.isAssessed ? ['assessment' as const] : [])],
        },
      ],
    },
    document: { kind: 'received', file: input.file },
    isScan: true,
    origin: input.origin,
  })
}
