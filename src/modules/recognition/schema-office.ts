import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { PostingAct } from './rules/office/posting.ts'
import type { Titles } from './rules/types.ts'

/** Where a decided case stands with the registrar; null where nobody has looked yet, which is waiting. */
export type PostingState = 'waiting' | 'exported' | 'posted' | 'nothing'

/** Where one act on a record stands. */
export type ItemState = 'exported' | 'posted' | 'rejected' | 'dropped'

/** Where a batch stands. */
export type BatchState = 'open' | 'settled' | 'cancelled'

export interface RecognitionOfficesTable {
  organisation_id: string
  posting_days: ColumnType<number, number | undefined, number>
  changed_by: string | null
  changed_at: Date
}

export interface PostingLayoutsTable {
  id: string
  version: number
  organisation_id: string
  name: string
  definition: Json<unknown>
  published_at: Date
  published_by: string | null
  withdrawn_at: Date | null
}

export interface PostingCountersTable {
  organisation_id: string
  year: number
  last_number: number
}

export interface PostingBatchesTable {
  id: string
  origin: string
  organisation_id: string
  number: string
  layout_id: string
  layout_version: number
  file_name: string
  content_sha256: string
  rows_total: number
  state: ColumnType<BatchState, BatchState | undefined, BatchState>
  created_by: string
  created_at: Date
  settled_at: Date | null
  cancelled_by: string | null
}

export interface PostingItemsTable {
  id: string
  batch_id: string
  organisation_id: string
  case_id: string
  decision_id: string
  position: number
  act: PostingAct
  entry_key: string
  home_course_code: string
  home_course_titles: Json<Titles>
  credit: string
  grade: string | null
  line_ids: ColumnType<string[], string[], string[]>
  cells: Json<string[]>
  state: ColumnType<ItemState, ItemState | undefined, ItemState>
  settled_at: Date | null
  settled_by: string | null
  answer: Json<unknown> | null
  note: ColumnType<string, string | undefined, string>
}

export interface PostingAnswersTable {
  id: string
  batch_id: string
  file_name: string
  rows: Json<unknown>
  state: ColumnType<'open' | 'taken' | 'discarded', string | undefined, string>
  uploaded_by: string
  uploaded_at: Date
  closed_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    recognition_offices: RecognitionOfficesTable
    posting_layouts: PostingLayoutsTable
    posting_counters: PostingCountersTable
    posting_batches: PostingBatchesTable
    posting_items: PostingItemsTable
    posting_answers: PostingAnswersTable
  }
}
