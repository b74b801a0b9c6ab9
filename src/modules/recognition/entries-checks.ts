import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** Somebody else typed a typed transcript again from the original. */
export const transcriptChecked = entryType<{
  check: string
  lines: number
  differences: number
}>('recognition.transcript-checked')

/** What differed between two typings was settled; so many lines were corrected by it. */
export const transcriptCheckSettled = entryType<{
  check: string
  differences: number
  corrected: number
}>('recognition.transcript-check-settled')

const number = (value: unknown) => Number(value ?? 0)

/** The words of these entries in a reader's story. */
export const checkStories: {
  type: string
  label: (data: Record<string, unknown>) => Message
}[] = [
  {
    type: transcriptChecked.type,
    label: ({ lines, differences }) =>
      number(differences) === 0
        ? m('check.entry.same', { lines: number(lines) })
        : m('check.entry.differs', { lines: number(lines), differences: number(differences) }),
  },
  {
    type: transcriptCheckSettled.type,
    label: ({ differences, corrected }) =>
      m('check.entry.settled', {
        differences: number(differences),
        corrected: number(corrected),
      }),
  },
]
