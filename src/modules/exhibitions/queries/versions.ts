import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { Language } from '#kernel/values'

/** A version that was public, without its content. */
export interface VersionRow {
  number: number
  sha256: string
  published_at: Date
}

/** The versions of an exhibition, the latest first. */
export async function versionsOf(work: Work, exhibitionId: string): Promise<VersionRow[]> {
  return work.read
    .selectFrom('exhibition_versions')
    .select(['number', 'sha256', 'published_at'])
    .where('exhibition_id', '=', exhibitionId)
    .orderBy('number', 'desc')
    .limit(50)
    .execute()
}

/** How many came in the last 90 days, by language and country, the most first. */
export async function visitsOf(
  work: Work,
  exhibitionId: string,
): Promise<{ language: Language; country: string; visits: number }[]> {
  const since = new Date(work.now.getTime() - 90 * 86_400_000).toISOString().slice(0, 10)
  const rows = await work.read
    .selectFrom('exhibition_visits')
    .select(['language', 'country'])
    .select(sql<bigint>`sum(visits)`.as('visits'))
    .where('exhibition_id', '=', exhibitionId)
    .where('day', '>=', since)
    .groupBy(['language', 'country'])
    .orderBy(sql`sum(visits)`, 'desc')
    .orderBy('language')
    .orderBy('country')
    .limit(30)
    .execute()
  return rows.map((row) => ({ ...row, visits: Number(row.visits) }))
}
