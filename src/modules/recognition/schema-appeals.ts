import type { ColumnType } from 'kysely'

export type AppealState = 'open' | 'upheld' | 'revision' | 'withdrawn'

export interface AppealsTable {
  id: string
  origin: string
  case_id: string
  decision_id: string
  reasons: string
  appealed_by: string
  appealed_at: Date
  state: ColumnType<AppealState, AppealState | undefined, AppealState>
  answer: ColumnType<string, string | undefined, string>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
  answered_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface DecisionRevisionsTable {
  decision_id: string
  case_id: string
  revision: number
  appeal_id: string | null
  reasons: string
  opened_by: string
  opened_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    appeals: AppealsTable
    decision_revisions: DecisionRevisionsTable
  }
}
