import type { Work } from '#kernel/database'
import { type Country, isUuid, type LocalText } from '#kernel/values'

/** An organisation as far as days and names need it. */
export interface Place {
  id: string
  names: LocalText
  timeZone: string
  country: Country
}

/** Some organisations with their clock and country; one query, none for an empty list. */
export async function organisationPlaces(work: Work, ids: readonly string[]): Promise<Place[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'time_zone', 'country'])
    .where('id', 'in', known)
    .execute()
  return rows.map(({ id, names, time_zone: timeZone, country }) => ({
    id,
    names,
    timeZone,
    country,
  }))
}

/** One organisation, or null. */
export async function organisationPlace(work: Work, id: string): Promise<Place | null> {
  return (await organisationPlaces(work, [id]))[0] ?? null
}
