import type { ColumnType } from 'kysely'

/** A question to a group whether they are safe. */
export interface CareChecksTable {
  id: string
  origin: string
  organisation_id: string
  words: string
  asked_at: Date
  asked_by: string | null
}

/** What one of the group answered. */
export interface CareAnswersTable {
  check_id: string
  person_id: string
  /** The page of the stay or placement by which they were there when they were asked. */
  href: string
  place: string
  country: string
  answer: 'safe' | 'help' | null
  note: ColumnType<string, string | undefined>
  answered_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    care_checks: CareChecksTable
    care_answers: CareAnswersTable
  }
}
