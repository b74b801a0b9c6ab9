import { entryType } from '#kernel/chronicle'
import type { AccessKind, MediaKind } from './schema.ts'

/** What the module tells the chronicle of objects: hashes and states, no words of anybody. */
export const objectMade = entryType('exhibitions.object-made')
export const objectReleased = entryType<{ rightsUri: string; access: AccessKind }>(
  'exhibitions.object-released',
)
export const mediaAdded = entryType<{ mediaId: string; kind: MediaKind; sha256: string }>(
  'exhibitions.media-added',
)
