import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { CommunityLabel, Heritage } from './rules/community.ts'

type Defaulted<T> = ColumnType<T, T | undefined, T>

/** A thing, or a practice that lives in those who know it. */
export const objectKinds = ['object', 'intangible'] as const
export type ObjectKind = (typeof objectKinds)[number]

export type ObjectState = 'draft' | 'available' | 'withdrawn'

/** Who may see an object once it is available. */
export const accessKinds = ['open', 'signed-in', 'holder'] as const
export type AccessKind = (typeof accessKinds)[number]

export type MediaKind = 'image' | 'audio' | 'video' | 'model' | 'manifest'
export type MediaState = 'processing' | 'ready' | 'failed'

/** Who made an object, as it was recorded, and what they did. */
export interface Maker {
  name: string
  role: string
}

export interface ExhibitionObjectsTable {
  id: string
  origin: string
  organisation_id: string
  kind: Defaulted<ObjectKind>
  inventory_number: string | null
  titles: Json<LocalText>
  descriptions: Json<LocalText>
  makers: Json<Maker[]>
  /** Years of the common era, negative before it. */
  made_from: number | null
  made_until: number | null
  made_about: Defaulted<boolean>
  periods: Json<LocalText>
  places: Json<LocalText>
  materials: Json<LocalText>
  dimensions: string | null
  provenances: Json<LocalText>
  credit_lines: Json<LocalText>
  rights_uri: string | null
  rights_holder: string | null
  state: Defaulted<ObjectState>
  access: Defaulted<AccessKind>
  season_from: string | null
  season_until: string | null
  heritage: ColumnType<Heritage, string | undefined, string>
  community_labels: ColumnType<CommunityLabel[], string | undefined, string>
  version: Defaulted<number>
  created_by: string
  created_at: Date
  changed_at: Date
  released_at: Date | null
  withdrawn_at: Date | null
}

export interface ExhibitionMediaTable {
  id: string
  origin: string
  object_id: string
  position: number
  kind: MediaKind
  file_id: string
  sha256: string
  media_type: string
  file_name: string
  size_bytes: bigint
  width: number | null
  height: number | null
  duration_ms: bigint | null
  pyramid_file_id: string | null
  pyramid_sha256: string | null
  state: MediaState
  fault: string | null
  alts: Json<LocalText>
  /** WebVTT. */
  captions: ColumnType<LocalText, string | undefined, string>
  transcripts: ColumnType<LocalText, string | undefined, string>
  embedded: Json<Record<string, unknown>>
  /** Of a film: the picture of its object that stands for it until it is played. */
  poster_medium_id: ColumnType<string | null, string | null | undefined, string | null>
  rights_uri: string | null
  source_url: string | null
  created_by: string
  created_at: Date
  ready_at: Date | null
  /** How much of a picture that is processing is made, in hundredths. */
  made_percent: Defaulted<number>
  removed_at: Date | null
}

/** A time for which a holder took an object back. */
export interface ExhibitionWithdrawalsTable {
  id: string
  object_id: string
  reason: string
  withdrawn_by: string
  withdrawn_at: Date
  returned_by: string | null
  returned_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    exhibition_objects: ExhibitionObjectsTable
    exhibition_media: ExhibitionMediaTable
    exhibition_withdrawals: ExhibitionWithdrawalsTable
  }
}
