import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'

/** The two kinds of mentor: one of the student's school, one of the field where the student works. */
export const mentorKinds = ['academic', 'industry'] as const
export type MentorKind = (typeof mentorKinds)[number]

/** Where a mentorship stands. */
export const mentorshipStates = [
  'proposed',
  'accepted',
  'active',
  'declined',
  'withdrawn',
  'ended',
  'replaced',
] as const
export type MentorshipState = (typeof mentorshipStates)[number]

/** Why a mentorship ended. */
export const endReasons = ['completed', 'mentor-left', 'student-left', 'other'] as const
export type EndReason = (typeof endReasons)[number]

/** How a proposal came about. */
export type ProposalWay = 'choice' | 'round' | 'list' | 'module'

type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface MentorProfilesTable {
  id: string
  origin: string
  person_id: string
  organisation_id: string
  kind: MentorKind
  about: Defaulted<string>
  fields: Defaulted<string[]>
  languages: string[]
  capacity: number
  paused_at: Date | null
  offered_by: string | null
  created_at: Date
  changed_at: Date
}

export interface MentoredEngagementsTable {
  id: string
  origin: string
  subject_kind: string
  subject_id: string
  organisation_id: string
  titles: Json<LocalText>
  needs: MentorKind[]
  starts_on: DateOnly | null
  ends_on: DateOnly | null
  href: string | null
  tells_proposals: Defaulted<boolean>
  wishes_until: Defaulted<DateOnly | null>
  check_in_weeks: Defaulted<number | null>
  created_by: string | null
  created_at: Date
  closed_at: Date | null
}

export interface MenteesTable {
  id: string
  origin: string
  engagement_id: string
  person_id: string
  organisation_id: string
  state: Defaulted<'open' | 'left'>
  statement: Defaulted<string>
  languages: Defaulted<string[]>
  wished_at: Defaulted<Date | null>
  joined_at: Date
  left_at: Date | null
}

export interface MentorshipsTable {
  id: string
  origin: string
  mentee_id: string
  person_id: string
  organisation_id: string
  mentor_id: string
  mentor_organisation_id: string
  kind: MentorKind
  state: Defaulted<MentorshipState>
  way: ProposalWay
  message: Defaulted<string>
  proposed_by: string | null
  proposed_at: Date
  answer_by: DateOnly
  answered_at: Date | null
  answered_by_link: Defaulted<boolean>
  answer_note: Defaulted<string>
  began_on: DateOnly | null
  ended_on: DateOnly | null
  end_reason: EndReason | null
  replaces: string | null
  round_id: Defaulted<string | null>
  reminded_at: Defaulted<Date | null>
  handover: Defaulted<string>
}

export interface MenteeGoalsTable {
  id: string
  mentee_id: string
  number: number
  text: string
  written_by: string
  written_at: Date
}

export interface MenteeGoalAgreementsTable {
  goals_id: string
  person_id: string
  agreed_at: Date
}

export interface MenteeMeetingsTable {
  id: string
  origin: string
  mentee_id: string
  topic: string
  place: Defaulted<string>
  minutes: number
  state: Defaulted<'proposed' | 'fixed' | 'held' | 'cancelled'>
  starts_at: Date | null
  sequence: Defaulted<number>
  proposed_by: string
  proposed_at: Date
}

export interface MenteeMeetingTimesTable {
  id: string
  meeting_id: string
  starts_at: Date
}

export interface MenteeMeetingAnswersTable {
  time_id: string
  person_id: string
  suits: boolean
  answered_at: Date
}

export interface MenteeNotesTable {
  id: string
  mentee_id: string
  meeting_id: string | null
  text: string
  written_by: string
  written_at: Date
}

export interface MentoringWishesTable {
  mentee_id: string
  mentor_id: string
  said_by: 'student' | 'mentor'
  place: number | null
  said_at: Date
}

export interface MentorWishRequestsTable {
  id: string
  origin: string
  engagement_id: string
  mentor_id: string
  asked_by: string | null
  asked_at: Date
  answer_by: DateOnly
  answered_at: Date | null
}

export interface MentorRoundsTable {
  id: string
  origin: string
  engagement_id: string
  certificate: Json<unknown>
  made_by: string | null
  made_at: Date
  sent_at: Date | null
}

export interface MenteeCheckInsTable {
  id: string
  origin: string
  mentee_id: string
  asked_at: Date
  answer_by: DateOnly
  closed_at: Date | null
}

export interface MenteeCheckInAnswersTable {
  check_in_id: string
  person_id: string
  how: 'well' | 'mixed' | 'help'
  too_much: Defaulted<boolean>
  note: Defaulted<string>
  answered_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    mentor_profiles: MentorProfilesTable
    mentored_engagements: MentoredEngagementsTable
    mentees: MenteesTable
    mentorships: MentorshipsTable
    mentee_goals: MenteeGoalsTable
    mentee_goal_agreements: MenteeGoalAgreementsTable
    mentee_meetings: MenteeMeetingsTable
    mentee_meeting_times: MenteeMeetingTimesTable
    mentee_meeting_answers: MenteeMeetingAnswersTable
    mentee_notes: MenteeNotesTable
    mentee_check_ins: MenteeCheckInsTable
    mentee_check_in_answers: MenteeCheckInAnswersTable
    mentoring_wishes: MentoringWishesTable
    mentor_wish_requests: MentorWishRequestsTable
    mentor_rounds: MentorRoundsTable
  }
}
