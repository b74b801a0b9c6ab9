import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'

/** How the genuineness of an original was looked into. */
export type AuthenticityKind = 'code' | 'original' | 'answer'
export type AuthenticityOutcome = 'genuine' | 'not-genuine' | 'unclear'

/** A record of it; never altered, taken back by another row. */
export interface AuthenticityRecordsTable {
  id: string
  transcript_id: string
  kind: AuthenticityKind | 'taken-back'
  outcome: AuthenticityOutcome | null
  code: ColumnType<string, string | undefined, string>
  place: ColumnType<string, string | undefined, string>
  note: ColumnType<string, string | undefined, string>
  checked_on: DateOnly | null
  file_id: string | null
  takes_back_id: string | null
  recorded_by: string
  recorded_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    authenticity_records: AuthenticityRecordsTable
  }
}
