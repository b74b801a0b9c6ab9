import { marketOf, type RoundApplicant, type RoundPlace } from './round.ts'
import type { TwoSided } from './two-sided.ts'

/** An applicant, and the country, sector or other group that seats may be reserved for. */
export interface ReservedApplicant extends RoundApplicant {
  category: string | null
}

/** A place that keeps seats for categories: soft, so whatever is left of them is open to everybody. */
export interface ReservedPlace extends RoundPlace {
  reserves: readonly { category: string; seats: number }[]
}

/** A round with reserved seats; everybody is of one category at most. */
export interface ReservedRound {
  seed: string
  applicants: readonly ReservedApplicant[]
  places: readonly ReservedPlace[]
}

/** A market with reserved seats: `reserved[place * categories + category]`; who is of none has category -1. */
export interface ReservedMarket extends TwoSided {
  categories: number
  category: Int32Array
  reserved: Int32Array
}

/** The round as a market with strict lists, ties broken by the lottery. */
export function reservedMarketOf(round: ReservedRound): ReservedMarket {
  const at = new Map<string, number>()
  for (const { reserves } of round.places) {
    for (const { category } of reserves) if (!at.has(category)) at.set(category, at.size)
  }
  const reserved = new Int32Array(round.places.length * at.size)
  for (const [place, { reserves }] of round.places.entries()) {
    for (const { category, seats } of reserves) {
      reserved[place * at.size + at.get(category)!] = seats
    }
  }
  const category = Int32Array.from(round.applicants, (each) =>
    each.category === null ? -1 : (at.get(each.category) ?? -1),
  )
  return { ...marketOf(round), categories: at.size, category, reserved }
}

/** The most categories of a round: a market has a number for each at each place. */
export const mostCategories = 300

/** What is wrong with reserves: more than the seats of a place, a category twice, no whole number, or too many categories. */
export interface ReserveFault {
  fault: 'too-many' | 'twice' | 'seats' | 'categories'
  place: string
  category: string
}

/** Everything that is wrong with reserves, in the order of the places. */
export function reserveFaults(round: ReservedRound): ReserveFault[] {
  const named = new Set<string>()
  for (const { reserves } of round.places) for (const { category } of reserves) named.add(category)
  if (named.size > mostCategories) return [{ fault: 'categories', place: '', category: '' }]
  return round.places.flatMap(({ id, seats, reserves }) => {
    const faults: ReserveFault[] = []
    const seen = new Set<string>()
    let all = 0
    for (const { category, seats: own } of reserves) {
      if (!Number.isInteger(own) || own < 1) faults.push({ fault: 'seats', place: id, category })
      if (seen.has(category)) faults.push({ fault: 'twice', place: id, category })
      seen.add(category)
      all += own
    }
    if (all > seats) faults.push({ fault: 'too-many', place: id, category: '' })
    return faults
  })
}
