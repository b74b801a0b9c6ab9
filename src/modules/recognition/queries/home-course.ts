import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { courseKey } from '../rules/context.ts'
import type { Titles } from '../rules/types.ts'

/** A code as `courseKey` compares it: without spaces, in capitals, without compatibility forms. */
export function keyOf(column: string) {
  return sql<string>`upper(regexp_replace(normalize(${sql.ref(column)}, NFKC), '\\s', '', 'g'))`
}

/** A course of an institution's current catalogue, its code written with or without spaces and capitals. */
export async function homeCourseByCode(
  work: Work,
  organisationId: string,
  code: string,
): Promise<{ code: string; titles: Titles; credit: string | null } | null> {
  const row = await work.read
    .selectFrom('courses as k')
    .innerJoin('current_catalogues as now', 'now.catalogue_id', 'k.catalogue_id')
    .select(['k.code', 'k.titles', 'k.credit'])
    .where('now.organisation_id', '=', organisationId)
    .where(keyOf('k.code'), '=', courseKey(code))
    .orderBy((eb) => eb('k.code', '=', code), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
