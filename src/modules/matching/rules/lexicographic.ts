import { emptyLinked, link, type Linked, shift } from './augmenting.ts'

/**
 * An assignment whose costs are compared component by component, the heaviest first: one unit of a component
 * outweighs any number of the next. `kind` gives each arc's cost as a row of `kinds` (`depth` whole numbers),
 * `outsideKind` the cost of leaving each row outside. Sums stay far below 2⁵³, so they are exact.
 */
export interface LexicographicProblem {
  rows: number
  columns: number
  start: Int32Array
  column: Int32Array
  kind: Int32Array
  outsideKind: Int32Array
  kinds: Float64Array
  depth: number
  capacity: Int32Array
}

/** The arc of each row or -1, and a price for each column, `depth` numbers each, that proves it the least. */
export interface LexicographicAssignment {
  arcs: Int32Array
  prices: Float64Array
}

/**
 * Successive shortest augmenting paths over an ordered group instead of numbers: linear programming duality needs
 * addition and order alone, so the prices prove the result as they do for plain costs. Exact, and without
 * the powers of the number of rows by which such costs are often written as one number.
 */
export function assignLexicographic(problem: LexicographicProblem): LexicographicAssignment {
  const state = emptyState(problem)
  for (let row = 0; row < problem.rows; row += 1) {
    if (!takeFree(problem, state, row)) augment(problem, state, row)
  }
  return { arcs: state.arcs, prices: state.prices }
}

/** Vectors stand one behind the other, `depth` numbers each. */
interface State extends Linked {
  prices: Float64Array
  distance: Float64Array
  isReached: Uint8Array
  touched: Int32Array
  heap: Int32Array
  heapAt: Int32Array
  zero: Float64Array
  base: Float64Array
  reach: Float64Array
  end: Float64Array
}

interface Search {
  size: number
  touched: number
  endRow: number
  endColumn: number
}

function emptyState({ rows, columns, depth }: LexicographicProblem): State {
  return {
    ...emptyLinked(rows, columns),
    prices: new Float64Array(columns * depth),
    distance: new Float64Array(columns * depth),
    isReached: new Uint8Array(columns),
    touched: new Int32Array(columns),
    heap: new Int32Array(columns),
    heapAt: new Int32Array(columns).fill(-1),
    zero: new Float64Array(depth),
    base: new Float64Array(depth),
    reach: new Float64Array(depth),
    end: new Float64Array(depth),
  }
}

/** Gives a row its best arc where that has room and is as good as any at the present prices. */
function takeFree(problem: LexicographicProblem, state: State, row: number): boolean {
  const { start, column, kind, kinds, depth, capacity, outsideKind } = problem
  const { reach, end, prices, used } = state
  sum(end, kinds, outsideKind[row]! * depth, state.zero, 0, depth)
  let best = -1
  for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
    sum(reach, kinds, kind[arc]! * depth, prices, column[arc]! * depth, depth)
    const order = compare(reach, 0, end, 0, depth)
    if (order > 0 || (order === 0 && best !== -1)) continue
    best = arc
    end.set(reach)
  }
  if (best === -1) return true
  if (used[column[best]!]! >= capacity[column[best]!]!) return false
  link(column, state, row, best)
  return true
}

/** Dijkstra from one row to the nearest column with room, or to a row that is better left outside. */
function augment(problem: LexicographicProblem, state: State, row: number): void {
  const { kinds, kind, depth, outsideKind } = problem
  const { prices, distance, base, reach, end, heap } = state
  const search = { size: 0, touched: 0, endRow: row, endColumn: -1 }
  sum(end, kinds, outsideKind[row]! * depth, state.zero, 0, depth)
  base.fill(0)
  relax(problem, state, search, row)
  while (search.size > 0) {
    const nearest = heap[0]!
    if (compare(distance, nearest * depth, end, 0, depth) >= 0) break
    popNearest(state, search, depth)
    for (let held = state.first[nearest]!; held !== -1; held = state.after[held]!) {
      const own = kind[state.arcs[held]!]! * depth
      for (let at = 0; at < depth; at += 1) {
        base[at] =
          distance[nearest * depth + at]! - kinds[own + at]! - prices[nearest * depth + at]!
      }
      sum(reach, base, 0, kinds, outsideKind[held]! * depth, depth)
      if (compare(reach, 0, end, 0, depth) < 0) {
        end.set(reach)
        search.endRow = held
        search.endColumn = -1
      }
      relax(problem, state, search, held)
    }
  }
  shift(problem.column, state, search, row)
  raisePrices(state, search, depth)
}

/** Columns nearer than the end of the way rise by what they are nearer. */
function raisePrices(state: State, search: Search, depth: number): void {
  const { touched, distance, end, prices, isReached, heapAt } = state
  for (let each = 0; each < search.touched; each += 1) {
    const from = touched[each]! * depth
    if (compare(distance, from, end, 0, depth) < 0) {
      for (let at = 0; at < depth; at += 1) prices[from + at]! += end[at]! - distance[from + at]!
    }
    isReached[touched[each]!] = 0
    heapAt[touched[each]!] = -1
  }
}

/** Follows the arcs of a row from `state.base` on. */
function relax(problem: LexicographicProblem, state: State, search: Search, row: number): void {
  const { start, column, kind, kinds, depth, capacity } = problem
  const { base, reach, end, distance, prices, isReached } = state
  for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
    const to = column[arc]!
    if (arc === state.arcs[row]) continue
    for (let at = 0; at < depth; at += 1) {
      reach[at] = base[at]! + kinds[kind[arc]! * depth + at]! + prices[to * depth + at]!
    }
    if (compare(reach, 0, end, 0, depth) >= 0) continue
    if (isReached[to] === 1 && compare(reach, 0, distance, to * depth, depth) >= 0) continue
    if (isReached[to] === 0) {
      isReached[to] = 1
      state.touched[search.touched++] = to
    }
    for (let at = 0; at < depth; at += 1) distance[to * depth + at] = reach[at]!
    state.viaRow[to] = row
    state.viaArc[to] = arc
    if (state.used[to]! < capacity[to]!) {
      end.set(reach)
      search.endColumn = to
    } else raise(state, search, to, depth)
  }
}

function sum(
  into: Float64Array,
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  depth: number,
): void {
  for (let at = 0; at < depth; at += 1) into[at] = a[atA + at]! + b[atB + at]!
}

/** Less than, equal to or greater than zero, as the first vector is before, equal to or behind the second. */
function compare(
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  depth: number,
): number {
  for (let at = 0; at < depth; at += 1) {
    const difference = a[atA + at]! - b[atB + at]!
    if (difference !== 0) return difference
  }
  return 0
}

function raise({ heap, heapAt, distance }: State, search: Search, column: number, depth: number) {
  let at = heapAt[column]!
  if (at === -1) at = search.size++
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]!
    if (compare(distance, above * depth, distance, column * depth, depth) <= 0) break
    heap[at] = above
    heapAt[above] = at
    at = parent
  }
  heap[at] = column
  heapAt[column] = at
}

function popNearest({ heap, heapAt, distance }: State, search: Search, depth: number): void {
  const before = (a: number, b: number) =>
    compare(distance, a * depth, distance, b * depth, depth) < 0
  heapAt[heap[0]!] = -1
  search.size -= 1
  const { size } = search
  if (size === 0) return
  const last = heap[size]!
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child += 1
    const below = heap[child]!
    if (!before(below, last)) break
    heap[at] = below
    heapAt[below] = at
    at = child
  }
  heap[at] = last
  heapAt[last] = at
}
