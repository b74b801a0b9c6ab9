import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'

/** Names by person id, in one query; an unknown id is left out. */
export async function namesOf(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, PersonName>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
