import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { Language, LocalText } from '#kernel/values'
import type { Answers, CallDefinition } from './rules/questions.ts'
import type { CallState } from './rules/timeline.ts'

/** How a call is decided. */
export const decisionWays = ['quota', 'choice'] as const
export type DecisionWay = (typeof decisionWays)[number]

/** What may become of an application. */
export const outcomes = ['accepted', 'waiting', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** The reasons that an office gives, each with its sentence in every language. */
export const decisionReasons = [
  'merit',
  'seats-full',
  'not-eligible',
  'incomplete',
  'requirements',
  'other',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface CallsTable {
  id: string
  origin: string
  organisation_id: string
  subject_kind: string | null
  subject_id: string | null
  titles: Json<LocalText>
  summaries: Json<LocalText>
  languages: string[]
  definition: Json<CallDefinition>
  opens_at: Date | null
  closes_at: Date | null
  results_at: Date | null
  decide_by: DecisionWay
  merit_question: string | null
  blind: boolean
  reply_days: number
  lot_seed: string | null
  state: Defaulted<CallState>
  version: Defaulted<number>
  decisions: Defaulted<number>
  next_number: Defaulted<number>
  copied_from: string | null
  created_by: string
  created_at: Date
  published_at: Date | null
  decided_at: Date | null
  told_at: Date | null
}

export interface CallApplicationsTable {
  id: string
  origin: string
  call_id: string
  organisation_id: string
  person_id: string
  number: number | null
  language: Language
  answers: Json<Answers>
  state: Defaulted<'draft' | 'submitted' | 'withdrawn'>
  begun_at: Date
  saved_at: Date
  submitted_at: Date | null
  withdrawn_at: Date | null
  in_grace: Defaulted<boolean>
  brought_in_by: string | null
  outcome: Outcome | null
  destination_id: string | null
  reason: string | null
  reason_note: ColumnType<LocalText, string | undefined, string>
  waiting_place: number | null
  decided_by: string | null
  decided_at: Date | null
  decision_number: number | null
  told_at: Date | null
  reply: 'accepted' | 'declined' | 'lapsed' | null
  reply_due_at: Date | null
  replied_at: Date | null
}

export interface CallDecisionsTable {
  id: string
  application_id: string
  call_id: string
  outcome: Outcome | null
  destination_id: string | null
  reason: string | null
  reason_note: Json<LocalText>
  way: DecisionWay | 'moved-up' | 'appeal' | 'committee'
  decided_by: string | null
  decided_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    calls: CallsTable
    call_applications: CallApplicationsTable
    call_decisions: CallDecisionsTable
  }
}
