import type { ColumnType } from 'kysely'
import type { Language } from '#kernel/values'

export interface CallReferencesTable {
  id: string
  origin: string
  application_id: string
  organisation_id: string
  name: string
  address: string
  language: Language
  state: ColumnType<
    'asked' | 'given' | 'declined',
    'asked' | 'given' | 'declined' | undefined,
    'asked' | 'given' | 'declined'
  >
  asked_at: Date
  reminders: ColumnType<number, number | undefined, number>
  answered_at: Date | null
  rating: number | null
  text: ColumnType<string, string | undefined, string>
}

declare module '#kernel/database' {
  interface Tables {
    call_references: CallReferencesTable
  }
}
