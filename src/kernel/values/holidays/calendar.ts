import type { Country } from '../countries.ts'
import type { DateOnly } from '../dates.ts'
import type { LocalText } from '../languages.ts'

/** The public holidays of one country in one year, with where they come from and when that was read. */
export interface HolidayYear {
  readonly country: Country
  readonly year: number
  /** Whether the competent authority has published the year, or the law alone fixes it; else it is computed from the rules. */
  readonly official: boolean
  readonly source: string
  readonly asOf: DateOnly
  readonly holidays: ReadonlyMap<DateOnly, LocalText>
  /** Saturdays and Sundays on which offices work in exchange for a longer holiday (调休). */
  readonly makeUpDays: ReadonlySet<DateOnly>
}

/** A table of holidays as it is written down: 'MM-DD', or 'MM-DD..MM-DD' for a run of days, with the name. */
export interface WrittenYear {
  year: number
  official: boolean
  source: string
  asOf: DateOnly
  days: Record<string, LocalText>
  makeUpDays?: string[]
}

/** Spreads the written runs of days out to single dates. */
export function holidayYear(country: Country, written: WrittenYear): HolidayYear {
  const { year, official, source, asOf } = written
  const holidays = new Map<DateOnly, LocalText>()
  for (const [days, name] of Object.entries(written.days)) {
    const [first, last = first] = days.split('..')
    let day = Temporal.PlainDate.from(`${year}-${first}`)
    const end = Temporal.PlainDate.from(`${year}-${last}`)
    for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
      holidays.set(day.toString(), name)
    }
  }
  const makeUpDays = new Set((written.makeUpDays ?? []).map((day) => `${year}-${day}`))
  return { country, year, official, source, asOf, holidays, makeUpDays }
}

/** The name of a day that stands in for a holiday on a weekend, in the words of the country's own calendar. */
export function substituteFor(name: LocalText): LocalText {
  const substitute: LocalText = { en: `Substitution for ${name.en}` }
  if (name.th) substitute.th = `วันหยุดชดเชย${name.th}`
  if (name.ko) substitute.ko = `대체공휴일(${name.ko})`
  return substitute
}
