import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'

/** Rules that somebody is still writing: the form as it was typed, whether or not it holds together. */
export interface RuleSetDraftsTable {
  id: string
  home_organisation_id: string
  /** The set and the version that were in force when the draft was begun; null for a set of its own. */
  rule_set_id: string | null
  based_on_version: number | null
  form: Json<Record<string, string[]>>
  revision: ColumnType<number, number | undefined, number>
  state: ColumnType<
    'open' | 'published' | 'discarded',
    'open' | undefined,
    'open' | 'published' | 'discarded'
  >
  created_by: string
  created_at: Date
  updated_by: string
  updated_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    rule_set_drafts: RuleSetDraftsTable
  }
}
