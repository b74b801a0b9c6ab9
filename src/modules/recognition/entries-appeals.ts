import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

type OfAppeal = { appeal: string; number: string; revision: number }

/** The student objected to a final decision. */
export const appealMade = entryType<OfAppeal & { documents: number }, { words: string }>(
  'recognition.appeal-made',
)

/** Somebody who did not take the decision answered: it stands, or it is looked at again. */
export const appealAnswered = entryType<
  OfAppeal & { outcome: 'upheld' | 'revision' },
  { reason: string }
>('recognition.appeal-answered')

/** The student took the objection back. */
export const appealWithdrawn = entryType<OfAppeal>('recognition.appeal-withdrawn')

/** A final decision is looked at again, after an appeal or on the school's own account. */
export const revisionOpened = entryType<
  { number: string; revision: number; appeal: string | null },
  { reason: string }
>('recognition.revision-opened')

const revisionOf = (data: Record<string, unknown>) => Number(data['revision'] ?? 1)

/** The words of these entries in a reader's story. */
export const appealStories: { type: string; label: (data: Record<string, unknown>) => Message }[] =
  [
    {
      type: appealMade.type,
      label: (data) => m('entry.appeal-made', { revision: revisionOf(data) }),
    },
    {
      type: appealAnswered.type,
      label: (data) =>
        m(data['outcome'] === 'upheld' ? 'entry.appeal-upheld' : 'entry.appeal-granted', {
          revision: revisionOf(data),
        }),
    },
    { type: appealWithdrawn.type, label: () => m('entry.appeal-withdrawn') },
    {
      type: revisionOpened.type,
      label: (data) => m('entry.revision-opened', { revision: revisionOf(data) }),
    },
  ]
