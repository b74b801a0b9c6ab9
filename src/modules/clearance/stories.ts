import type { Manifest } from '#kernel/http'
import { packPublished } from './entries.ts'
import { m } from './messages/index.ts'

/** The module's kinds of entry, with the words for a reader's story. */
export const clearanceEntries: Manifest['entries'] = [
  { type: packPublished.type, label: () => m('story.pack-published') },
]
