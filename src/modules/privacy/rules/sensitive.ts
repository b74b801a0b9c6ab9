import type { Country, DateOnly } from '#kernel/values'
import type { FieldGroup } from '../consent-schema.ts'

/** What a country's law calls sensitive, and since when; sources in docs/decisions/0033. */
interface SensitiveRow {
  /** Countries to which the row applies; null for all others. */
  countries: readonly Country[] | null
  since: DateOnly
  groups: readonly FieldGroup[]
}

/** The states of the European Economic Area, where the GDPR applies. */
export const europeanArea: readonly Country[] =
  `AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO
  PL PT RO SE SI SK`.split(/\s+/)

const rows: readonly SensitiveRow[] = [
  // PIPL Art. 28 (health, financial accounts); GB/T 35273-2020 annex B counts identity documents.
  { countries: ['CN'], since: '2021-11-01', groups: ['health', 'finance', 'identity-document'] },
  // PIPA Art. 23 (health) and 24 (passport and other identifiers).
  { countries: ['KR'], since: '2011-09-30', groups: ['health', 'identity-document'] },
  // PDPA s. 26.
  { countries: ['TH'], since: '2022-06-01', groups: ['health'] },
  // GDPR Art. 9.
  { countries: europeanArea, since: '2018-05-25', groups: ['health'] },
  { countries: null, since: '2018-05-25', groups: ['health', 'finance', 'identity-document'] },
]

/**
 * Whether a kind of data is sensitive on a day under the law of the country that hands it over (PIPL Art. 28, PIPA
 * Art. 23 and 24, PDPA s. 26, GDPR Art. 9). Where the house knows no law of a country, the strictest list counts.
 */
export function isSensitive(group: FieldGroup, country: Country, on: DateOnly): boolean {
  const inForce = rows.filter((row) => row.since <= on)
  const own = inForce.filter(({ countries }) => countries?.includes(country))
  const counted = own.length > 0 ? own : inForce.filter(({ countries }) => countries === null)
  return counted.some(({ groups }) => groups.includes(group))
}
