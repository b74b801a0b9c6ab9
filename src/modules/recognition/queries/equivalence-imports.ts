import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** A table that was read and waits to be taken or put away. */
export interface EquivalenceImport {
  [fact: string]: unknown
  id: string
  home_organisation_id: string
  file_name: string
  content: unknown
  state: 'open' | 'taken' | 'discarded'
}

/** A table of the reader's own, or null; `lock` keeps it from being taken twice. */
export async function equivalenceImportById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<EquivalenceImport | null> {
  const person = personOf(work.actor)
  if (!isUuid(id) || person === null) return null
  const row = await work.read
    .selectFrom('equivalence_imports')
    .select(['id', 'home_organisation_id', 'file_name', 'content', 'state'])
    .where('id', '=', id)
    .where('created_by', '=', person)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update`))
    .executeTakeFirst()
  return row ?? null
}
