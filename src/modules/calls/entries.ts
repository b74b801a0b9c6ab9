import { entryType } from '#kernel/chronicle'
import type { Reference } from './rules/questions.ts'
import type { DecisionWay } from './schema.ts'

/** What the module tells the chronicle: never an answer of anybody, and no name. */
export const callMade = entryType<{ copied: boolean }>('calls.call-made')
export const callChanged = entryType<{ version: number; part: string }>('calls.call-changed')
export const callPublished = entryType<{
  opensAt: string
  closesAt: string
  resultsAt: string
  /** SHA-256 of the seed of the lottery, which is drawn before anybody has applied. */
  lotCommitment: string
}>('calls.call-published')
export const applicationBegun = entryType('calls.application-begun')
export const applicationSubmitted = entryType<{ number: number; inGrace: boolean }>(
  'calls.application-submitted',
)
/** Of which call and for what a seat is, so that a higher module knows what concerns it without asking. */
export type SeatFacts = {
  callId: string
  subject: Reference | null
  destinationId: string | null
  quota: Reference | null
}
/** An application was taken back; `held` where it held an offer or an accepted seat, which is free again. */
export const applicationWithdrawn = entryType<SeatFacts & { held: boolean }>(
  'calls.application-withdrawn',
  2,
)
/** That it was decided, and how; never what: its applicant may read the entry before everybody is told. */
export const applicationDecided = entryType<{
  way: DecisionWay | 'moved-up' | 'appeal' | 'committee'
}>('calls.application-decided', 2)
export const decisionsClosed = entryType<{
  accepted: number
  waiting: number
  refused: number
  lotSeed: string
}>('calls.decisions-closed')
export const resultsTold = entryType('calls.results-told')
/** A seat was offered: at the telling of a call, or to the next of its waiting list. Its object is the application. */
export const offerMade = entryType<SeatFacts & { movedUp: boolean }>('calls.offer-made')
/** An offer was accepted or declined by its applicant, or lapsed because its day was over. */
export const replyGiven = entryType<SeatFacts & { reply: 'accepted' | 'declined' | 'lapsed' }>(
  'calls.reply-given',
  2,
)
export const referenceAsked = entryType('calls.reference-asked')
export const referenceGiven = entryType('calls.reference-given')
export const referenceDeclined = entryType('calls.reference-declined')
export const appealMade = entryType('calls.appeal-made')
export const appealDecided = entryType<{ state: 'upheld' | 'dismissed' }>('calls.appeal-decided')
export const reviewersAssigned = entryType<{ count: number; byHand: boolean }>(
  'calls.reviewers-assigned',
)
export const waiverGiven = entryType<Record<string, never>, { reason: string }>(
  'calls.waiver-given',
)
export const conflictSaid = entryType<{ kind: string }>('calls.conflict-said')
export const reviewGiven = entryType<{ again: boolean }>('calls.review-given')
export const reviewDeclined = entryType('calls.review-declined')
/** A sitting of a call's committee was planned; its object is the sitting. */
export const sittingPlanned = entryType<{ callId: string; heldOn: string }>('calls.sitting-planned')
/** Its minutes were approved, with the hash of what was approved; never what was decided of whom. */
export const minutesApproved = entryType<{
  callId: string
  heldOn: string
  document: string
  items: number
}>('calls.minutes-approved')
