import type { Generated } from 'kysely'
import type { DateOnly, Language } from '#kernel/values'

/** Where a week of a journal stands: being written, with the host, sent back by it, or confirmed. */
export type WeekState = 'open' | 'sent' | 'returned' | 'confirmed'

export interface InternshipWeeksTable {
  id: string
  placement_id: string
  week: DateOnly
  state: WeekState
  words: Generated<string>
  words_language: Language | null
  goals: Generated<string[]>
  due_on: DateOnly
  reminders: Generated<number>
  made_at: Date
  sent_at: Date | null
  tutor_name: string | null
  tutor_email: string | null
  tutor_language: Language | null
  nudges: Generated<number>
  minutes: number | null
  answered_by: 'tutor' | 'office' | null
  answered_at: Date | null
  remark: Generated<string>
  remark_language: Language | null
}

declare module '#kernel/database' {
  interface Tables {
    internship_weeks: InternshipWeeksTable
  }
}
