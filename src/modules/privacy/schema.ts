import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, Language } from '#kernel/values'
import './consent-schema.ts'
import './transfer-schema.ts'

/** A request that showed personal data to somebody else; partitioned by month. */
export interface PersonalReadsTable {
  request_id: string
  read_at: Date
  reader_id: string | null
  link_id: string | null
  role: string | null
  organisation_ids: string[]
  on_behalf_of: string | null
  action: string
  route: string
  object_id: string | null
  person_ids: string[]
  person_count: number
  filter: Json<Record<string, string> | null> | null
}

/** What somebody may ask of the house about their data. */
export const requestKinds = ['access', 'correction', 'restriction', 'objection', 'erasure'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestOutcomes = ['granted', 'partly', 'refused'] as const
export type RequestOutcome = (typeof requestOutcomes)[number]

/** A request that somebody of the house answers. */
export interface DataRequestsTable {
  id: string
  person_id: string
  kind: RequestKind
  organisation_id: string | null
  asked_by: string
  taken_down: string | null
  words: string
  asked_at: Date
  due_on: DateOnly
  state: 'open' | 'answered' | 'withdrawn'
  outcome: RequestOutcome | null
  answer: string | null
  closed_by: string | null
  closed_at: Date | null
}

/** A copy of somebody's data as an archive. */
export interface DataExportsTable {
  id: string
  person_id: string
  asked_by: string
  taken_down: string | null
  state: 'waiting' | 'ready' | 'expired'
  asked_at: Date
  file_id: string | null
  size_bytes: bigint | null
  ready_at: Date | null
  expires_at: Date | null
}

/** Where and in which language to say that an erasure is done. */
export interface Farewell {
  address: string
  language: Language
}

/** An erasure under way, done, or taken back. */
export interface ErasuresTable {
  id: string
  person_id: string
  asked_by: string
  taken_down: string | null
  request_id: string | null
  state: 'waiting' | 'running' | 'done' | 'withdrawn' | 'hindered'
  asked_at: Date
  runs_at: Date
  begun_at: Date | null
  ended_at: Date | null
  farewell: ColumnType<Farewell | null, string | null, string | null>
}

/** A part of the house that has erased its share. */
export interface ErasureStepsTable {
  erasure_id: string
  part: string
  kept: Json<unknown[]>
  done_at: Date
}

/** A content that is to go from the store. */
export interface ErasureFilesTable {
  erasure_id: string
  sha256: string
  gone_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    personal_reads: PersonalReadsTable
    data_requests: DataRequestsTable
    data_exports: DataExportsTable
    erasures: ErasuresTable
    erasure_steps: ErasureStepsTable
    erasure_files: ErasureFilesTable
  }
}
