import type { ColumnType } from 'kysely'
import type { DateOnly, LocalText } from '#kernel/values'
import { outcomes } from './schema.ts'

/** What a committee makes of an application: a decision, or it comes back to another sitting. */
export const sittingOutcomes = [...outcomes, 'put-off'] as const
export type SittingOutcome = (typeof sittingOutcomes)[number]

type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface CallSittingsTable {
  id: string
  origin: string
  call_id: string
  organisation_id: string
  held_on: DateOnly
  place: string
  chair_id: string
  secretary_id: string
  state: Defaulted<'planned' | 'approved'>
  minutes: Defaulted<string>
  version: Defaulted<number>
  created_by: string
  created_at: Date
  approved_at: Date | null
  document_sha256: string | null
}

export interface CallSittingMembersTable {
  sitting_id: string
  person_id: string
  is_present: Defaulted<boolean>
}

export interface CallSittingItemsTable {
  id: string
  sitting_id: string
  call_id: string
  application_id: string
  position: number
  outcome: SittingOutcome | null
  destination_id: string | null
  votes_for: Defaulted<number>
  votes_against: Defaulted<number>
  votes_abstained: Defaulted<number>
  reason: string | null
  note: ColumnType<LocalText, string | undefined, string>
  recorded_by: string | null
  recorded_at: Date | null
  version: Defaulted<number>
  decisions_seen: number | null
}

export interface CallSittingAbsencesTable {
  item_id: string
  sitting_id: string
  person_id: string
}

declare module '#kernel/database' {
  interface Tables {
    call_sittings: CallSittingsTable
    call_sitting_members: CallSittingMembersTable
    call_sitting_items: CallSittingItemsTable
    call_sitting_absences: CallSittingAbsencesTable
  }
}
