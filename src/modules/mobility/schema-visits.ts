import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'
import type { Payer, VisitKind, VisitOutcome, VisitState } from './rules/visits.ts'

/** People who go to a partner, and not for credit. */
export interface VisitsTable {
  id: string
  origin: string
  kind: VisitKind
  title: string
  purpose: string
  made_by_organisation_id: string
  partner_organisation_id: string
  comes_to_maker: boolean
  starts_on: DateOnly
  ends_on: DateOnly
  state: VisitState
  visible: boolean
  edition: number
  asked_at: ColumnType<Date | null, Date | null | undefined>
  answered_at: ColumnType<Date | null, Date | null | undefined>
  answered_by: ColumnType<string | null, string | null | undefined>
  answered_as: ColumnType<string | null, string | null | undefined>
  answered_edition: ColumnType<number | null, number | null | undefined>
  answer_note: ColumnType<string, string | undefined>
  cancel_reason: ColumnType<string, string | undefined>
  report: ColumnType<string, string | undefined>
  outcome: ColumnType<VisitOutcome | null, VisitOutcome | null | undefined>
  reported_at: ColumnType<Date | null, Date | null | undefined>
  reported_by: ColumnType<string | null, string | null | undefined>
  created_by: string | null
  created_at: Date
  changed_at: Date
}

/** Who comes, as their passports say. */
export interface VisitMembersTable {
  id: string
  visit_id: string
  person_id: string | null
  family: string
  given: string
  native: string
  role: string
  email: string
  arrives_on: DateOnly | null
  position: number
}

/** One point of the programme of a visit. */
export interface VisitProgrammeTable {
  id: string
  visit_id: string
  on_day: DateOnly
  at_time: string
  what: string
  place: string
}

/** What something costs, and who pays. */
export interface VisitCostsTable {
  id: string
  visit_id: string
  what: string
  amount_minor: ColumnType<bigint, bigint, bigint>
  currency: string
  payer: Payer
}

declare module '#kernel/database' {
  interface Tables {
    visits: VisitsTable
    visit_members: VisitMembersTable
    visit_programme: VisitProgrammeTable
    visit_costs: VisitCostsTable
  }
}
