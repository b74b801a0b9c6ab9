import { drawLots } from './lottery.ts'
import type { TwoSided } from './two-sided.ts'

/** Somebody who asks for places: the places in the order of preference, the best first. */
export interface RoundApplicant {
  id: string
  choices: readonly string[]
}

/**
 * A place with its seats. `ranking` groups applicants, the best group first; within a group the
 * lottery decides. Null where the place ranks nobody: then the lottery alone decides among all who ask.
 */
export interface RoundPlace {
  id: string
  seats: number
  ranking: readonly (readonly string[])[] | null
}

/** A round as people know it: names instead of numbers. */
export interface Round {
  seed: string
  applicants: readonly RoundApplicant[]
  places: readonly RoundPlace[]
}

/**
 * The round as a market with strict lists: ties are broken by one lottery for all places, which keeps
 * the result stable under the stated ranks as well. Names that are unknown or come twice must have been
 * refused before (`roundFaults`).
 */
export function marketOf(round: Round): TwoSided {
  const applicantAt = new Map(round.applicants.map(({ id }, index) => [id, index]))
  const placeAt = new Map(round.places.map(({ id }, index) => [id, index]))
  const lot = new Map(
    drawLots(
      round.seed,
      round.applicants.map(({ id }) => id),
    ).map((id, index) => [id, index]),
  )
  const asking = round.places.map((): string[] => [])
  for (const { id, choices } of round.applicants) {
    for (const choice of choices) asking[placeAt.get(choice)!]!.push(id)
  }
  const byLot = (ids: readonly string[]) => ids.toSorted((a, b) => lot.get(a)! - lot.get(b)!)
  const applicantLists = round.applicants.map(({ choices }) =>
    choices.map((choice) => placeAt.get(choice)!),
  )
  const placeLists = round.places.map(({ ranking }, place) =>
    (ranking ?? [asking[place]!]).flatMap(byLot).map((id) => applicantAt.get(id)!),
  )
  const applicants = compress(applicantLists)
  const places = compress(placeLists)
  return {
    applicants: round.applicants.length,
    places: round.places.length,
    applicantStart: applicants.start,
    applicantList: applicants.list,
    capacity: Int32Array.from(round.places, ({ seats }) => seats),
    placeStart: places.start,
    placeList: places.list,
  }
}

function compress(lists: readonly (readonly number[])[]) {
  const start = new Int32Array(lists.length + 1)
  for (const [row, list] of lists.entries()) start[row + 1] = start[row]! + list.length
  return { start, list: Int32Array.from(lists.flat()) }
}

/** What is wrong in a round: of whom, and which other name it is about. */
export interface RoundFault {
  fault:
    | 'applicant-twice'
    | 'place-twice'
    | 'unknown-place'
    | 'unknown-applicant'
    | 'chosen-twice'
    | 'list-long'
    | 'ranked-twice'
    | 'seats'
  of: string
  name: string
}

/** So many choices an applicant may make: far more than people weigh, and few enough for every answer to be quick. */
export const longestList = 1_000

/** Everything that is wrong in a round, in its order; a sound round has no fault. */
export function roundFaults(round: Round): RoundFault[] {
  const faults: RoundFault[] = []
  const applicants = new Set<string>()
  const places = new Set<string>()
  for (const { id, seats } of round.places) {
    if (places.has(id)) faults.push({ fault: 'place-twice', of: id, name: id })
    places.add(id)
    if (!Number.isInteger(seats) || seats < 1 || seats > 1_000_000) {
      faults.push({ fault: 'seats', of: id, name: String(seats) })
    }
  }
  for (const { id, choices } of round.applicants) {
    if (applicants.has(id)) faults.push({ fault: 'applicant-twice', of: id, name: id })
    applicants.add(id)
    if (choices.length > longestList) {
      faults.push({ fault: 'list-long', of: id, name: String(choices.length) })
      continue
    }
    // One by one: a list can be longer than a call can have arguments.
    for (const each of namesAtFault(id, choices, places, 'unknown-place', 'chosen-twice')) {
      faults.push(each)
    }
  }
  for (const { id, ranking } of round.places) {
    const names = ranking?.flat() ?? []
    for (const each of namesAtFault(id, names, applicants, 'unknown-applicant', 'ranked-twice')) {
      faults.push(each)
    }
  }
  return faults
}

function namesAtFault(
  of: string,
  names: readonly string[],
  known: ReadonlySet<string>,
  unknown: RoundFault['fault'],
  twice: RoundFault['fault'],
): RoundFault[] {
  const seen = new Set<string>()
  return names.flatMap((name): RoundFault[] => {
    if (seen.has(name)) return [{ fault: twice, of, name }]
    seen.add(name)
    return known.has(name) ? [] : [{ fault: unknown, of, name }]
  })
}
