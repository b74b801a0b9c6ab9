import type { Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { PlacementView, PlaceView, RunRow } from '../queries/runs.ts'

/** What a workbook is made of. */
export interface RunTables {
  run: RunRow
  applicants: readonly PlacementView[]
  places: readonly PlaceView[]
}

/** In whose words. */
export type Reader = { t: Translate; language: Language }
