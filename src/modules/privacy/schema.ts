import type { Json } from '#kernel/database'

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

declare module '#kernel/database' {
  interface Tables {
    personal_reads: PersonalReadsTable
  }
}
