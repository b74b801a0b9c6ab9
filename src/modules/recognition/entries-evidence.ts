import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { EvidenceKind, EvidenceParty } from './schema-evidence.ts'

type OfRequest = { request: string; kind: EvidenceKind; party: EvidenceParty }

/**
 * Evidence was asked for, of the student or of somebody at the host institution, by a day. Who that is stands with the
 * request alone: the entry is about the student, who is told of it.
 */
export const evidenceAsked = entryType<
  OfRequest & { line: number | null; due: string },
  { words: string }
>('recognition.evidence-asked')

/** Whoever was asked sent something. */
export const evidenceAnswered = entryType<OfRequest & { documents: number }, { words: string }>(
  'recognition.evidence-answered',
)

/** What came is enough. */
export const evidenceClosed = entryType<OfRequest>('recognition.evidence-closed')

/** Nothing is awaited any more. */
export const evidenceWithdrawn = entryType<OfRequest>('recognition.evidence-withdrawn')

/** The time for an answer is over, and there is none. */
export const evidenceOverdue = entryType<OfRequest>('recognition.evidence-overdue')

const text = (value: unknown) => String(value ?? '')
const kindOf = (data: Record<string, unknown>) =>
  m(`evidence.kind.${text(data['kind']) as EvidenceKind}`)
const partyOf = (data: Record<string, unknown>) => text(data['party']) as EvidenceParty

/** The words of these entries in a reader's story. */
export const evidenceStories: {
  type: string
  label: (data: Record<string, unknown>) => Message
}[] = [
  {
    type: evidenceAsked.type,
    label: (data) => m(`entry.evidence-asked.${partyOf(data)}`, { kind: kindOf(data) }),
  },
  {
    type: evidenceAnswered.type,
    label: (data) =>
      m(`entry.evidence-answered.${partyOf(data)}`, { documents: Number(data['documents'] ?? 0) }),
  },
  {
    type: evidenceClosed.type,
    label: (data) => m('entry.evidence-closed', { kind: kindOf(data) }),
  },
  {
    type: evidenceWithdrawn.type,
    label: (data) => m('entry.evidence-withdrawn', { kind: kindOf(data) }),
  },
  {
    type: evidenceOverdue.type,
    label: (data) => m('entry.evidence-overdue', { kind: kindOf(data) }),
  },
]
