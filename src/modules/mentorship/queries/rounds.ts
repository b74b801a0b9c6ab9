import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** A round that was made for an engagement. */
export interface RoundRow {
  id: string
  engagement_id: string
  certificate: unknown
  made_at: Date
  sent_at: Date | null
}

/** The latest round of an engagement, or null. */
export async function latestRound(work: Work, engagementId: string): Promise<RoundRow | null> {
  const row = await work.read
    .selectFrom('mentor_rounds')
    .select(['id', 'engagement_id', 'certificate', 'made_at', 'sent_at'])
    .where('engagement_id', '=', engagementId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** One round of an engagement, or null. */
export async function roundOf(
  work: Work,
  engagementId: string,
  id: string,
): Promise<RoundRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('mentor_rounds')
    .select(['id', 'engagement_id', 'certificate', 'made_at', 'sent_at'])
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Who declined for whom, or gave the place up: they are not proposed for them again by themselves. */
export async function declinedFor(
  work: Work,
  menteeIds: readonly string[],
): Promise<{ mentee_id: string; mentor_id: string }[]> {
  if (menteeIds.length === 0) return []
  return work.read
    .selectFrom('mentorships')
    .select(['mentee_id', 'mentor_id'])
    .where(sql<SqlBool>`mentee_id = any(${[...menteeIds]}::uuid[])`)
    .where((eb) => eb.or([eb('state', '=', 'declined'), eb('end_reason', '=', 'mentor-left')]))
    .execute()
}
