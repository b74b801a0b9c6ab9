import type { Work } from '#kernel/database'
import type { Country } from '#kernel/values'
import '../../schema-office.ts'

/** An institution's own figures for the work of its office of recognition; days are its working days. */
export interface OfficeSettings {
  postingDays: number
  country: Country
  timeZone: string
}

/** What counts where an institution has said nothing. */
export const usualSettings = { postingDays: 5 } as const

/** The figures of an institution, its own or the usual ones; null where there is no such institution. */
export async function settingsOf(
  work: Work,
  organisationId: string,
): Promise<OfficeSettings | null> {
  const row = await work.read
    .selectFrom('organisations as o')
    .leftJoin('recognition_offices as f', 'f.organisation_id', 'o.id')
    .select(['o.country', 'o.time_zone', 'f.posting_days'])
    .where('o.id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    postingDays: row.posting_days ?? usualSettings.postingDays,
    country: row.country,
    timeZone: row.time_zone,
  }
}
