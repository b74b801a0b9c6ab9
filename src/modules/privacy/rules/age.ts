import type { Country, DateOnly } from '#kernel/values'
import { europeanArea } from './sensitive.ts'

/** From which age on a person consents alone, by the law of who asks. */
interface AgeRow {
  /** Null for every other country. */
  countries: readonly Country[] | null
  since: DateOnly
  below: number
  article: string
}

/** Special rows first. Ages in full years; sources in docs/decisions/0033. */
const rows: readonly AgeRow[] = [
  { countries: ['TH'], since: '2022-06-01', below: 20, article: 'PDPA s. 20; CCC s. 19' },
  { countries: ['CN'], since: '2021-11-01', below: 14, article: 'PIPL Art. 31' },
  { countries: ['KR'], since: '2023-09-15', below: 14, article: 'PIPA Art. 22-2' },
  { countries: ['FR'], since: '2018-06-20', below: 15, article: 'GDPR Art. 8; loi 78-17 art. 45' },
  { countries: europeanArea, since: '2018-05-25', below: 16, article: 'GDPR Art. 8' },
  { countries: null, since: '2018-05-25', below: 18, article: '–' },
]

/** The age under which the law of the country that asks wants a guardian beside the person, on a day. */
export function guardianBelow(country: Country, on: DateOnly): number {
  const found = rows.find(
    (row) => row.since <= on && (row.countries === null || row.countries.includes(country)),
  )
  return found?.below ?? 18
}

/** Full years between a birth and a day; born on 29 February, one is a year older on 1 March of other years. */
export function ageOn(born: DateOnly, on: DateOnly): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/** Whether a guardian has to sign beside; null where nobody knows the day of birth. */
export function needsGuardian(
  born: DateOnly | null,
  country: Country,
  on: DateOnly,
): boolean | null {
  return born === null ? null : ageOn(born, on) < guardianBelow(country, on)
}
