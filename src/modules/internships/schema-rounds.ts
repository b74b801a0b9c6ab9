import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'

export interface InternshipRoundsTable {
  id: string
  origin: string
  organisation_id: string
  titles: Json<LocalText>
  wishes_until: DateOnly
  ranks_until: DateOnly
  answer_by: DateOnly
  lot_seed: string
  opened_at: Date
  closed_at: Date | null
  called_off: ColumnType<boolean, boolean | undefined>
}

export interface InternshipRoundPositionsTable {
  round_id: string
  position_id: string
}

export interface InternshipRoundHostsTable {
  id: string
  round_id: string
  host_id: string
  asked_at: Date | null
  reminders: ColumnType<number, number | undefined>
  answered_at: Date | null
}

export interface InternshipRoundStudentsTable {
  id: string
  round_id: string
  person_id: string
  wished_at: Date | null
}

export interface InternshipRanksTable {
  application_id: string
  place: number | null
  said_by: 'host' | 'office'
  said_at: Date
}

export interface InternshipRoundRunsTable {
  id: string
  round_id: string
  number: number
  certificate: Json<unknown>
  made_at: Date
  undone_at: Date | null
  told_at: Date | null
  answer_by: DateOnly | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_rounds: InternshipRoundsTable
    internship_round_positions: InternshipRoundPositionsTable
    internship_round_hosts: InternshipRoundHostsTable
    internship_round_students: InternshipRoundStudentsTable
    internship_ranks: InternshipRanksTable
    internship_round_runs: InternshipRoundRunsTable
  }
}
