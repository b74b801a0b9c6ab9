// Written apart from the solver, and knows nothing of it.
import type { LexicographicProblem } from '../rules/lexicographic.ts'

/** What an assignment costs in all, component by component, and the bound that its prices prove. */
export interface LexicographicFindings {
  cost: number[]
  /** Σu − Σcapacity·price, with u the least of outside and cost + price of a row, in the order of the components. */
  bound: number[]
  /** Rows on arcs that are not theirs, columns above their capacity, prices below zero or too large to be exact. */
  faults: number
  certified: boolean
}

/** Numbers up to here are added up exactly, however many people and seats there are. */
const exact = Number.MAX_SAFE_INTEGER

/**
 * Checks an assignment and its prices by weak duality, which holds in every ordered group: no assignment costs less
 * than the bound. One pass over the arcs.
 */
export function checkLexicographic(
  problem: LexicographicProblem,
  arcs: Int32Array,
  prices: readonly (readonly number[])[],
): LexicographicFindings {
  const { rows, columns, start, column, capacity, depth } = problem
  const vector = (kind: number) =>
    Array.from(problem.kinds.subarray(kind * depth, kind * depth + depth))
  const add = (a: readonly number[], b: readonly number[], times = 1) =>
    a.map((each, at) => each + times * b[at]!)
  const isLess = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((each, index) => each !== b[index])
    return at >= 0 && a[at]! < b[at]!
  }
  const zero = Array.from({ length: depth }, () => 0)
  const kinds = Array.from({ length: problem.kinds.length / depth }, (_, kind) => vector(kind))
  const most = exact / 4 / (rows + columns + capacity.reduce((all, seats) => all + seats, 1))
  const faultyPrices = prices.filter(
    (price) =>
      price.length !== depth ||
      price.some((each) => !Number.isInteger(each) || Math.abs(each) > most) ||
      isLess(price, zero),
  )
  if (faultyPrices.length > 0 || prices.length !== columns) {
    return { cost: zero, bound: zero, faults: faultyPrices.length + 1, certified: false }
  }
  const used = new Int32Array(columns)
  let faults = 0
  let cost = zero
  let bound = zero
  for (let row = 0; row < rows; row += 1) {
    const arc = arcs[row]!
    const outside = kinds[problem.outsideKind[row]!]!
    if (arc === -1) cost = add(cost, outside)
    else if (arc >= start[row]! && arc < start[row + 1]!) {
      cost = add(cost, kinds[problem.kind[arc]!]!)
      used[column[arc]!]! += 1
    } else faults += 1
    let least = outside
    for (let each = start[row]!; each < start[row + 1]!; each += 1) {
      const value = add(kinds[problem.kind[each]!]!, prices[column[each]!]!)
      if (isLess(value, least)) least = value
    }
    bound = add(bound, least)
  }
  for (let each = 0; each < columns; each += 1) {
    if (used[each]! > capacity[each]!) faults += 1
    bound = add(bound, prices[each]!, -capacity[each]!)
  }
  const certified = faults === 0 && cost.every((each, at) => each === bound[at])
  return { cost, bound, faults, certified }
}
