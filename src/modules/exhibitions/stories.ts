import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import * as shown from './entries-exhibitions.ts'
import { m } from './messages/index.ts'

/** The kinds of entry that exhibitions write, with the words for a reader's story. */
export const exhibitionEntries: Manifest['entries'] = [
  { type: entries.objectMade.type, label: () => m('story.object-made') },
  { type: entries.objectReleased.type, label: () => m('story.object-released') },
  { type: entries.objectChanged.type, label: () => m('story.object-changed') },
  { type: entries.objectWithdrawn.type, label: () => m('story.object-withdrawn') },
  { type: entries.objectReturned.type, label: () => m('story.object-returned') },
  { type: entries.mediaAdded.type, label: null },
  { type: shown.exhibitionMade.type, label: () => m('story.exhibition-made') },
  { type: shown.ownerAdded.type, label: () => m('story.owner-added') },
  { type: shown.ownerLeft.type, label: () => m('story.owner-left') },
  { type: shown.reviewAsked.type, label: () => m('story.review-asked') },
  { type: shown.reviewTakenBack.type, label: null },
  {
    type: shown.exhibitionReviewed.type,
    label: ({ verdict }) => m(verdict === 'approved' ? 'story.approved' : 'story.returned'),
  },
  {
    type: shown.exhibitionPublished.type,
    label: ({ number }) => m('story.published', { number: Number(number) }),
  },
  { type: shown.exhibitionTakenBack.type, label: () => m('story.taken-back') },
  { type: entries.mediaChecked.type, label: null },
  { type: entries.mediaRemoved.type, label: null },
]
