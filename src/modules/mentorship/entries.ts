import { entryType } from '#kernel/chronicle'
import type { EndReason, MentorKind } from './schema.ts'

/** What an entry about a mentorship names beside the student: the engagement as its module knows it. */
export interface MentorshipNews {
  [fact: string]: unknown
  kind: MentorKind
  subjectKind: string
  subjectId: string
}

/** What the module tells the chronicle: no name, and nothing that somebody wrote. */
export const mentorOffered = entryType<{ kind: MentorKind; byThemselves: boolean }>(
  'mentorship.mentor-offered',
)
export const mentorChanged = entryType<{ paused: boolean; capacity: number }>(
  'mentorship.mentor-changed',
)
export const engagementOpened = entryType<{ subjectKind: string; needs: MentorKind[] }>(
  'mentorship.engagement-opened',
)
export const engagementClosed = entryType('mentorship.engagement-closed')
export const studentAdded = entryType<{ subjectKind: string; subjectId: string }>(
  'mentorship.student-added',
)
export const studentLeft = entryType('mentorship.student-left')
export const mentorProposed = entryType<MentorshipNews & { way: string; overload: boolean }>(
  'mentorship.mentor-proposed',
)
export const mentorAccepted = entryType<MentorshipNews & { byLink: boolean }>(
  'mentorship.mentor-accepted',
)
export const mentorDeclined = entryType<MentorshipNews & { byLink: boolean }>(
  'mentorship.mentor-declined',
)
export const proposalWithdrawn = entryType<MentorshipNews>('mentorship.proposal-withdrawn')
export const mentorshipBegun = entryType<MentorshipNews>('mentorship.mentorship-begun')
export const mentorshipEnded = entryType<MentorshipNews & { reason: EndReason; replaced: boolean }>(
  'mentorship.mentorship-ended',
)
export const goalsWritten = entryType<{ version: number }>('mentorship.goals-written')
export const goalsAgreed = entryType<{ version: number; all: boolean }>('mentorship.goals-agreed')
export const meetingProposed = entryType<{ meetingId: string }>('mentorship.meeting-proposed')
export const meetingFixed = entryType<{ meetingId: string }>('mentorship.meeting-fixed')
export const meetingCancelled = entryType<{ meetingId: string }>('mentorship.meeting-cancelled')
export const meetingHeld = entryType<{ minutes: number }>('mentorship.meeting-held')
export const noteWritten = entryType('mentorship.note-written')
export const mentorsReminded = entryType<MentorshipNews>('mentorship.mentor-reminded')
export const checkInsSet = entryType<{ weeks: number | null }>('mentorship.check-ins-set')
export const checkInAsked = entryType('mentorship.check-in-asked')
export const checkInAnswered = entryType('mentorship.check-in-answered')
export const checkInClosed = entryType('mentorship.check-in-closed')
export const wishesAsked = entryType<{ mentors: number }>('mentorship.wishes-asked')
export const wishesSaid = entryType<{ by: 'student' | 'mentor' }>('mentorship.wishes-said')
export const roundMade = entryType<{ subjectKind: string; subjectId: string }>(
  'mentorship.round-made',
)
export const roundSent = entryType<{ proposed: number }>('mentorship.round-sent')
