import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

const ofKind = (data: Record<string, unknown>) =>
  data['kind'] === 'industry' ? ('industry' as const) : ('academic' as const)

/** The kinds of entry that mentorship writes, with the words for a reader's story. A proposal shows once it is accepted. */
export const mentorshipEntries: Manifest['entries'] = [
  { type: entries.mentorOffered.type, label: () => m('story.offered') },
  { type: entries.mentorChanged.type, label: null },
  { type: entries.engagementOpened.type, label: null },
  { type: entries.engagementClosed.type, label: null },
  { type: entries.studentAdded.type, label: null },
  { type: entries.studentLeft.type, label: null },
  { type: entries.mentorProposed.type, label: null },
  {
    type: entries.mentorAccepted.type,
    label: (data) => m(`story.accepted.${ofKind(data)}`),
  },
  { type: entries.mentorDeclined.type, label: null },
  { type: entries.proposalWithdrawn.type, label: null },
  { type: entries.mentorshipBegun.type, label: (data) => m(`story.begun.${ofKind(data)}`) },
  {
    type: entries.mentorshipEnded.type,
    label: (data) =>
      data['replaced'] === true
        ? m(`story.replaced.${ofKind(data)}`)
        : m(`story.ended.${ofKind(data)}`),
  },
  { type: entries.goalsWritten.type, label: null },
  {
    type: entries.goalsAgreed.type,
    label: () => m('story.goals-agreed'),
  },
  { type: entries.meetingProposed.type, label: null },
  { type: entries.meetingFixed.type, label: null },
  { type: entries.meetingCancelled.type, label: null },
  { type: entries.meetingHeld.type, label: () => m('story.meeting-held') },
  { type: entries.noteWritten.type, label: null },
  { type: entries.mentorsReminded.type, label: null },
  { type: entries.checkInsSet.type, label: null },
  { type: entries.checkInAsked.type, label: null },
  { type: entries.checkInAnswered.type, label: null },
  { type: entries.checkInClosed.type, label: null },
  { type: entries.wishesAsked.type, label: null },
  { type: entries.wishesSaid.type, label: null },
  { type: entries.roundMade.type, label: null },
  { type: entries.roundSent.type, label: null },
]
