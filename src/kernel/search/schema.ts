import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { LocalText } from '#kernel/values'

/** An object as it is searched, with who may find it. */
export interface SearchDocumentsTable {
  kind: string
  object_id: string
  visibility: 'public' | 'signed-in' | 'organisations' | 'persons'
  organisation_ids: string[]
  roles: string[]
  programme_ids: string[]
  person_ids: string[]
  title: Json<LocalText>
  subtitle: Json<LocalText>
  href: string
  /** Words with their positions and weights, made by `tokens.ts`; never read back. */
  tokens: ColumnType<string, unknown, unknown>
  /** Runs of two or three characters, for parts of words and misspelt names. */
  grams: ColumnType<string, unknown, unknown>
}

declare module '#kernel/database' {
  interface Tables {
    search_documents: SearchDocumentsTable
  }
}
