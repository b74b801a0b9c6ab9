import type { Message } from '#kernel/messages'
import type { MentorSummary } from './mentor-summary.ts'
import type { RoundPlace } from './round.ts'
import type { RunView } from './run-view.ts'

/** A place as a run left it. */
export interface PlaceResult {
  filled: number
  /** How many asked for it at all, and how many as their first choice. */
  asked: number
  firstChoices: number
  /** The group of the ranking in which the last one admitted stood, from 1; null while seats are free or nobody is ranked. */
  cutoff: number | null
  /** Somebody whom the place ranked like the last one admitted would rather have it and was left out by the lottery. */
  byLot: boolean
}

/** What a run gave to people of one country, or to everybody. */
export interface Shares {
  applicants: number
  /** How many got their first choice, their second, and so on. */
  choices: number[]
  unmatched: number
}

/** Seats of places of one country or sector. */
export interface Seats {
  places: number
  seats: number
  filled: number
}

/** The figures of a run that its page begins with. */
export interface RunSummary extends Shares {
  /** What was proved of the result, by a method that says it in its own sentences. */
  says?: Message[]
  places: number
  seats: number
  byCountry: (Shares & { country: string })[]
  byPlaceCountry: (Seats & { country: string })[]
  bySector: (Seats & { sector: string })[]
  /** Of a round that gives mentors, whose applicants are students and places mentors. */
  mentors?: MentorSummary
}

/** For each applicant the place's number and the number of the choice, from 1, or null. */
export interface PlacementResult {
  place: number
  choice: number
}

/** Puts numbers to a result, whose entries are names of places. */
export function placementsOf(
  round: RunView,
  result: readonly (string | null)[],
): (PlacementResult | null)[] {
  const placeAt = new Map(round.places.map(({ id }, index) => [id, index]))
  return result.map((name, applicant) => {
    if (name === null) return null
    const { choices, partner } = round.applicants[applicant]!
    // The same place can be of several pairs: which one it is, the other's place tells.
    const isOwn = (group: readonly string[], at: number) =>
      group.includes(name) && (!partner || partner.choices[at] === result[partner.at])
    return { place: placeAt.get(name)!, choice: choices.findIndex(isOwn) + 1 }
  })
}

/** How each place was asked for and filled, and where its cut-off lies (Azevedo and Leshno 2016). */
export function placeResults(
  round: RunView,
  placements: readonly (PlacementResult | null)[],
): PlaceResult[] {
  const placeAt = new Map(round.places.map(({ id }, index) => [id, index]))
  const groups = round.places.map(({ ranking }) => groupsOf(ranking))
  const results = round.places.map((): PlaceResult => ({
    filled: 0,
    asked: 0,
    firstChoices: 0,
    cutoff: null,
    byLot: false,
  }))
  const last = new Int32Array(round.places.length)
  for (const [applicant, placement] of placements.entries()) {
    if (!placement) continue
    const { id } = round.applicants[applicant]!
    results[placement.place]!.filled += 1
    const group = groups[placement.place]?.get(id) ?? 1
    last[placement.place] = Math.max(last[placement.place]!, group)
  }
  for (const [place, result] of results.entries()) {
    const isFull = result.filled >= round.places[place]!.seats
    if (isFull && groups[place]) result.cutoff = last[place]!
  }
  for (const [applicant, { id, choices, partner }] of round.applicants.entries()) {
    const told = new Set<string>()
    const until = placements[applicant]?.choice ?? choices.length + 1
    for (const [at, equals] of choices.entries()) {
      for (const choice of equals) {
        const place = placeAt.get(choice)!
        const result = results[place]!
        // A couple can name a place in several pairs and is one who asks.
        if (told.has(choice)) continue
        told.add(choice)
        result.asked += 1
        if (at === 0) result.firstChoices += 1
        if (partner || at + 1 >= until || result.filled < round.places[place]!.seats) continue
        const group = groups[place] ? groups[place].get(id) : 1
        if (group === last[place]) result.byLot = true
      }
    }
  }
  return results
}

function groupsOf(ranking: RoundPlace['ranking']): Map<string, number> | null {
  if (!ranking) return null
  return new Map(ranking.flatMap((group, at) => group.map((id) => [id, at + 1] as const)))
}

/** The figures of a run, by country and sector where the lists say them. */
export function summaryOf(
  placements: readonly (PlacementResult | null)[],
  countries: readonly string[],
  places: readonly { seats: number; filled: number; country: string; sector: string }[],
): RunSummary {
  const all: Shares = { applicants: 0, choices: [], unmatched: 0 }
  const byCountry = new Map<string, Shares>()
  for (const [applicant, placement] of placements.entries()) {
    count(all, placement)
    const country = countries[applicant] ?? ''
    const own = byCountry.get(country) ?? { applicants: 0, choices: [], unmatched: 0 }
    byCountry.set(country, own)
    count(own, placement)
  }
  return {
    ...all,
    places: places.length,
    seats: places.reduce((sum, { seats }) => sum + seats, 0),
    byCountry: entriesOf(byCountry).map(([country, shares]) => ({ country, ...shares })),
    byPlaceCountry: seatsBy(places, (place) => place.country).map(([country, seats]) => ({
      country,
      ...seats,
    })),
    bySector: seatsBy(places, (place) => place.sector).map(([sector, seats]) => ({
      sector,
      ...seats,
    })),
  }
}

/** Groups that a summary names; what comes after is in the table. */
const mostGroups = 60

function entriesOf<T extends { applicants: number }>(groups: Map<string, T>): [string, T][] {
  // One group without a name says nothing beyond the whole.
  if (groups.size === 1 && groups.has('')) return []
  return [...groups].toSorted((a, b) => b[1].applicants - a[1].applicants).slice(0, mostGroups)
}

function seatsBy(
  places: readonly { seats: number; filled: number; country: string; sector: string }[],
  keyOf: (place: { country: string; sector: string }) => string,
): [string, Seats][] {
  const groups = new Map<string, Seats>()
  for (const place of places) {
    const own = groups.get(keyOf(place)) ?? { places: 0, seats: 0, filled: 0 }
    groups.set(keyOf(place), own)
    own.places += 1
    own.seats += place.seats
    own.filled += place.filled
  }
  if (groups.size === 1 && groups.has('')) return []
  return [...groups].toSorted((a, b) => b[1].seats - a[1].seats).slice(0, mostGroups)
}

function count(shares: Shares, placement: PlacementResult | null): void {
  shares.applicants += 1
  if (!placement) {
    shares.unmatched += 1
    return
  }
  while (shares.choices.length < placement.choice) shares.choices.push(0)
  shares.choices[placement.choice - 1]! += 1
}
