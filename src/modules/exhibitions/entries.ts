import { entryType } from '#kernel/chronicle'
import type { AccessKind, MediaKind } from './schema.ts'

/** What the module tells the chronicle of objects: hashes and states, no words of anybody. */
export const objectMade = entryType('exhibitions.object-made')
export const objectReleased = entryType<{ rightsUri: string; access: AccessKind }>(
  'exhibitions.object-released',
)
export const objectChanged = entryType<{ rightsUri: string | null; access: AccessKind }>(
  'exhibitions.object-changed',
)
export const objectWithdrawn = entryType('exhibitions.object-withdrawn')
export const objectReturned = entryType('exhibitions.object-returned')
export const mediaChecked = entryType<{
  mediaId: string
  state: 'ready' | 'failed'
  fault: string | null
}>('exhibitions.media-checked')
export const mediaRemoved = entryType<{ mediaId: string }>('exhibitions.media-removed')
export const mediaAdded = entryType<{ mediaId: string; kind: MediaKind; sha256: string }>(
  'exhibitions.media-added',
)
