import { sortArcsOfRow } from './arcs-in-order.ts'
import { emptyLinked, link, type Linked, shift } from './augmenting.ts'
import { type Assignment, type AssignmentProblem, outside } from './assignment.ts'

/**
 * Successive shortest augmenting paths with prices (Jonker and Volgenant 1987, here for capacities, sparse
 * arcs and an outside option): each row in turn finds the cheapest way to push others on. Gives
 * null when more than `mostScans` arcs were looked at.
 */
export function assignByPaths(
  problem: AssignmentProblem,
  mostScans = Number.POSITIVE_INFINITY,
): Assignment | null {
  const state = emptyState(problem)
  const waiting = assignGreedily(problem, state)
  for (const row of waiting) {
    augment(problem, state, row)
    if (state.scans > mostScans) return null
  }
  const { arcs, prices, scans } = state
  return { arcs, prices, algorithm: 'paths', scans }
}

/** The state of the search, beside what is assigned. */
interface PathState extends Linked {
  prices: Float64Array
  distance: Float64Array
  heap: Int32Array
  heapAt: Int32Array
  touched: Int32Array
  scans: number
  /** Each row's arcs with the cheapest first, as cost, column and arc; made when the row is first looked at. */
  sorted: Int32Array
  isSorted: Uint8Array
}

function emptyState({ rows, columns, cost }: AssignmentProblem): PathState {
  return {
    ...emptyLinked(rows, columns),
    prices: new Float64Array(columns),
    distance: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    heap: new Int32Array(columns),
    heapAt: new Int32Array(columns).fill(-1),
    touched: new Int32Array(columns),
    scans: 0,
    sorted: new Int32Array(3 * cost.length),
    isSorted: new Uint8Array(rows),
  }
}

/** Gives rows their cheapest arc while there is room, as long as nothing has a price; gives the rows that wait. */
function assignGreedily(problem: AssignmentProblem, state: PathState): number[] {
  const { rows, start, column, cost, capacity, outsideCost } = problem
  const { used } = state
  const waiting: number[] = []
  for (let row = 0; row < rows; row += 1) {
    let least = outsideCost
    let best = outside
    for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
      if (cost[arc]! >= least) continue
      least = cost[arc]!
      best = arc
    }
    if (best === outside) continue
    if (used[column[best]!]! < capacity[column[best]!]!) link(column, state, row, best)
    else waiting.push(row)
  }
  state.scans += start[rows]!
  return waiting
}

/** Dijkstra from one waiting row to the nearest column with room, or to a row that is better left outside. */
function augment(problem: AssignmentProblem, state: PathState, row: number): void {
  const { outsideCost } = problem
  const { prices, distance, heapAt, touched } = state
  const search = { size: 0, touched: 0, end: outsideCost, endRow: row, endColumn: -1 }
  relax(problem, state, search, row, 0, outside)
  let settled = 0
  while (search.size > 0) {
    const nearest = state.heap[0]!
    const reach = distance[nearest]!
    if (reach >= search.end) break
    popNearest(state, search)
    settled += 1
    for (let held = state.first[nearest]!; held !== -1; held = state.after[held]!) {
      const arc = state.arcs[held]!
      // What the row would pay in all if it moved on from here, less what it pays now.
      const base = reach - (problem.cost[arc]! + prices[nearest]!)
      if (base + outsideCost < search.end) {
        search.end = base + outsideCost
        search.endRow = held
        search.endColumn = -1
      }
      relax(problem, state, search, held, base, arc)
    }
  }
  shift(problem.column, state, search, row)
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

function relax(
  problem: AssignmentProblem,
  state: PathState,
  search: Search,
  row: number,
  base: number,
  own: number,
): void {
  if (state.isSorted[row] === 0) {
    sortArcsOfRow(problem, state.sorted, row)
    state.isSorted[row] = 1
  }
  const { sorted, prices, distance } = state
  const from = 3 * problem.start[row]!
  const last = 3 * problem.start[row + 1]!
  let at = from
  for (; at < last; at += 3) {
    const spent = base + sorted[at]!
    if (spent >= search.end) break
    const to = sorted[at + 1]!
    const reach = spent + prices[to]!
    if (reach >= distance[to]! || reach >= search.end) continue
    const arc = sorted[at + 2]!
    if (arc !== own) reachColumn(problem, state, search, row, arc, to, reach)
  }
  state.scans += (at - from) / 3
}

function reachColumn(
  { capacity }: AssignmentProblem,
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
  if (state.used[to]! < capacity[to]!) {
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
