import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The kinds of entry that exhibitions write, with the words for a reader's story. */
export const exhibitionEntries: Manifest['entries'] = [
  { type: entries.objectMade.type, label: () => m('story.object-made') },
  { type: entries.objectReleased.type, label: () => m('story.object-released') },
  { type: entries.mediaAdded.type, label: null },
]
