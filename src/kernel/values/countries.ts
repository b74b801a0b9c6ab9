import { compareText, localeOf } from './languages.ts'
import type { Language } from './languages.ts'

/** A country or territory by its ISO 3166-1 alpha-2 code, in capitals. */
export type Country = string

const codes = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`

const names = new Map<Language, Intl.DisplayNames>()

/** The 249 officially assigned codes of ISO 3166-1, in alphabetical order. */
export const countries: readonly Country[] = codes.trim().split(/\s+/)

const assigned = new Set(countries)

/** Whether a value is an officially assigned code, in capitals. */
export function isCountry(value: unknown): value is Country {
  return typeof value === 'string' && assigned.has(value)
}

/** The country's name in the language; an unassigned code throws. */
export function countryName(country: Country, language: Language): string {
  if (!isCountry(country)) throw new RangeError(`${country} is not a code of ISO 3166-1`)
  let display = names.get(language)
  if (!display) {
    display = new Intl.DisplayNames(localeOf(language), { type: 'region' })
    names.set(language, display)
  }
  return display.of(country) ?? country
}

const firstLanguages: Readonly<Record<Country, Language>> = {
  TH: 'th',
  CN: 'zh-Hans',
  KR: 'ko',
  FR: 'fr',
}

/** The language of ours in which offices of a country write; null where it is none of the five. */
export function firstLanguageOf(country: Country): Language | null {
  return firstLanguages[country] ?? null
}

/** All countries with their names, sorted as the language sorts, for a choice. */
export function countryOptions(language: Language): { code: Country; name: string }[] {
  return countries
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => compareText(language, a.name, b.name))
}
