import type { DateOnly } from '#kernel/values'
import type { Json } from '#kernel/database'

/** What was stated of a stay abroad; the latest row of a case counts. */
export interface CaseStaysTable {
  id: string
  case_id: string
  stay_from: DateOnly | null
  stay_to: DateOnly | null
  suspended: boolean | null
  last_term: boolean | null
  home_terms: Json<{ term: string; credit: string }[]>
  stated_by: string
  stated_at: Date
  reason: string
}

declare module '#kernel/database' {
  interface Tables {
    case_stays: CaseStaysTable
  }
}
