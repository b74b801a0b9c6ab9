import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { CountReading, CountResult } from './formats/grade-counts.ts'
import type { Cycle } from './rules/grade-types.ts'
import type { Source } from './rules/types.ts'

export interface GradingTablesTable {
  id: string
  version: number
  origin: string
  organisation_id: string
  counted_organisation_id: string
  grade_scale_id: string
  cycle: Cycle | null
  isced_f: string | null
  year_from: number
  year_to: number
  valid_from: DateOnly
  definition: Json<unknown>
  published_at: Date
  published_by: string | null
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>
}

/** The first rows of a file of counts, for the page on which its columns are agreed to. */
export interface CountSample {
  rows: string[][]
  sheets: string[] | null
}

/** A count as it is stored: its weights are exact fractions in text. */
export type StoredCountResult = Omit<CountResult, 'rows'> & {
  rows: { label: string; weight: string }[]
}

export interface GradingTableDraftsTable {
  id: string
  organisation_id: string
  counted_organisation_id: string
  grade_scale_id: string
  table_id: string | null
  cycle: Cycle | null
  isced_f: string | null
  source: Json<Source | null> | null
  file_name: string
  file_id: string
  sample: Json<CountSample>
  reading: Json<CountReading>
  result: Json<StoredCountResult>
  revision: ColumnType<number, number | undefined, number>
  created_by: string | null
  created_at: Date
}

export interface AgreedGradeTablesTable {
  id: string
  version: number
  origin: string
  organisation_id: string
  host_scale_id: string
  home_scale_id: string
  definition: Json<unknown>
  published_at: Date
  published_by: string | null
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>
}

declare module '#kernel/database' {
  interface Tables {
    grading_tables: GradingTablesTable
    grading_table_drafts: GradingTableDraftsTable
    agreed_grade_tables: AgreedGradeTablesTable
  }
}
