import type { ColumnType } from 'kysely'

export interface CallReviewersTable {
  id: string
  call_id: string
  organisation_id: string
  person_id: string
  most: number
  added_by: string
  added_at: Date
}

/** What somebody says stands between a reviewer and an applicant; all of it is hard. */
export const saidConflicts = ['kin', 'supervisor', 'mentor', 'other'] as const
export type SaidConflict = (typeof saidConflicts)[number]

export interface CallConflictsTable {
  id: string
  application_id: string
  person_id: string
  kind: SaidConflict
  said_by: string
  said_at: Date
}

export interface CallWaiversTable {
  call_id: string
  reason: string
  waived_by: string
  waived_at: Date
}

export interface CallReviewsTable {
  id: string
  call_id: string
  organisation_id: string
  application_id: string
  reviewer_id: string
  state: ColumnType<
    'open' | 'given' | 'declined',
    'open' | 'given' | 'declined' | undefined,
    'open' | 'given' | 'declined'
  >
  points: ColumnType<Record<string, number>, string | undefined, string>
  remark: ColumnType<string, string | undefined, string>
  assigned_by: string
  assigned_at: Date
  by_hand: boolean
  given_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    call_reviewers: CallReviewersTable
    call_conflicts: CallConflictsTable
    call_waivers: CallWaiversTable
    call_reviews: CallReviewsTable
  }
}
