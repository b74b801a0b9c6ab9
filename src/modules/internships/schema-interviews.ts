export interface InternshipSlotsTable {
  id: string
  position_id: string
  starts_at: Date
  minutes: number
  place: string
  application_id: string | null
  picked_at: Date | null
  made_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    internship_slots: InternshipSlotsTable
  }
}
