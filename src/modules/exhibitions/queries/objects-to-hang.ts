import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { ExhibitionRow } from './exhibitions.ts'

/** An object that may be hung, with its holder. */
export interface HangableObject {
  id: string
  titles: LocalText
  organisation: LocalText
}

/** What may hang in an exhibition: what its owners hold, and what everybody may see. */
export async function hangableObjects(
  work: Work,
  { owners }: Pick<ExhibitionRow, 'owners'>,
): Promise<HangableObject[]> {
  const ids = owners.map(({ id }) => id)
  return work.read
    .selectFrom('exhibition_objects as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select(['e.id', 'e.titles', 'o.names as organisation'])
    .where('e.state', '<>', 'withdrawn')
    .where(
      sql<SqlBool>`(e.organisation_id = any(${ids}::uuid[]) or (e.state = 'available' and e.access = 'open'))`,
    )
    .orderBy(sql`e.organisation_id = any(${ids}::uuid[])`, 'desc')
    .orderBy('e.organisation_id')
    .orderBy('e.created_at', 'desc')
    .limit(400)
    .execute()
}
