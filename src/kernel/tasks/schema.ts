import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { DateOnly } from '#kernel/values'

/** Something that waits for a person, or for whoever holds a role at an organisation. */
export interface TasksTable {
  id: string
  kind: string
  /** The one person it waits for; null when any holder of the role may take it. */
  assignee_person_id: string | null
  /** The role in which it is to be done. */
  assignee_role: string | null
  organisation_id: string | null
  object_kind: string
  object_id: string
  subject: Json<Message>
  href: string
  due_on: DateOnly | null
  created_at: Date
  done_at: Date | null
  done_by: string | null
  cancelled_at: Date | null
  origin_entry_id: string | null
  /** True where only the act that it asks for closes it. */
  closes_with_act: ColumnType<boolean, boolean | undefined, boolean>
}

/** A period in which one person acts for another. */
export interface StandInsTable {
  id: string
  person_id: string
  stand_in_id: string
  organisation_id: string | null
  roles: string[]
  valid_from: DateOnly
  valid_until: DateOnly
  created_by: string
  created_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    tasks: TasksTable
    stand_ins: StandInsTable
  }
}
