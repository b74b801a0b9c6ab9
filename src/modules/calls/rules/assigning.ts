import type { AssignmentProblem } from '#modules/matching'

/** A reviewer with room for so many more, and who costs least where the cost is least. */
export interface Reader {
  id: string
  room: number
}

/** One round of assigning: the problem for `matching`, and whom its rows and columns stand for. */
export interface AssigningRound {
  problem: AssignmentProblem
  rows: string[]
  columns: string[]
}

/** Costs of a pair: none, and that of a conflict that was waived; to leave an application out costs more than anything. */
const waivedCost = 1000
const outsideCost = 1_000_000

/**
 * Applications that still need a reviewer against reviewers with room, each application once: assigning several reviewers
 * each is as many rounds, so that nobody reads one twice. `costOf` is null for a pair that must not be; capacities are
 * levelled to the average load of the round first, and opened to the whole room with `isLevelled` false.
 */
export function assigningRound(
  applications: readonly string[],
  readers: readonly Reader[],
  costOf: (applicationId: string, readerId: string) => 'free' | 'waived' | null,
  isLevelled: boolean,
): AssigningRound {
  const columns = readers.filter(({ room }) => room > 0)
  const level = columns.length === 0 ? 0 : upwards(applications.length, columns.length)
  const start = new Int32Array(applications.length + 1)
  const column: number[] = []
  const cost: number[] = []
  for (const [row, application] of applications.entries()) {
    for (const [place, { id }] of columns.entries()) {
      const found = costOf(application, id)
      if (found === null) continue
      column.push(place)
      cost.push(found === 'waived' ? waivedCost : 0)
    }
    start[row + 1] = column.length
  }
  return {
    rows: [...applications],
    columns: columns.map(({ id }) => id),
    problem: {
      rows: applications.length,
      columns: columns.length,
      start,
      column: Int32Array.from(column),
      cost: Int32Array.from(cost),
      capacity: Int32Array.from(columns, ({ room }) => (isLevelled ? Math.min(room, level) : room)),
      outsideCost,
    },
  }
}

/** A quotient of whole numbers, rounded up. */
function upwards(all: number, parts: number): number {
  return (all + parts - 1 - ((all + parts - 1) % parts)) / parts
}
