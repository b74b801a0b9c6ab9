import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'

/** What can happen during a stay. */
export const eventKinds = [
  'arrival',
  'departure',
  'extension',
  'interruption',
  'resumption',
  'early-return',
  'incident',
] as const
/** One of the things that happen during a stay. */
export type EventKind = (typeof eventKinds)[number]

/** One thing that happened during a stay. */
export interface MobilityEventsTable {
  id: string
  mobility_id: string
  kind: EventKind
  on_day: DateOnly
  note: string
  recorded_at: Date
  recorded_by: string | null
  recorded_as: string | null
}

/** A question to a group whether they are safe. */
export interface SafetyChecksTable {
  id: string
  origin: string
  organisation_id: string
  words: string
  asked_at: Date
  asked_by: string | null
}

/** What one of the group answered. */
export interface SafetyAnswersTable {
  check_id: string
  person_id: string
  mobility_id: string
  answer: 'safe' | 'help' | null
  note: ColumnType<string, string | undefined>
  answered_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    mobility_events: MobilityEventsTable
    safety_checks: SafetyChecksTable
    safety_answers: SafetyAnswersTable
  }
}
