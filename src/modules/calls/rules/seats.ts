import type { Fraction } from '#kernel/values'
import type { Round } from '#modules/matching'
import { byMerit } from './timeline.ts'

/** Somebody who wants a seat: the wishes first to last, and the merit by which places rank; null for none. */
export interface Wisher {
  id: string
  wishes: readonly string[]
  merit: Fraction | null
}

/** Seats of each destination, and how many of them are given already. */
export interface SeatsLeft {
  id: string
  seats: number
  taken: number
}

/**
 * The selection as a round of `matching`: every destination ranks its applicants by merit alone, those of equal merit in
 * one group that the lottery orders, those without merit after all others. A destination without a seat left, and a
 * wish for one, is left out. Applicant-proposing deferred acceptance then leaves nobody who would rather have a seat that
 * somebody of less merit holds (no justified envy), and nobody gains by hiding a wish.
 */
export function seatRound(
  seed: string,
  wishers: readonly Wisher[],
  destinations: readonly SeatsLeft[],
): Round {
  const open = destinations.filter(({ seats, taken }) => seats > taken)
  const isOpen = new Set(open.map(({ id }) => id))
  const applicants = wishers.map(({ id, wishes }) => ({
    id,
    choices: wishes.filter((wish) => isOpen.has(wish)),
  }))
  const groups = meritGroups(wishers)
  return {
    seed,
    applicants,
    places: open.map(({ id, seats, taken }) => ({
      id,
      seats: seats - taken,
      ranking: groups
        .map((group) => group.filter(({ wishes }) => wishes.includes(id)).map((each) => each.id))
        .filter((group) => group.length > 0),
    })),
  }
}

/** Everybody in groups of equal merit, the best group first. */
function meritGroups(wishers: readonly Wisher[]): Wisher[][] {
  const groups: Wisher[][] = []
  for (const wisher of wishers.toSorted((a, b) => byMerit(a.merit, b.merit))) {
    const last = groups.at(-1)
    if (last?.[0] && byMerit(last[0].merit, wisher.merit) === 0) last.push(wisher)
    else groups.push([wisher])
  }
  return groups
}
