import type { ColumnType } from 'kysely'
import type { ListReading } from './formats/round-columns.ts'
import type { Withdrawn } from './rules/repair.ts'
import type { RoundMethod } from './rules/round-methods.ts'
import type { MentorKind } from './rules/coupled-mentors.ts'
import type { Missing } from './rules/mentor-result.ts'
import type { RoundKind, RunStage, RunState, Side } from './rules/sides.ts'
import type { RunSummary } from './rules/summary.ts'

type Stored<T> = ColumnType<T, string, string>

export interface MatchingRoundsTable {
  id: string
  origin: string
  organisation_id: string
  name: string
  about: string
  code_key: string
  created_by: string
  created_at: Date
  kind: ColumnType<RoundKind, RoundKind | undefined>
  findings: Stored<unknown>
}

export interface MatchingSeedsTable {
  round_id: string
  number: number
  seed: string
  commitment: string
  committed_at: Date
}

export interface MatchingListsTable {
  round_id: string
  side: Side
  file_id: string
  reading: Stored<ListReading>
  given_by: string
  given_at: Date
}

export interface MatchingRunsTable {
  id: string
  origin: string
  round_id: string
  number: number
  code: string
  inputs_sha256: string
  inputs_file_id: string
  names_file_id: string | null
  program_version: string
  method: ColumnType<RoundMethod, RoundMethod | undefined>
  repairs_run_id: ColumnType<string | null, string | null | undefined>
  seed_number: ColumnType<number | null, number | null | undefined>
  withdrawn: ColumnType<Withdrawn | null, string | null | undefined>
  frozen_by: string
  frozen_at: Date
  state: ColumnType<RunState, RunState | undefined>
  stage: ColumnType<RunStage, RunStage | undefined>
  share: ColumnType<number, number | undefined>
  ended_at: Date | null
  certificate_file_id: string | null
  summary: ColumnType<RunSummary | null, string | null, string | null>
  published_at: Date | null
  published_by: string | null
}

export interface MatchingPlacementsTable {
  run_id: string
  number: number
  code: string
  name: string | null
  country: string
  place_number: number | null
  choice: number | null
  choices: number
  second_number: ColumnType<number | null, number | null | undefined>
  second_choice: ColumnType<number | null, number | null | undefined>
  languages: ColumnType<string, string | undefined>
  why: ColumnType<Missing | null, Missing | null | undefined>
  second_why: ColumnType<Missing | null, Missing | null | undefined>
}

export interface MatchingPlacesTable {
  run_id: string
  number: number
  name: string
  country: string
  sector: string
  seats: number
  filled: number
  asked: number
  first_choices: number
  cutoff: number | null
  by_lot: boolean
  code: ColumnType<string | null, string | null | undefined>
  kind: ColumnType<MentorKind | '', MentorKind | '' | undefined>
  languages: ColumnType<string, string | undefined>
}

declare module '#kernel/database' {
  interface Tables {
    matching_rounds: MatchingRoundsTable
    matching_seeds: MatchingSeedsTable
    matching_lists: MatchingListsTable
    matching_runs: MatchingRunsTable
    matching_placements: MatchingPlacementsTable
    matching_places: MatchingPlacesTable
  }
}
