import type { Generated } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'

/** What an incident is about. */
export const incidentKinds = [
  'health',
  'accident',
  'safety',
  'harassment',
  'conditions',
  'conduct',
  'other',
] as const
/** One of them. */
export type IncidentKind = (typeof incidentKinds)[number]
/** Who acts for a placement by a link. */
export type ReportingParty = 'tutor' | 'mentor'

export interface InternshipReportersTable {
  id: string
  placement_id: string
  party: ReportingParty
  name: string
  email: string
  language: Language
}

export interface InternshipIncidentsTable {
  id: string
  placement_id: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  kind: IncidentKind
  urgent: boolean
  on_day: DateOnly
  words: string
  words_language: Language
  party: ReportingParty | 'student' | 'office'
  reporter_id: string | null
  reported_by: string | null
  reported_at: Date
  outcome: Generated<string>
  outcome_language: Language | null
  closed_at: Date | null
  closed_by: string | null
}

export interface InternshipIncidentStepsTable {
  id: string
  incident_id: string
  words: string
  words_language: Language
  said_at: Date
  said_by: string
}

declare module '#kernel/database' {
  interface Tables {
    internship_reporters: InternshipReportersTable
    internship_incidents: InternshipIncidentsTable
    internship_incident_steps: InternshipIncidentStepsTable
  }
}
