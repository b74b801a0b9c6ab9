/** Who sits in each column, the lowest bid first out: one heap a column in one array. */
export interface Seats {
  /** Where each column's seats begin; `start[column + 1] - start[column]` is their number. */
  start: Int32Array
  heap: Int32Array
  used: Int32Array
  /** Where in its column's heap a row sits. */
  at: Int32Array
  /** What a row bid for its seat. */
  bids: Float64Array
}

/** Empty seats: as many as a column has capacity, or arcs where these are fewer. */
export function emptySeats(rows: number, capacity: Int32Array, arcsStart: Int32Array): Seats {
  const columns = capacity.length
  const start = new Int32Array(columns + 1)
  for (let column = 0; column < columns; column += 1) {
    const arcs = arcsStart[column + 1]! - arcsStart[column]!
    start[column + 1] = start[column]! + Math.min(capacity[column]!, arcs)
  }
  return {
    start,
    heap: new Int32Array(start[columns]!),
    used: new Int32Array(columns),
    at: new Int32Array(rows),
    bids: new Float64Array(rows),
  }
}

/** Whether a column has a seat that nobody holds. */
export function hasRoom({ start, used }: Seats, column: number): boolean {
  return used[column]! < start[column + 1]! - start[column]!
}

/** Seats a row in a column that has room. */
export function seat(seats: Seats, column: number, row: number): void {
  rise(seats, seats.start[column]!, seats.used[column]!, row)
  seats.used[column]! += 1
}

/** Seats a row in a full column in place of the lowest bid, and gives whose that was. */
export function replaceLowest(seats: Seats, column: number, row: number): number {
  const root = seats.start[column]!
  const out = seats.heap[root]!
  sink(seats, root, seats.used[column]!, 0, row)
  return out
}

/** Takes a row out of its column. */
export function leave(seats: Seats, column: number, row: number): void {
  const root = seats.start[column]!
  const size = seats.used[column]! - 1
  seats.used[column] = size
  const last = seats.heap[root + size]!
  if (last === row) return
  const place = seats.at[row]!
  sink(seats, root, size, place, last)
  if (seats.at[last] === place) rise(seats, root, place, last)
}

/** Seats a row where the order of bids does not matter any more. */
export function putIn({ start, heap, used, at }: Seats, column: number, row: number): void {
  at[row] = used[column]!
  heap[start[column]! + used[column]!] = row
  used[column]! += 1
}

/** Takes a row out where the order of bids does not matter any more. */
export function takeOut({ start, heap, used, at }: Seats, column: number, row: number): void {
  used[column]! -= 1
  const last = heap[start[column]! + used[column]!]!
  heap[start[column]! + at[row]!] = last
  at[last] = at[row]!
}

function rise({ heap, at, bids }: Seats, root: number, from: number, row: number): void {
  const bid = bids[row]!
  let place = from
  while (place > 0) {
    const parent = (place - 1) >> 1
    const above = heap[root + parent]!
    if (bids[above]! <= bid) break
    heap[root + place] = above
    at[above] = place
    place = parent
  }
  heap[root + place] = row
  at[row] = place
}

function sink({ heap, at, bids }: Seats, root: number, size: number, from: number, row: number) {
  const bid = bids[row]!
  let place = from
  for (;;) {
    let child = 2 * place + 1
    if (child >= size) break
    if (child + 1 < size && bids[heap[root + child + 1]!]! < bids[heap[root + child]!]!) child += 1
    const below = heap[root + child]!
    if (bids[below]! >= bid) break
    heap[root + place] = below
    at[below] = place
    place = child
  }
  heap[root + place] = row
  at[row] = place
}
