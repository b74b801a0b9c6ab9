import { normaliseDigits } from './digits.ts'
import type { Language } from './languages.ts'
import { localeOf } from './languages.ts'

/** A calendar day as 'YYYY-MM-DD' of the Gregorian calendar, in the years 0001 to 2400; later ones would be Buddhist years by mistake. */
export type DateOnly = string

/** How much of a date is written: with the weekday, in full, short, in digits, or only month and year. */
export type DateStyle = 'weekday' | 'long' | 'medium' | 'short' | 'month'

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const yearFirst = /^(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[.日일]?$/
const dayFirst = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})$/
const longestInput = 40
const buddhistOffset = 543
const firstBuddhistYear = 2400

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  weekday: { dateStyle: 'full' },
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  short: { year: 'numeric', month: 'numeric', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
}
const clockOptions: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether a value is a real day written as 'YYYY-MM-DD', with a Gregorian year. */
export function isDateOnly(value: unknown): value is DateOnly {
  if (typeof value !== 'string') return false
  const parts = isoPattern.exec(value)
  return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === value
}

/**
 * Reads a typed date: '2026-11-22', '2026年11月22日', '2026. 11. 22.' or day first, '22/11/2026', in digits of any supported
 * script. A year after 2400 is of the Buddhist era and 543 is taken off; a date that does not exist is null.
 */
export function parseDate(text: string): DateOnly | null {
  if (text.length > longestInput) return null
  const clean = normaliseDigits(text)
    .replace(/พ\.ศ\.|ค\.ศ\./g, '')
    .trim()
  const ordered = yearFirst.exec(clean)
  if (ordered) return dateOf(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]))
  const reversed = dayFirst.exec(clean)
  return reversed ? dateOf(Number(reversed[3]), Number(reversed[2]), Number(reversed[1])) : null
}

/** The date so many days later, or earlier for a negative number. */
export function addDays(date: DateOnly, days: number): DateOnly {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The same day so many months later; a day that the month lacks becomes its last day. */
export function addMonths(date: DateOnly, months: number): DateOnly {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** The weekday by ISO 8601, Monday 1 to Sunday 7. */
export function weekdayOf(date: DateOnly): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** The calendar day that an instant falls on in a time zone. */
export function dateInZone(instant: Date, timeZone: string): DateOnly {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** The instant at which a calendar day begins in a time zone; a deadline 'until the 5th' ends where the 6th begins. */
export function startOfDay(date: DateOnly, timeZone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone)
  return new Date(start.epochMilliseconds)
}

/** The instant of a day and a time of day, '23:59', in a time zone; null where the time is none. */
export function instantAt(day: string, time: string, timeZone: string): Date | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim())
  if (!match) return null
  const clock = { hour: Number(match[1]), minute: Number(match[2]) }
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(clock),
  })
  return new Date(zoned.epochMilliseconds)
}

/** A date as the language writes it; Thai years are of the Buddhist era, with พ.ศ. where a sentence would have it. */
export function formatDate(date: DateOnly, language: Language, style: DateStyle = 'long'): string {
  const text = dateFormat(language, styles[style], 'UTC').format(midnightUtc(date))
  return frenchFirst(withEra(text, language, style), language)
}

/** In French the first of a month is an ordinal: '1er juin'. */
export function frenchFirst(text: string, language: Language): string {
  return language === 'fr' ? text.replaceAll(firstOfMonth, '1er ') : text
}

