import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'
import type { Sector } from '#modules/alliance'

/** How a student is present at a position. */
export const positionModes = ['site', 'hybrid', 'remote'] as const
/** One of them. */
export type PositionMode = (typeof positionModes)[number]

/** Levels of the Common European Framework. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
/** One of them. */
export type CefrLevel = (typeof cefrLevels)[number]

export type HostState = 'proposed' | 'vetted' | 'suspended'
export type PositionState = 'draft' | 'published' | 'closed'
export type ApplicationState =
  | 'sent'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'

export interface InternshipHostsTable {
  id: string
  origin: string
  organisation_id: string
  host_organisation_id: string | null
  name: string
  country: string
  city: string
  time_zone: string
  tutor_name: string
  tutor_email: string
  signatory_name: string
  signatory_email: string
  papers: string
  /** Null where nobody has said it. */
  sector: Sector | null
  state: HostState
  vetted_until: DateOnly | null
  reason: ColumnType<string, string | undefined>
  proposed_at: Date
  decided_at: Date | null
}

export interface InternshipPositionsTable {
  id: string
  origin: string
  host_id: string
  organisation_id: string
  titles: Json<LocalText>
  descriptions: Json<LocalText>
  places: number
  starts_on: DateOnly
  ends_on: DateOnly
  hours_per_week: number
  mode: PositionMode
  language: string
  language_level: CefrLevel
  stipend_minor: bigint | null
  stipend_currency: string | null
  field: string
  skills: string[]
  apply_by: DateOnly
  state: PositionState
  made_at: Date
}

export interface InternshipApplicationsTable {
  id: string
  origin: string
  position_id: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  motivation: string
  enrolled_there: boolean
  clearance: 'yes' | 'conditions' | 'unknown'
  permission_note: ColumnType<string, string | undefined>
  state: ApplicationState
  answer_by: DateOnly | null
  sent_at: Date
  decided_at: Date | null
  answered_at: Date | null
  round_id: ColumnType<string | null, string | null | undefined>
  wish: ColumnType<number | null, number | null | undefined>
}

export interface InternshipPlacementsTable {
  id: string
  origin: string
  application_id: string
  position_id: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  starts_on: DateOnly
  ends_on: DateOnly
  hours_per_week: number
  time_zone: string
  made_at: Date
}

export interface InternshipHoursTable {
  id: string
  placement_id: string
  day: DateOnly
  starts_at: Date
  ends_at: Date
  work: string
  logged_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    internship_hosts: InternshipHostsTable
    internship_positions: InternshipPositionsTable
    internship_applications: InternshipApplicationsTable
    internship_placements: InternshipPlacementsTable
    internship_hours: InternshipHoursTable
  }
}
