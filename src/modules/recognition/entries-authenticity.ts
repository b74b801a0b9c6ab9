import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { AuthenticityKind, AuthenticityOutcome } from './schema-authenticity.ts'

/** Somebody looked into whether a transcript's original is genuine; what they noted is personal. */
export const authenticityRecorded = entryType<
  { record: string; kind: string; outcome: string },
  { place: string; note: string }
>('recognition.authenticity-recorded')

/** A record of it was taken back, with a reason. */
export const authenticityTakenBack = entryType<{ record: string }, { reason: string }>(
  'recognition.authenticity-taken-back',
)

/** The words of these entries in a reader's story. */
export const authenticityStories: {
  type: string
  label: (data: Record<string, unknown>) => Message
}[] = [
  {
    type: authenticityRecorded.type,
    label: ({ kind, outcome }) =>
      m(
        `authentic.entry.${String(kind) as AuthenticityKind}.${String(outcome) as AuthenticityOutcome}`,
      ),
  },
  { type: authenticityTakenBack.type, label: () => m('authentic.entry.taken-back') },
]
