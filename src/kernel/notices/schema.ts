import type { Json } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

/** Whether and how soon a person gets mail about a kind of notice. */
export type NoticeMail = 'none' | 'immediate' | 'daily'

/** Something that a person is told. */
export interface NoticesTable {
  id: string
  person_id: string
  kind: string
  message: Json<unknown>
  href: string
  task_id: string | null
  mail: NoticeMail
  created_at: Date
  read_at: Date | null
  settled_at: Date | null
}

/** What a person chose for a kind of notice. */
export interface NoticePreferencesTable {
  person_id: string
  kind: string
  mail: NoticeMail
}

/** When a person last had a digest. */
export interface NoticeDigestsTable {
  person_id: string
  last_on: DateOnly | null
}

declare module '#kernel/database' {
  interface Tables {
    notices: NoticesTable
    notice_preferences: NoticePreferencesTable
    notice_digests: NoticeDigestsTable
  }
}
