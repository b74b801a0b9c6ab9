import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'
import type { Sector } from '#modules/alliance'
import type { PositionMode } from './schema.ts'

/** What a list may say of an internship beside who, where and when; a later list completes what is empty. */
export const pastFacts = [
  'city',
  'sector',
  'title',
  'hours',
  'field',
  'mode',
  'tutor',
  'mentor',
  'result',
  'credit',
] as const
/** One of them. */
export type PastFact = (typeof pastFacts)[number]

type Completed = { id: string; facts: PastFact[] }[]

/** A list of past internships that was brought in. */
export interface InternshipPastImportsTable {
  id: string
  origin: string
  organisation_id: string
  imported_at: Date
  completed: ColumnType<Completed, string, string>
  undone_at: Date | null
}

/** An internship that was over before anybody wrote it down here. */
export interface InternshipPastPlacementsTable {
  id: string
  origin: string
  import_id: string
  organisation_id: string
  person_id: string
  host: string
  host_organisation_id: string | null
  country: string
  city: string | null
  sector: Sector | null
  title: string | null
  starts_on: DateOnly
  ends_on: DateOnly
  hours: number | null
  field: string | null
  mode: PositionMode | null
  tutor: string | null
  mentor: string | null
  result: string | null
  /** A canonical fraction in the credit scheme of the school. */
  credit: string | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_past_imports: InternshipPastImportsTable
    internship_past_placements: InternshipPastPlacementsTable
  }
}
