import type { Generated } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'

/** Where a visit stands: with the mentor to plan, planned, done with notes, or not wanted any more. */
export type VisitState = 'asked' | 'planned' | 'done' | 'dropped'
/** How a mentor visits: at the host, or by call. */
export const visitModes = ['site', 'call'] as const
/** One of them. */
export type VisitMode = (typeof visitModes)[number]

export interface InternshipVisitsTable {
  id: string
  placement_id: string
  state: VisitState
  due_on: DateOnly
  asked_at: Date
  reminders: Generated<number>
  mentor_name: string
  mentor_email: string
  mentor_language: Language
  mode: VisitMode | null
  starts_at: Date | null
  place: Generated<string>
  notes: Generated<string>
  notes_language: Language | null
  done_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_visits: InternshipVisitsTable
  }
}
