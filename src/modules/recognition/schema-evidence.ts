import type { ColumnType } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'

/** What may be asked for, the most frequent first. */
export const evidenceKinds = ['syllabus', 'original', 'verification-code', 'explanation'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export type EvidenceState = 'open' | 'answered' | 'closed' | 'withdrawn'
/** Who is asked: the student of the case, or somebody at the institution where they studied. */
export type EvidenceParty = 'student' | 'host'

export interface EvidenceRequestsTable {
  id: string
  origin: string
  case_id: string
  case_line_id: string | null
  kind: EvidenceKind
  words: ColumnType<string, string | undefined, string>
  party: EvidenceParty
  asked_person_id: string | null
  asked_name: string | null
  asked_address: string | null
  asked_language: Language | null
  asked_by: string
  asked_at: Date
  due_on: DateOnly
  state: ColumnType<EvidenceState, EvidenceState | undefined, EvidenceState>
  reminded_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  overdue_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  closed_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EvidenceAnswersTable {
  id: string
  request_id: string
  words: ColumnType<string, string | undefined, string>
  answered_by: string | null
  link_id: string | null
  answered_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    evidence_requests: EvidenceRequestsTable
    evidence_answers: EvidenceAnswersTable
  }
}
