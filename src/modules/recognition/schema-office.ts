import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, Language } from '#kernel/values'
import type { PostingAct } from './rules/office/posting.ts'
import type { Titles } from './rules/types.ts'

/** Where a decided case stands with the registrar; null where nobody has looked yet, which is waiting. */
export type PostingState = 'waiting' | 'exported' | 'posted' | 'nothing'

/** Where one act on a record stands. */
export type ItemState = 'exported' | 'posted' | 'rejected' | 'dropped'

/** Where a batch stands. */
export type BatchState = 'open' | 'settled' | 'cancelled'

/** By what a case came to the unit that evaluates it. */
export type RoutedBy = 'course' | 'programme' | 'office' | 'person'

/** The roles that can be told of what is late. */
export const escalationRoles = ['administrator', 'coordinator', 'evaluator', 'registrar'] as const
export type EscalationRole = (typeof escalationRoles)[number]

export interface RecognitionOfficesTable {
  organisation_id: string
  posting_days: ColumnType<number, number | undefined, number>
  opinion_days: ColumnType<number, number | undefined, number>
  escalation_role: ColumnType<EscalationRole, EscalationRole | undefined, EscalationRole>
  escalation_days: ColumnType<number, number | undefined, number>
  committee_quorum: ColumnType<number, number | undefined, number>
  changed_by: string | null
  changed_at: Date
}

export interface PostingLayoutsTable {
  id: string
  version: number
  organisation_id: string
  name: string
  definition: Json<unknown>
  published_at: Date
  published_by: string | null
  withdrawn_at: Date | null
}

export interface PostingCountersTable {
  organisation_id: string
  year: number
  last_number: number
}

export interface PostingBatchesTable {
  id: string
  origin: string
  organisation_id: string
  number: string
  layout_id: string
  layout_version: number
  file_name: string
  content_sha256: string
  rows_total: number
  state: ColumnType<BatchState, BatchState | undefined, BatchState>
  created_by: string
  created_at: Date
  settled_at: Date | null
  cancelled_by: string | null
  /** When it went to the registry, as whoever sent it says. */
  sent_at: Date | null
  sent_by: string | null
}

export interface PostingItemsTable {
  id: string
  batch_id: string
  organisation_id: string
  case_id: string
  decision_id: string
  position: number
  act: PostingAct
  entry_key: string
  home_course_code: string
  home_course_titles: Json<Titles>
  credit: string
  grade: string | null
  line_ids: ColumnType<string[], string[], string[]>
  cells: Json<string[]>
  state: ColumnType<ItemState, ItemState | undefined, ItemState>
  settled_at: Date | null
  settled_by: string | null
  answer: Json<unknown> | null
  note: ColumnType<string, string | undefined, string>
}

export interface PostingAnswersTable {
  id: string
  batch_id: string
  file_name: string
  rows: Json<unknown>
  state: ColumnType<'open' | 'taken' | 'discarded', string | undefined, string>
  uploaded_by: string
  uploaded_at: Date
  closed_at: Date | null
}

export interface LineReferralsTable {
  id: string
  organisation_id: string
  case_id: string
  case_line_id: string
  unit_id: string
  question: string
  asked_by: string
  asked_at: Date
  due_on: DateOnly
  state: ColumnType<'open' | 'answered' | 'withdrawn', string | undefined, string>
  closed_at: Date | null
  closed_by: string | null
  verdict: 'recognised' | 'refused' | null
  home_course_code: string | null
  home_credit: string | null
  content_share: string | null
  reason: string | null
  reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
  second_reason: ColumnType<string | null, string | null | undefined, string | null>
  second_reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
}

export interface CaseEscalationsTable {
  case_id: string
  what: 'decision' | 'opinion' | 'posting'
  due_on: DateOnly
  role: string
  escalated_at: Date
}

/** What a committee made of a case or a line. */
export type CommitteeOutcome = 'as-proposed' | 'otherwise' | 'postponed'

export interface CommitteeSittingsTable {
  id: string
  origin: string
  organisation_id: string
  held_on: DateOnly
  place: string
  quorum: number
  chair_id: string
  secretary_id: string
  state: ColumnType<'planned' | 'approved', string | undefined, string>
  minutes: ColumnType<string, string | undefined, string>
  created_by: string
  created_at: Date
  approved_at: Date | null
  document_sha256: string | null
}

export interface CommitteeMembersTable {
  sitting_id: string
  person_id: string
  is_present: ColumnType<boolean, boolean | undefined, boolean>
}

export interface CommitteeItemsTable {
  id: string
  sitting_id: string
  organisation_id: string
  case_id: string
  case_line_id: string | null
  position: number
  proposal: string
  put_by: string
  put_at: Date
  outcome: CommitteeOutcome | null
  reason: ColumnType<string, string | undefined, string>
  reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
  second_reason: ColumnType<string | null, string | null | undefined, string | null>
  second_reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
  recorded_by: string | null
  recorded_at: Date | null
  lines: Json<unknown> | null
}

export interface DecisionBasesTable {
  decision_id: string
  sitting_id: string
}

declare module '#kernel/database' {
  interface Tables {
    recognition_offices: RecognitionOfficesTable
    posting_layouts: PostingLayoutsTable
    posting_counters: PostingCountersTable
    posting_batches: PostingBatchesTable
    posting_items: PostingItemsTable
    posting_answers: PostingAnswersTable
    line_referrals: LineReferralsTable
    case_escalations: CaseEscalationsTable
    committee_sittings: CommitteeSittingsTable
    committee_members: CommitteeMembersTable
    committee_items: CommitteeItemsTable
    decision_bases: DecisionBasesTable
  }
}
