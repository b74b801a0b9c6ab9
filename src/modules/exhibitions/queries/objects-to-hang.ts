import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { dateInZone, type LocalText } from '#kernel/values'
import { audienceOf } from '../rules/access.ts'
import type { ExhibitionRow } from './exhibitions.ts'

/** An object that may be hung, with its holder. */
export interface HangableObject {
  id: string
  titles: LocalText
  organisation: LocalText
}

const mostOffered = 400

/**
 * What may hang in an exhibition: what everybody may see, and of what its owners hold what the actor may see. What one of
 * several owners keeps to itself is not told to the others.
 */
export async function hangableObjects(
  work: Work,
  { owners }: Pick<ExhibitionRow, 'owners'>,
): Promise<HangableObject[]> {
  const ids = owners.map(({ id }) => id)
  const rows = await work.read
    .selectFrom('exhibition_objects as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select(['e.id', 'e.titles', 'o.names as organisation', 'e.organisation_id', 'o.time_zone'])
    .select(['e.state', 'e.access', 'e.season_from', 'e.season_until'])
    .where('e.state', '<>', 'withdrawn')
    .where(
      sql<SqlBool>`(e.organisation_id = any(${ids}::uuid[]) or (e.state = 'available' and e.access = 'open'))`,
    )
    .orderBy(sql`e.organisation_id = any(${ids}::uuid[])`, 'desc')
    .orderBy('e.organisation_id')
    .orderBy('e.created_at', 'desc')
    .limit(mostOffered)
    .execute()
  return rows.filter((row) => {
    const audience = audienceOf(row, dateInZone(work.now, row.time_zone))
    return work.may('exhibitions.object.read', { ...row, audience })
  })
}
