/**
 * Who is given to whom at the least cost: rows (students, papers) to columns (mentors, reviewers) with
 * capacities, along the arcs that exist, or to nobody at `outsideCost`. The arcs of row `r` are
 * `start[r] … start[r + 1]`; costs are whole numbers from 0 to 2³⁰. A forbidden pair has no arc.
 */
export interface AssignmentProblem {
  rows: number
  columns: number
  start: Int32Array
  column: Int32Array
  cost: Int32Array
  capacity: Int32Array
  outsideCost: number
}

/** An arc of nobody: the row stays outside. */
export const outside = -1

/**
 * An assignment with the prices that prove it: `arcs` gives each row's arc or `outside`; `prices` are
 * zero or more and zero where a column has room. With `u = min(outsideCost, cost + price)` over the
 * row's arcs, Σu − Σcapacity·price is a bound that no assignment goes below, and it is met.
 */
export interface Assignment {
  arcs: Int32Array
  prices: Float64Array
  algorithm: 'paths' | 'auction'
  /** Arcs that were looked at: the measure of work that does not depend on the machine. */
  scans: number
}
