import { sql } from 'kysely'
import type { Work } from '#kernel/database'

/** Lets one person find what another could, when they turn out to be the same. */
export async function mergePersonSearch(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('search_documents')
      .set({ person_ids: sql<string[]>`array_replace(person_ids, ${from}::uuid, ${into}::uuid)` })
      .where(sql<boolean>`person_ids @> array[${from}::uuid]`)
      .execute(),
  )
}
