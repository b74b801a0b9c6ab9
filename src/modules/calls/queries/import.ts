import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'

/** Who has an application to a call that was not withdrawn. */
export async function applicantsOf(
  work: Work,
  callId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select('person_id')
    .where('call_id', '=', callId)
    .where('state', '<>', 'withdrawn')
    .where(sql<SqlBool>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
