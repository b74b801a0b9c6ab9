import type { LocalText } from '../languages.ts'
import { holidayYear } from './calendar.ts'
import type { HolidayYear } from './calendar.ts'

const fixed: Record<string, LocalText> = {
  '01-01': { fr: 'Jour de l’an', en: 'New Year’s Day' },
  '05-01': { fr: 'Fête du Travail', en: 'Labour Day' },
  '05-08': { fr: 'Victoire 1945', en: 'Victory Day' },
  '07-14': { fr: 'Fête nationale', en: 'National Day' },
  '08-15': { fr: 'Assomption', en: 'Assumption Day' },
  '11-01': { fr: 'Toussaint', en: 'All Saints’ Day' },
  '11-11': { fr: 'Armistice 1918', en: 'Armistice Day' },
  '12-25': { fr: 'Noël', en: 'Christmas Day' },
}

const afterEaster: [days: number, name: LocalText][] = [
  [1, { fr: 'Lundi de Pâques', en: 'Easter Monday' }],
  [39, { fr: 'Ascension', en: 'Ascension Day' }],
  [50, { fr: 'Lundi de Pentecôte', en: 'Whit Monday' }],
]

/** The eleven days of article L3133-1 of the Code du travail; the law fixes them, so that no yearly notice is needed. */
export const frenchHolidays: HolidayYear[] = [2025, 2026, 2027].map((year) => {
  const easter = easterSunday(year)
  const days = { ...fixed }
  for (const [offset, name] of afterEaster) {
    days[easter.add({ days: offset }).toString().slice(5)] = name
  }
  return holidayYear('FR', {
    year,
    official: true,
    source: 'Code du travail, article L3133-1',
    asOf: '2026-11-22',
    days,
  })
})

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century + 8) / 25)
  const moon = Math.floor((century - correction + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}
