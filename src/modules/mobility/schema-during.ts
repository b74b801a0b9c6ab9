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

declare module '#kernel/database' {
  interface Tables {
    mobility_events: MobilityEventsTable
  }
}
