import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** Further seats that are tried before it is said that seats alone would not have helped. */
const mostSeatsMore = 20
/** Large rounds are run again less often: in all over so many entries of their lists. */
const mostEntries = 2_000_000

/**
 * The fewest further seats of a place with which an applicant has it: `has` runs the round again with so many more.
 * Null where none of those tried would do, among at least one and at most twenty, the fewer the more entries the lists have.
 */
export function fewestSeats(entries: number, has: (more: number) => boolean): number | null {
  const tries = Math.min(mostSeatsMore, Math.max(1, Math.floor(mostEntries / (entries + 1))))
  for (let more = 1; more <= tries; more += 1) if (has(more)) return more
  return null
}

/** The same as the sentence that ends an answer to "why not?"; nothing where no seats would do. */
export function moreSeats(entries: number, has: (more: number) => boolean): Message[] {
  const count = fewestSeats(entries, has)
  return count === null ? [] : [m('why.seats-more', { count })]
}

/** How many entries the lists of all applicants have. */
export function entriesOf(applicants: readonly { choices: readonly unknown[] }[]): number {
  return applicants.reduce((all, { choices }) => all + choices.length, applicants.length)
}

/** Those with this number, of which one has some seats more. */
export function withSeats<Place extends { seats: number }>(
  places: readonly Place[],
  at: number,
  more: number,
): Place[] {
  return places.with(at, { ...places[at]!, seats: places[at]!.seats + more })
}
