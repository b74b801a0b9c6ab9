import type { Reader } from '#kernel/database'
import { type Country, displayName, type Language } from '#kernel/values'

/** Whose holidays a reader's time zone suggests; elsewhere only weekends are free. */
const countryOfZone: Readonly<Record<string, Country>> = {
  'Asia/Bangkok': 'TH',
  'Asia/Shanghai': 'CN',
  'Asia/Seoul': 'KR',
  'Europe/Paris': 'FR',
}

/** Where and how a person is reached: at the proven primary address, in the language and the days of their own. */
export interface ReachedPerson {
  address: string
  name: string | null
  language: Language
  timeZone: string
  /** Whose working days count. */
  country: Country
}

/** How a person is reached; null for who has no proven address or is gone. */
export async function readerOf(read: Reader, personId: string): Promise<ReachedPerson | null> {
  const row = await read
    .selectFrom('persons as p')
    .innerJoin('person_emails as e', 'e.person_id', 'p.id')
    .select(['e.address', 'p.name', 'p.preferred_language', 'p.time_zone'])
    .where('p.id', '=', personId)
    .where('p.state', '=', 'active')
    .where('e.is_primary', '=', true)
    .where('e.verified_at', 'is not', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    address: row.address,
    name: displayName(row.name, row.preferred_language),
    language: row.preferred_language,
    timeZone: row.time_zone,
    country: countryOfZone[row.time_zone] ?? 'GB',
  }
}
