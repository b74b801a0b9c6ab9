import type { Work } from '#kernel/database'

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
