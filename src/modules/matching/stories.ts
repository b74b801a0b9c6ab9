import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The module's kinds of entry, with the words for a reader's story. */
export const matchingEntries: Manifest['entries'] = [
  { type: entries.roundMade.type, label: () => m('story.round-made') },
  { type: entries.listGiven.type, label: null },
  { type: entries.listRemoved.type, label: null },
  { type: entries.runFrozen.type, label: ({ number }) => m('story.run-frozen', numbered(number)) },
  {
    type: entries.runRepaired.type,
    label: ({ number, repairs }) =>
      m('story.run-repaired', { number: Number(number), repairs: Number(repairs) }),
  },
  { type: entries.runProved.type, label: ({ number }) => m('story.run-proved', numbered(number)) },
  {
    type: entries.runUnproved.type,
    label: ({ number }) => m('story.run-unproved', numbered(number)),
  },
  {
    type: entries.runCancelled.type,
    label: ({ number }) => m('story.run-cancelled', numbered(number)),
  },
  {
    type: entries.runPublished.type,
    label: ({ number }) => m('story.run-published', numbered(number)),
  },
  { type: entries.namesRemoved.type, label: null },
]

function numbered(number: unknown): { number: number } {
  return { number: Number(number) }
}
