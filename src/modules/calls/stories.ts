import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The kinds of entry that calls write, with the words for a reader's story. What was decided shows when it is told. */
export const callEntries: Manifest['entries'] = [
  { type: entries.callMade.type, label: () => m('story.call-made') },
  { type: entries.callChanged.type, label: null },
  { type: entries.callPublished.type, label: () => m('story.call-published') },
  { type: entries.applicationBegun.type, label: null },
  {
    type: entries.applicationSubmitted.type,
    label: ({ number }) => m('story.submitted', { number: Number(number) }),
  },
  { type: entries.applicationWithdrawn.type, label: () => m('story.withdrawn') },
  { type: entries.applicationDecided.type, label: null },
  { type: entries.decisionsClosed.type, label: () => m('story.decisions-closed') },
  { type: entries.referenceAsked.type, label: null },
  { type: entries.referenceGiven.type, label: () => m('story.reference-given') },
  { type: entries.referenceDeclined.type, label: null },
  { type: entries.appealMade.type, label: () => m('story.appeal-made') },
  {
    type: entries.appealDecided.type,
    label: ({ state }) => m(state === 'upheld' ? 'story.appeal-upheld' : 'story.appeal-dismissed'),
  },
  { type: entries.reviewersAssigned.type, label: null },
  { type: entries.waiverGiven.type, label: () => m('story.waiver') },
  { type: entries.conflictSaid.type, label: null },
  { type: entries.reviewGiven.type, label: null },
  { type: entries.reviewDeclined.type, label: null },
  { type: entries.offerMade.type, label: () => m('story.offer') },
  { type: entries.sittingPlanned.type, label: () => m('story.sitting-planned') },
  { type: entries.minutesApproved.type, label: () => m('story.minutes-approved') },
  { type: entries.resultsTold.type, label: () => m('story.results-told') },
  {
    type: entries.replyGiven.type,
    label: ({ reply }) =>
      m(
        reply === 'accepted'
          ? 'reply.accepted'
          : reply === 'lapsed'
            ? 'reply.lapsed'
            : 'reply.declined',
      ),
  },
]
