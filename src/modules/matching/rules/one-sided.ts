import type { LexicographicProblem } from './lexicographic.ts'
import { drawLots } from './lottery.ts'
import type { TiedApplicant } from './tied-market.ts'

/** A round in which places have seats and rank nobody. */
export interface OneSidedRound {
  seed: string
  applicants: readonly TiedApplicant[]
  places: readonly { id: string; seats: number }[]
}

/**
 * What is the best for all together: `rank-maximal` gives as many as possible their first choice, of these results
 * as many as possible their second, and so on; `fair` leaves as few as possible without a place, then gives as
 * few as possible the last choice, then the last but one, and so on.
 */
export type OneSidedAim = 'rank-maximal' | 'fair'

/**
 * The round as costs. Rows stand in the order of the lottery (`order` gives each row's applicant), so that of
 * equally good results the one chosen does not depend on the order of the file. Kind `c` is the cost of choice
 * `c` (from 0), the last kind that of nothing.
 */
export function oneSidedProblem(
  round: OneSidedRound,
  aim: OneSidedAim,
): { problem: LexicographicProblem; order: Int32Array } {
  const at = new Map(round.applicants.map(({ id }, index) => [id, index]))
  const placeAt = new Map(round.places.map(({ id }, index) => [id, index]))
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  const order = Int32Array.from(lots, (id) => at.get(id)!)
  const rows = order.length
  const start = new Int32Array(rows + 1)
  const column: number[] = []
  const kind: number[] = []
  for (const [row, who] of order.entries()) {
    for (const [choice, group] of round.applicants[who]!.choices.entries()) {
      for (const place of group) {
        column.push(placeAt.get(place)!)
        kind.push(choice)
      }
    }
    start[row + 1] = column.length
  }
  const depth = round.applicants.reduce((most, { choices }) => Math.max(most, choices.length), 1)
  return {
    order,
    problem: {
      rows,
      columns: round.places.length,
      start,
      column: Int32Array.from(column),
      kind: Int32Array.from(kind),
      outsideKind: new Int32Array(rows).fill(depth),
      kinds: costsOf(depth, aim),
      depth,
      capacity: Int32Array.from(round.places, ({ seats }) => seats),
    },
  }
}

/**
 * Rank-maximal: the first component counts who has no first choice, component `c` takes off who has choice `c`.
 * Fair: the first component counts who has nothing, then come the choices from the last to the second.
 */
function costsOf(depth: number, aim: OneSidedAim): Float64Array {
  const kinds = new Float64Array((depth + 1) * depth)
  for (let choice = 1; choice <= depth; choice += 1) {
    const from = choice * depth
    if (aim === 'fair') kinds[from + depth - choice] = 1
    else {
      kinds[from] = 1
      if (choice < depth) kinds[from + choice] = -1
    }
  }
  return kinds
}
