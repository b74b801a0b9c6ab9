import type { ColumnType } from 'kysely'
import type { DateOnly } from '#kernel/values'
import type { PackText, StayKind } from './rules/pack.ts'

export interface ClearancePacksTable {
  id: string
  origin: string
  from_country: string
  to_country: string
  kind: StayKind
  number: number
  text: ColumnType<PackText, string, never>
  sha256: string
  valid_from: DateOnly
  valid_until: DateOnly
  source: 'shipped' | 'upload'
  brought_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    clearance_packs: ClearancePacksTable
  }
}
