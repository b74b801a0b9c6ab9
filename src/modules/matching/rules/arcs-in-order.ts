import type { AssignmentProblem } from './assignment.ts'

/**
 * The arcs of one row with the cheapest first, written as cost, column, arc from `3 * start[row]` on:
 * as prices are never negative, a search may stop at the first arc that costs too much by itself.
 */
export function sortArcsOfRow(
  { start, column, cost }: AssignmentProblem,
  sorted: Int32Array,
  row: number,
): void {
  const from = 3 * start[row]!
  for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
    const own = cost[arc]!
    let at = 3 * arc
    while (at > from && sorted[at - 3]! > own) {
      sorted[at] = sorted[at - 3]!
      sorted[at + 1] = sorted[at - 2]!
      sorted[at + 2] = sorted[at - 1]!
      at -= 3
    }
    sorted[at] = own
    sorted[at + 1] = column[arc]!
    sorted[at + 2] = arc
  }
}

/** The arcs of each column, in `packed` from `3 * start[column]` on, written as row, cost, arc. */
export interface ArcsOfColumns {
  start: Int32Array
  packed: Int32Array
}

/** The same arcs seen from the columns. */
export function arcsOfColumns(problem: AssignmentProblem): ArcsOfColumns {
  const { rows, columns, column, cost } = problem
  const start = new Int32Array(columns + 1)
  for (const to of column) start[to + 1]! += 1
  for (let each = 0; each < columns; each += 1) start[each + 1]! += start[each]!
  const next = start.slice()
  const packed = new Int32Array(3 * column.length)
  for (let row = 0; row < rows; row += 1) {
    for (let arc = problem.start[row]!; arc < problem.start[row + 1]!; arc += 1) {
      const to = column[arc]!
      const at = 3 * next[to]!
      next[to]! += 1
      packed[at] = row
      packed[at + 1] = cost[arc]!
      packed[at + 2] = arc
    }
  }
  return { start, packed }
}
