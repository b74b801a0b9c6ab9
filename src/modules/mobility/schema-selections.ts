import type { DateOnly } from '#kernel/values'

/** The internal selection for an exchange, with the call in which students apply. */
export interface MobilitySelectionsTable {
  id: string
  origin: string
  organisation_id: string
  call_id: string
  programme_year_id: string | null
  sending_year: string
  starts_on: DateOnly
  ends_on: DateOnly
  opened_at: Date
}

/** A stay that came out of a selection. */
export interface MobilitySelectedTable {
  mobility_id: string
  selection_id: string
  application_id: string | null
  wish: number | null
}

declare module '#kernel/database' {
  interface Tables {
    mobility_selections: MobilitySelectionsTable
    mobility_selected: MobilitySelectedTable
  }
}
