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
  /** The programme of a role's task: a role limited to another programme neither sees nor counts it. */
  programme_id: string | null
  /** Whom it leaves out: nobody is asked to judge their own, nor what they did themselves. */
  left_out_ids: ColumnType<string[], string[] | undefined, string[]>
  /** Of which unit it is, and whether units decide who sees it. */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  by_unit: ColumnType<boolean, boolean | undefined, boolean>
  told_at: Date | null
  reminded_at: Date | null
  moved_at: Date | null
  moved_by: string | null
  moved_from: Json<Place> | null
}

/** Whom a task waits for, as its columns say it. */
export interface Place {
  assignee_person_id: string | null
  assignee_role: string | null
  organisation_id: string | null
}

/** The day on which a person means to do a task. */
export interface TaskPlansTable {
  task_id: string
  person_id: string
  planned_on: DateOnly
  said_at: Date
  reminded_at: Date | null
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
  end_told_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    tasks: TasksTable
    stand_ins: StandInsTable
    task_plans: TaskPlansTable
  }
}
