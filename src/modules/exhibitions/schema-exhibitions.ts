import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { Language } from '#kernel/values'
import type { PartKind, PartSettings, TextField } from './rules/parts.ts'
import type { PublishedContent } from './rules/published.ts'
import type { PublishingGate, WrittenState } from './rules/texts.ts'

type Defaulted<T> = ColumnType<T, T | undefined, T>

/** Where the working copy stands: written, with the mentor of student work, or with its owners. */
export type ExhibitionState = 'draft' | 'mentor' | 'review'
export type ExhibitionKind = 'institution' | 'student'

export interface ExhibitionsTable {
  id: string
  origin: string
  organisation_id: string
  kind: Defaulted<ExhibitionKind>
  author_id: string | null
  mentor_id: string | null
  source_language: Language
  languages: Language[]
  gate: Defaulted<PublishingGate>
  cover_object_id: string | null
  state: Defaulted<ExhibitionState>
  version: Defaulted<number>
  public_number: number | null
  created_by: string
  created_at: Date
  changed_at: Date
}

export interface ExhibitionOwnersTable {
  id: string
  exhibition_id: string
  organisation_id: string
  position: number
}

export interface ExhibitionPartsTable {
  id: string
  exhibition_id: string
  kind: PartKind
  parent_id: string | null
  position: number
  object_id: string | null
  settings: Json<PartSettings>
  version: Defaulted<number>
  created_at: Date
  removed_at: Date | null
}

export interface ExhibitionTextsTable {
  part_id: string
  field: TextField
  language: Language
  exhibition_id: string
  value: string
  state: WrittenState
  version: Defaulted<number>
  source_version: number | null
  changed_by: string | null
  changed_at: Date
}

export interface ExhibitionReviewsTable {
  id: string
  exhibition_id: string
  organisation_id: string | null
  of_version: number
  verdict: 'approved' | 'returned'
  note: string
  person_id: string | null
  given_at: Date
}

export interface ExhibitionVersionsTable {
  id: string
  exhibition_id: string
  number: number
  content: Json<PublishedContent>
  sha256: string
  published_by: string | null
  published_at: Date
}

export interface ExhibitionActivitiesTable {
  id: string
  exhibition_id: string
  kind: 'Create' | 'Update' | 'Delete'
  number: number
  happened_at: Date
}

export interface ExhibitionVisitsTable {
  exhibition_id: string
  day: string
  language: Language
  country: string
  visits: number
}

declare module '#kernel/database' {
  interface Tables {
    exhibitions: ExhibitionsTable
    exhibition_owners: ExhibitionOwnersTable
    exhibition_parts: ExhibitionPartsTable
    exhibition_texts: ExhibitionTextsTable
    exhibition_reviews: ExhibitionReviewsTable
    exhibition_versions: ExhibitionVersionsTable
    exhibition_activities: ExhibitionActivitiesTable
    exhibition_visits: ExhibitionVisitsTable
  }
}
