import type { Country } from './countries.ts'
import { addDays, daysBetween, weekdayOf } from './dates.ts'
import type { DateOnly } from './dates.ts'
import type { HolidayYear } from './holidays/calendar.ts'
import { chineseHolidays } from './holidays/cn.ts'
import { frenchHolidays } from './holidays/fr.ts'
import { koreanHolidays } from './holidays/kr.ts'
import { thaiHolidays } from './holidays/th.ts'
import type { LocalText } from './languages.ts'

/**
 * How sure an answer about working days is: `known` where holidays of every year touched are in the tables (else only
 * weekends were left out), `official` where all those years are published rather than computed.
 */
export interface Certainty {
  readonly known: boolean
  readonly official: boolean
}

/** What a day is in a country: worked or not, and the holiday that it is. */
export interface WorkingDay extends Certainty {
  readonly working: boolean
  readonly holiday: LocalText | null
}

const longestCount = 5_000

const years = new Map(
  [...thaiHolidays, ...chineseHolidays, ...koreanHolidays, ...frenchHolidays].map(
    (each): [string, HolidayYear] => [`${each.country} ${each.year}`, each],
  ),
)

/** The holidays of a country in a year with their source, or null where they are not in the tables. */
export function holidaysOf(country: Country, year: number): HolidayYear | null {
  return years.get(`${country} ${year}`) ?? null
}

/** Whether a day is worked in a country (make-up days included), why not, and how sure that is. */
export function workingDay(date: DateOnly, country: Country): WorkingDay {
  const weekday = weekdayOf(date) < 6
  const known = holidaysOf(country, Number(date.slice(0, 4)))
  if (!known) return { working: weekday, holiday: null, known: false, official: false }
  const holiday = known.holidays.get(date) ?? null
  const working = known.makeUpDays.has(date) || (weekday && holiday === null)
  return { working, holiday, known: true, official: known.official }
}

/** Whether a day is worked in a country; outside the known years every weekday is. */
export function isWorkingDay(date: DateOnly, country: Country): boolean {
  return workingDay(date, country).working
}

/**
 * The n-th working day after a date, or before it for a negative n; zero gives the date itself if it is worked, else
 * the next working day. Days are counted from the following day, as in a notice period.
 */
export function addWorkingDays(
  date: DateOnly,
  n: number,
  country: Country,
): { date: DateOnly } & Certainty {
  if (!Number.isInteger(n) || Math.abs(n) > longestCount) {
    throw new RangeError(`Working days are counted up to ${longestCount}`)
  }
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let current = n === 0 ? addDays(date, -1) : date
  let certainty: Certainty = { known: true, official: true }
  if (n === 0) left = 1
  while (left > 0) {
    current = addDays(current, step)
    const day = workingDay(current, country)
    certainty = both(certainty, day)
    if (day.working) left -= 1
  }
  return { date: current, ...certainty }
}

/** Working days after `from` up to and including `to`; negative when `to` is the earlier date. */
export function workingDaysBetween(
  from: DateOnly,
  to: DateOnly,
  country: Country,
): { days: number } & Certainty {
  if (to < from) {
    const back = workingDaysBetween(to, from, country)
    return { ...back, days: 0 - back.days }
  }
  if (daysBetween(from, to) > 2 * longestCount) {
    throw new RangeError(`Working days are counted up to ${longestCount}`)
  }
  let days = 0
  let certainty: Certainty = { known: true, official: true }
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = workingDay(date, country)
    certainty = both(certainty, day)
    if (day.working) days += 1
  }
  return { days, ...certainty }
}

function both(a: Certainty, b: Certainty): Certainty {
  return { known: a.known && b.known, official: a.official && b.official }
}