const firstOfMonth =
  /(?<![\d,.])1 (?=(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\p{L}*)/gu

/** A period of days, with what both ends share written once: '5–9 November 2026'. */
export function formatDateRange(
  from: DateOnly,
  to: DateOnly,
  language: Language,
  style: DateStyle = 'long',
): string {
  if (language === 'zh-Hans' && style !== 'short') return chineseRange(from, to, style)
  const [start, end] = [midnightUtc(from), midnightUtc(to)]
  const text = dateFormat(language, styles[style], 'UTC').formatRange(start, end)
  return frenchFirst(withEra(text, language, style), language)
}

/** An instant as date and 24-hour time in a time zone, with the offset so that a reader elsewhere is not misled. */
export function formatInstant(
  instant: Date,
  timeZone: string,
  language: Language,
  style: 'long' | 'medium' | 'time' = 'medium',
): string {
  const clock = dateFormat(language, clockOptions, timeZone).format(instant)
  const offset = dateFormat(language, { timeZoneName: 'shortOffset' }, timeZone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')
  const time = `${clock} (${offset?.value ?? timeZone})`
  if (style === 'time') return time
  return `${formatDate(dateInZone(instant, timeZone), language, style)} ${time}`
}

/** The time of day of an instant in a time zone, on a clock of 24 hours, where the page says which zone it is. */
export function formatClock(instant: Date, timeZone: string, language: Language): string {
  return dateFormat(language, clockOptions, timeZone).format(instant)
}

/** The year as the language counts it: 2569 in Thai for 2026. */
export function formatYear(year: number, language: Language): string {
  return String(language === 'th' ? year + buddhistOffset : year)
}

/**
 * Reads a typed year, in digits of any supported script, with or without its era: a number after 2400 is of the
 * Buddhist era and 543 is taken off. What is not a year of three or four digits is null.
 */
export function parseYear(text: string): number | null {
  if (text.length > longestInput) return null
  const clean = normaliseDigits(text)
    .replace(/พ\.ศ\.|ค\.ศ\./g, '')
    .trim()
  if (!/^\d{3,4}$/.test(clean)) return null
  const year = Number(clean)
  return year > firstBuddhistYear ? year - buddhistOffset : year
}

/**
 * The year with which a field of a form begins, such that it is read back as the same one: in the reader's era, but an
 * early year, whose Buddhist number would be taken for the common era, as it is. No year is empty.
 */
export function yearInField(year: number | null, language: Language): string {
  if (year === null) return ''
  return year + buddhistOffset > firstBuddhistYear ? formatYear(year, language) : String(year)
}

/** How far a date is from today, in words: 'in 3 days', 'yesterday', 'วันนี้'. */
export function relativeDays(date: DateOnly, today: DateOnly, language: Language): string {
  const format = relativeFormat(language)
  return format.format(daysBetween(today, date), 'day')
}

/** A time as its distance from now in the largest whole unit: '5 minutes ago', 'in 2 weeks'. */
export function relativeTime(instant: Date, now: Date, language: Language): string {
  const format = relativeFormat(language)
  const seconds = Math.trunc((instant.getTime() - now.getTime()) / 1000)
  const unit = relativeUnits.find(([, size]) => Math.abs(seconds) >= size)
  if (!unit) return format.format(0, 'second')
  return format.format(Math.trunc(seconds / unit[1]), unit[0])
}

const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>()

function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  let format = relativeFormats.get(language)
  if (!format) {
    format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
    relativeFormats.set(language, format)
  }
  return format
}

const relativeUnits: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function dateOf(year: number, month: number, day: number): DateOnly | null {
  const gregorian = year > firstBuddhistYear ? year - buddhistOffset : year
  if (gregorian < 1 || month < 1 || month > 12 || day < 1 || day > 31) return null
  try {
    return Temporal.PlainDate.from(
      { year: gregorian, month, day },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function dateFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  timeZone: string,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options])
  let format = formats.get(key)
  if (!format) {
    const locale = language === 'th' ? 'th-TH-u-ca-buddhist' : localeOf(language)
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    formats.set(key, format)
  }
  return format
}

function midnightUtc(date: DateOnly): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds)
}

/** Intl joins Chinese dates by slashes and a dash; an office writes 2026年11月5日至9日. */
function chineseRange(from: DateOnly, to: DateOnly, style: DateStyle): string {
  const first = formatDate(from, 'zh-Hans', style)
  const second = formatDate(to, 'zh-Hans', style)
  if (first === second) return first
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const sameMonth = sameYear && from.slice(0, 7) === to.slice(0, 7) && style !== 'month'
  const shared = sameMonth ? /^\d+年\d+月/ : sameYear ? /^\d+年/ : /^$/
  return `${first}至${second.replace(shared, '')}`
}

/** Intl leaves the era out of Thai long dates, where offices write it: 22 พฤศจิกายน พ.ศ. 2569. */
function withEra(text: string, language: Language, style: DateStyle): string {
  if (language !== 'th' || style === 'short' || style === 'medium') return text
  return text.includes('พ.ศ.') ? text : text.replace(/\d{4}/g, 'พ.ศ. $&')
}
