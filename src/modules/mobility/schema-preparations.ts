import type { DateOnly } from '#kernel/values'
import type { PreparationItem } from './rules/preparation.ts'

/** One thing that a student has settled before their stay. */
export interface MobilityPreparationsTable {
  mobility_id: string
  item: PreparationItem
  name: string
  phone: string
  detail: string
  valid_until: DateOnly | null
  changed_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    mobility_preparations: MobilityPreparationsTable
  }
}
