import { addDays, type Country, type DateOnly, type LocalText, workingDay } from '#kernel/values'

/** A public holiday of some days in a row. */
export interface Holiday {
  name: LocalText
  from: DateOnly
  until: DateOnly
}

/** The holidays of a country in some days; `published` is false where those of a year are computed or not known yet. */
export interface Holidays {
  rows: Holiday[]
  published: boolean
}

/** The public holidays of a country from one day to another, both counted; days of one holiday in a row are one. */
export function holidaysWithin(
  country: Country,
  { from, until }: { from: DateOnly; until: DateOnly },
): Holidays {
  const rows: Holiday[] = []
  let published = true
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const { holiday, known, official } = workingDay(day, country)
    published &&= known && official
    if (holiday === null) continue
    const last = rows.at(-1)
    const goesOn = last && last.name.en === holiday.en && addDays(last.until, 1) === day
    if (goesOn) last.until = day
    else rows.push({ name: holiday, from: day, until: day })
  }
  return { rows, published }
}
