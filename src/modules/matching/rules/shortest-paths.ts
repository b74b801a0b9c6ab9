import { type Assignment, type AssignmentProblem, outside } from './assignment.ts'
import { bidFirst, type FirstBids } from './first-bids.ts'
import { hasRoom, putIn, takeOut } from './seats.ts'

/**
 * Successive shortest augmenting paths with prices (Jonker and Volgenant 1987, here for capacities, sparse
 * arcs and an outside option): after first bids each row that still waits finds the cheapest way to push others
 * on. Gives null when more than `mostScans` arcs were looked at.
 */
export function assignByPaths(
  problem: AssignmentProblem,
  mostScans = Number.POSITIVE_INFINITY,
): Assignment | null {
  const first = bidFirst(problem)
  const state = stateAfter(problem, first)
  for (const row of first.waiting) {
    augment(problem, state, row)
    if (state.scans > mostScans) return null
  }
  const { arcs, prices, scans } = state
  return { arcs, prices, algorithm: 'paths', scans }
}

/**
 * The state of the search, beside what is assigned. `seats.bids` says up to which price of its column a row would
 * stay, at least: it need not be looked at before.
 */
interface PathState extends Omit<FirstBids, 'waiting'> {
  distance: Float64Array
  heap: Int32Array
  heapAt: Int32Array
  touched: Int32Array
  /** The row through which a column was reached, and the arc. */
  viaRow: Int32Array
  viaArc: Int32Array
}

function stateAfter({ columns }: AssignmentProblem, first: FirstBids): PathState {
  const { seats, arcs, prices, scans } = first
  return {
    seats,
    arcs,
    prices,
    scans,
    distance: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    heap: new Int32Array(columns),
    heapAt: new Int32Array(columns).fill(-1),
    touched: new Int32Array(columns),
    viaRow: new Int32Array(columns),
    viaArc: new Int32Array(columns),
  }
}

/** Dijkstra from one waiting row to the nearest column with room, or to a row that is better left outside. */
function augment(problem: AssignmentProblem, state: PathState, row: number): void {
  const { outsideCost } = problem
  const { prices, distance, heapAt, touched, seats } = state
  const { bids, heap } = seats
  const search = { size: 0, touched: 0, end: outsideCost, endRow: row, endColumn: -1 }
  relax(problem, state, search, row, 0, outside)
  while (search.size > 0) {
    const nearest = state.heap[0]!
    const reach = distance[nearest]!
    if (reach >= search.end) break
    popNearest(state, search)
    const level = reach - prices[nearest]!
    const from = seats.start[nearest]!
    const until = from + seats.used[nearest]!
    for (let at = from; at < until; at += 1) {
      const held = heap[at]!
      if (level + bids[held]! >= search.end) continue
      const arc = state.arcs[held]!
      // What the row would pay in all if it moved on from here, less what it pays now.
      const base = level - problem.cost[arc]!
      if (base + outsideCost < search.end) {
        search.end = base + outsideCost
        search.endRow = held
        search.endColumn = -1
      }
      relax(problem, state, search, held, base, arc)
    }
  }
  shift(problem, state, search, row)
  for (let at = 0; at < search.touched; at += 1) {
    const each = touched[at]!
    if (distance[each]! < search.end) prices[each]! += search.end - distance[each]!
    distance[each] = Number.POSITIVE_INFINITY
    heapAt[each] = -1
  }
}

interface Search {
  size: number
  touched: number
  /** The length of the shortest way found so far, and where it ends: in a column, or with a row left outside. */
  end: number
  endRow: number
  endColumn: number
}

/** Moves everybody along the way found; of who moved nothing is known yet about how far the price may rise. */
function shift(
  { column }: AssignmentProblem,
  { seats, arcs, viaRow, viaArc }: PathState,
  { endColumn, endRow }: Search,
  source: number,
): void {
  let into = endColumn
  if (into === -1) {
    if (endRow === source) return
    into = column[arcs[endRow]!]!
    takeOut(seats, into, endRow)
    arcs[endRow] = outside
  }
  for (;;) {
    const row = viaRow[into]!
    const from = row === source ? -1 : column[arcs[row]!]!
    if (from !== -1) takeOut(seats, from, row)
    putIn(seats, into, row)
    arcs[row] = viaArc[into]!
    seats.bids[row] = Number.NEGATIVE_INFINITY
    if (from === -1) return
    into = from
  }
}

/** Looks at all arcs of a row that could lead on, and remembers what the best of them is worth. */
function relax(
  problem: AssignmentProblem,
  state: PathState,
  search: Search,
  row: number,
  base: number,
  own: number,
): void {
  const { start, column, cost } = problem
  const { prices, distance } = state
  const from = start[row]!
  const last = start[row + 1]!
  let least = problem.outsideCost
  for (let arc = from; arc < last; arc += 1) {
    const alone = cost[arc]!
    if ((alone >= least && base + alone >= search.end) || arc === own) continue
    const to = column[arc]!
    const value = alone + prices[to]!
    if (value < least) least = value
    const reach = base + value
    if (reach >= distance[to]! || reach >= search.end) continue
    reachColumn(state, search, row, arc, to, reach)
  }
  if (own !== outside) state.seats.bids[row] = least - cost[own]!
  state.scans += last - from
}

function reachColumn(
  state: PathState,
  search: Search,
  row: number,
  arc: number,
  to: number,
  reach: number,
): void {
  const { distance } = state
  if (distance[to] === Number.POSITIVE_INFINITY) state.touched[search.touched++] = to
  distance[to] = reach
  state.viaRow[to] = row
  state.viaArc[to] = arc
  if (hasRoom(state.seats, to)) {
    search.end = reach
    search.endColumn = to
  } else raise(state, search, to)
}

function raise({ heap, heapAt, distance }: PathState, search: Search, column: number): void {
  let at = heapAt[column]!
  if (at === -1) {
    at = search.size
    search.size += 1
  }
  const reach = distance[column]!
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]!
    if (distance[above]! <= reach) break
    heap[at] = above
    heapAt[above] = at
    at = parent
  }
  heap[at] = column
  heapAt[column] = at
}

function popNearest({ heap, heapAt, distance }: PathState, search: Search): void {
  heapAt[heap[0]!] = -2
  search.size -= 1
  const { size } = search
  if (size === 0) return
  const last = heap[size]!
  const reach = distance[last]!
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && distance[heap[child + 1]!]! < distance[heap[child]!]!) child += 1
    const below = heap[child]!
    if (distance[below]! >= reach) break
    heap[at] = below
    heapAt[below] = at
    at = child
  }
  heap[at] = last
  heapAt[last] = at
}
