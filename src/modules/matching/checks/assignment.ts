// Written apart from the solvers, and knows nothing of them.
import type { AssignmentProblem } from '../rules/assignment.ts'

/** What an assignment costs, and the bound that its prices prove. */
export interface AssignmentFindings {
  cost: number
  /** Σu − Σcapacity·price: no assignment costs less (weak duality of linear programming). */
  bound: number
  outside: number
  /** Columns above their capacity, rows on arcs that are not theirs, prices below zero. */
  faults: number
  /** Sound, and the bound is met: there is no cheaper assignment. */
  certified: boolean
}

/** Checks an assignment and its prices by definition; one pass over the arcs. */
export function checkAssignment(
  problem: AssignmentProblem,
  arcs: Int32Array,
  prices: Float64Array,
): AssignmentFindings {
  const { rows, columns, start, column, cost, capacity, outsideCost } = problem
  const used = new Int32Array(columns)
  const found = { cost: 0, bound: 0, outside: 0, faults: 0 }
  for (let row = 0; row < rows; row += 1) {
    const arc = arcs[row]!
    if (arc === -1) {
      found.outside += 1
      found.cost += outsideCost
    } else if (arc >= start[row]! && arc < start[row + 1]!) {
      found.cost += cost[arc]!
      used[column[arc]!]! += 1
    } else found.faults += 1
    let least = outsideCost
    for (let each = start[row]!; each < start[row + 1]!; each += 1) {
      least = Math.min(least, cost[each]! + prices[column[each]!]!)
    }
    found.bound += least
  }
  for (let each = 0; each < columns; each += 1) {
    if (used[each]! > capacity[each]!) found.faults += 1
    if (!(prices[each]! >= 0)) found.faults += 1
    found.bound -= capacity[each]! * prices[each]!
  }
  return { ...found, certified: found.faults === 0 && found.cost === found.bound }
}
