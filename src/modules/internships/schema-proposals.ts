import type { ColumnType } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'
import type { CefrLevel, PositionMode } from './schema.ts'

/** Where an internship that a student found stands with the school. */
export type ProposalState = 'sent' | 'checked' | 'returned' | 'withdrawn' | 'approved'

export interface InternshipProposalsTable {
  id: string
  origin: string
  person_id: string
  organisation_id: string
  host_name: string
  country: string
  city: string
  time_zone: string
  tutor_name: string
  tutor_email: string
  signatory_name: string
  signatory_email: string
  title: string
  tasks: string
  words_language: Language
  starts_on: DateOnly
  ends_on: DateOnly
  hours_per_week: number
  mode: PositionMode
  language: string
  language_level: CefrLevel
  field: string
  enrolled_there: boolean
  clearance: 'yes' | 'conditions' | 'unknown'
  state: ProposalState
  remark: ColumnType<string, string | undefined>
  host_id: string | null
  placement_id: string | null
  sent_at: Date
  decided_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_proposals: InternshipProposalsTable
  }
}
