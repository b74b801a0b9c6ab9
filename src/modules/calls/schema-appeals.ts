import type { ColumnType } from 'kysely'

/** How far an appeal is; settled where a seat came free for the applicant before anybody decided it. */
export type AppealState = 'open' | 'upheld' | 'dismissed' | 'withdrawn' | 'settled'

export interface CallAppealsTable {
  id: string
  origin: string
  application_id: string
  organisation_id: string
  grounds: string
  state: ColumnType<AppealState, AppealState | undefined, AppealState>
  made_at: Date
  first_decided_by: string | null
  decided_by: string | null
  decided_at: Date | null
  reason: ColumnType<string, string | undefined, string>
}

declare module '#kernel/database' {
  interface Tables {
    call_appeals: CallAppealsTable
  }
}
