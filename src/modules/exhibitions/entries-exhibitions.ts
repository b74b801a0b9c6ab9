import { entryType } from '#kernel/chronicle'

/** What the module tells the chronicle of exhibitions: numbers, hashes and verdicts, no words of anybody. */
export const exhibitionMade = entryType<{ kind: string }>('exhibitions.exhibition-made')
export const ownerAdded = entryType<{ ownerId: string }>('exhibitions.owner-added')
export const ownerLeft = entryType<{ ownerId: string }>('exhibitions.owner-left')
export const reviewAsked = entryType<{ version: number }>('exhibitions.review-asked')
export const reviewTakenBack = entryType('exhibitions.review-taken-back')
export const exhibitionReviewed = entryType<{
  version: number
  verdict: 'approved' | 'returned'
  by: 'owner' | 'mentor'
}>('exhibitions.exhibition-reviewed')
export const exhibitionPublished = entryType<{ number: number; sha256: string }>(
  'exhibitions.exhibition-published',
)
export const exhibitionTakenBack = entryType<{ number: number }>(
  'exhibitions.exhibition-taken-back',
)
