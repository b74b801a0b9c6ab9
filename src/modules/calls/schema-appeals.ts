import type { ColumnType } from 'kysely'

export interface CallAppealsTable {
  id: string
  origin: string
  application_id: string
  organisation_id: string
  grounds: string
  state: ColumnType<
    'open' | 'upheld' | 'dismissed' | 'withdrawn',
    'open' | 'upheld' | 'dismissed' | 'withdrawn' | undefined,
    'open' | 'upheld' | 'dismissed' | 'withdrawn'
  >
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
