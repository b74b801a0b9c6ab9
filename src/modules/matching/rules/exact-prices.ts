import type { ArcsOfColumns } from './arcs-in-order.ts'
import { type AssignmentProblem, outside } from './assignment.ts'

/** How far above the given prices the search begins, and how far below it gives up. */
const above = 2
const below = 4

/**
 * Whole prices that prove an assignment to be the cheapest, near the prices given, or null where none
 * are found. Beginning above, prices fall until no row would rather have another arc (shortest
 * distances in the residual graph, by Bellman and Ford); an assignment that is not the cheapest makes
 * them fall without end, so the search gives up soon.
 */
export function exactPrices(
  problem: AssignmentProblem,
  arcs: Int32Array,
  near: Float64Array,
  byColumn: ArcsOfColumns,
): Float64Array | null {
  const { columns, column, cost } = problem
  const used = new Int32Array(columns)
  for (const arc of arcs) if (arc !== outside) used[column[arc]!]! += 1
  const prices = near.map((price, each) => {
    // Nobody gets into a closed column: any price is true of it, and this one keeps everybody away.
    if (problem.capacity[each] === 0) return problem.outsideCost
    return used[each]! < problem.capacity[each]! ? 0 : Math.ceil(price) + above
  })
  const falls = startFalls(prices)
  if (!settleOnce(problem, arcs, falls)) return null
  for (let work = 8 * column.length; falls.waiting > 0;) {
    const fell = nextFall(falls)
    const end = 3 * byColumn.start[fell + 1]!
    for (let at = 3 * byColumn.start[fell]!; at < end; at += 3) {
      const own = arcs[byColumn.packed[at]!]!
      if (own === outside || own === byColumn.packed[at + 2]) continue
      const most = byColumn.packed[at + 1]! + prices[fell]! - cost[own]!
      const to = column[own]!
      if (most < prices[to]! && !fall(falls, to, most)) return null
    }
    work -= byColumn.start[fell + 1]! - byColumn.start[fell]!
    if (work < 0) return null
  }
  return proves(problem, arcs, prices) ? prices : null
}

/** Columns whose price fell and whose suitors have not been asked yet: a queue in a ring. */
interface Falls {
  prices: Float64Array
  least: Float64Array
  queue: Int32Array
  isQueued: Uint8Array
  first: number
  waiting: number
}

function startFalls(prices: Float64Array): Falls {
  return {
    prices,
    least: prices.map((price) => Math.max(0, price - above - below)),
    queue: new Int32Array(prices.length),
    isQueued: new Uint8Array(prices.length),
    first: 0,
    waiting: 0,
  }
}

/** Lowers a price; false where it would fall too far. */
function fall(falls: Falls, column: number, price: number): boolean {
  if (price < falls.least[column]!) return false
  falls.prices[column] = price
  if (falls.isQueued[column] === 1) return true
  falls.isQueued[column] = 1
  falls.queue[(falls.first + falls.waiting) % falls.queue.length] = column
  falls.waiting += 1
  return true
}

function nextFall(falls: Falls): number {
  const column = falls.queue[falls.first]!
  falls.first = (falls.first + 1) % falls.queue.length
  falls.waiting -= 1
  falls.isQueued[column] = 0
  return column
}

/** Looks at every row once; what falls later is followed from the columns. */
function settleOnce(problem: AssignmentProblem, arcs: Int32Array, falls: Falls): boolean {
  const { rows, start, column, cost, outsideCost } = problem
  const { prices } = falls
  for (let row = 0; row < rows; row += 1) {
    const own = arcs[row]!
    if (own === outside) continue
    let level = outsideCost
    for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
      const value = cost[arc]! + prices[column[arc]!]!
      if (arc !== own && value < level) level = value
    }
    const to = column[own]!
    if (level - cost[own]! < prices[to]! && !fall(falls, to, level - cost[own]!)) return false
  }
  return true
}

function proves(problem: AssignmentProblem, arcs: Int32Array, prices: Float64Array): boolean {
  const { rows, columns, start, column, cost, capacity, outsideCost } = problem
  let difference = 0
  for (let row = 0; row < rows; row += 1) {
    const own = arcs[row]!
    let level = outsideCost
    for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
      level = Math.min(level, cost[arc]! + prices[column[arc]!]!)
    }
    difference += (own === outside ? outsideCost : cost[own]!) - level
  }
  for (let each = 0; each < columns; each += 1) difference += capacity[each]! * prices[each]!
  return difference === 0
}
