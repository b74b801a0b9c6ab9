import type { ColumnType, Generated } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'
import type { MobilityKind, MobilityState, NextStep } from './rules/states.ts'

/** How a stay ended, where it did not just come to its end. */
export type EndedHow = 'completed' | 'early' | 'interrupted'

/** One stay of one student at a receiving institution. */
export interface MobilitiesTable {
  id: string
  origin: string
  person_id: string
  enrolment_id: string
  degree_programme_id: string
  sending_organisation_id: string
  receiving_organisation_id: string
  programme_year_id: string | null
  kind: MobilityKind
  sending_year: string
  sending_term: string | null
  receiving_year: string
  starts_on: DateOnly
  ends_on: DateOnly
  field: string
  level: number
  agreement_id: string | null
  condition_key: string | null
  seat_is_shared: boolean
  state: MobilityState
  proposal_id: string
  remark: string
  waiting_since: Date | null
  nominated_at: Date | null
  nominated_by: string | null
  answered_at: ColumnType<Date | null, Date | null | undefined>
  answered_by: ColumnType<string | null, string | null | undefined>
  answered_as: ColumnType<string | null, string | null | undefined>
  answer_note: ColumnType<string, string | undefined>
  cancelled_at: ColumnType<Date | null, Date | null | undefined>
  cancelled_by: ColumnType<string | null, string | null | undefined>
  cancel_reason: ColumnType<string, string | undefined>
  arrived_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  departed_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  ended_how: ColumnType<EndedHow | null, EndedHow | null | undefined>
  transcript_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  case_id: ColumnType<string | null, string | null | undefined>
  recognised_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  posted_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  host_asked_on: ColumnType<DateOnly | null, DateOnly | null | undefined>
  next_step: NextStep | null
  next_due_on: DateOnly | null
  imported_at: ColumnType<Date | null, Date | null | undefined>
  imported_by: ColumnType<string | null, string | null | undefined>
  created_at: Date
  changed_at: Date
}

/** Whom an institution writes to at a partner that does not work here. */
export interface MobilityContactsTable {
  /** Another one for whoever is written to after them. */
  id: Generated<string>
  sending_organisation_id: string
  receiving_organisation_id: string
  name: string
  email: string
  language: Language
  changed_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    mobilities: MobilitiesTable
    mobility_contacts: MobilityContactsTable
  }
}
