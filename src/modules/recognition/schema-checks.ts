import type { ColumnType } from 'kysely'

/** Which of two readings of a line stands on the original; `other` is neither of them. */
export type StandingReading = 'first' | 'second' | 'other'

/** That a typed transcript was typed again by somebody else; settled at once where nothing differs. */
export interface TranscriptChecksTable {
  id: string
  transcript_id: string
  typed_by: string
  checked_by: string
  checked_at: Date
  settled_by: string | null
  settled_at: Date | null
  voided_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface TranscriptCheckLinesTable {
  check_id: string
  transcript_line_id: string
  position: number
  first_credit: string | null
  first_grade: string | null
  second_credit: string | null
  second_grade: string | null
  differs: boolean
  stands: ColumnType<
    StandingReading | null,
    StandingReading | null | undefined,
    StandingReading | null
  >
  reason: ColumnType<string, string | undefined, string>
}

declare module '#kernel/database' {
  interface Tables {
    transcript_checks: TranscriptChecksTable
    transcript_check_lines: TranscriptCheckLinesTable
  }
}
