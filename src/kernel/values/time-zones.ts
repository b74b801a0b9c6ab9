import type { Language } from './languages.ts'
import { localeOf } from './languages.ts'

/** The time zones of the four countries in which the alliance works, for the top of a list. */
export const allianceTimeZones = ['Asia/Bangkok', 'Asia/Shanghai', 'Asia/Seoul', 'Europe/Paris']

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 60 || !/^[A-Za-z]/.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** All time zones for a choice, those of the alliance first and the rest by name. */
export function timeZones(): string[] {
  const others = Intl.supportedValuesOf('timeZone').filter(
    (each) => !allianceTimeZones.includes(each),
  )
  return [...allianceTimeZones, ...others]
}

/** The zone's name in the language, with its offset at the given time: 'Indochina Time (GMT+7)'. */
export function timeZoneName(timeZone: string, language: Language, at: Date): string {
  const key = `${language} ${timeZone} ${Math.floor(at.getTime() / quarterOfHour)}`
  const known = names.get(key)
  if (known !== undefined) return known
  const name = `${zonePart(timeZone, language, at, 'longGeneric')} (${zonePart(timeZone, language, at, 'shortOffset')})`
  if (names.size >= mostNames) names.clear()
  names.set(key, name)
  return name
}

/** A choice of all zones takes eight hundred formats, each dear to make. No zone changes but at a quarter of an hour. */
const names = new Map<string, string>()
const mostNames = 5_000
const quarterOfHour = 15 * 60_000

function zonePart(
  timeZone: string,
  language: Language,
  at: Date,
  timeZoneName: 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName })
  return parts.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** The time zone in which a reader of a language most likely lives, until they say where. */
export const likelyTimeZone: Readonly<Record<Language, string>> = {
  en: 'UTC',
  'zh-Hans': 'Asia/Shanghai',
  th: 'Asia/Bangkok',
  ko: 'Asia/Seoul',
  fr: 'Europe/Paris',
}
