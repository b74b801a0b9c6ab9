import type { ColumnType } from 'kysely'
import type { FieldGroup } from './consent-schema.ts'
import type { Addressee, BreachRisk } from './rules/breach.ts'

/** A breach of personal data, as it stands in the register. */
export interface PrivacyBreachesTable {
  id: string
  origin: string
  organisation_id: string
  title: string
  words: string
  known_at: Date
  countries: string[]
  field_groups: FieldGroup[]
  person_count: number | null
  risk: BreachRisk
  measures: string
  entered_by: string | null
  entered_at: Date
  closed_at: Date | null
  closed_by: string | null
  outcome: ColumnType<string, string | undefined>
}

/** Whom a law asks to be told of it, by when, and when that was done. */
export interface PrivacyBreachDutiesTable {
  breach_id: string
  law: string
  addressee: Addressee
  article: string
  hours: number | null
  due_at: Date
  done_at: Date | null
  done_by: string | null
  reference: ColumnType<string, string | undefined>
}

declare module '#kernel/database' {
  interface Tables {
    privacy_breaches: PrivacyBreachesTable
    privacy_breach_duties: PrivacyBreachDutiesTable
  }
}
