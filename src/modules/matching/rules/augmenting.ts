/** Rows on arcs: who sits in each column as lists linked both ways, and the way found to the end of a search. */
export interface Linked {
  arcs: Int32Array
  used: Int32Array
  first: Int32Array
  after: Int32Array
  before: Int32Array
  /** The row through which a column was reached, and the arc. */
  viaRow: Int32Array
  viaArc: Int32Array
}

/** Nobody sits anywhere. */
export function emptyLinked(rows: number, columns: number): Linked {
  return {
    arcs: new Int32Array(rows).fill(-1),
    used: new Int32Array(columns),
    first: new Int32Array(columns).fill(-1),
    after: new Int32Array(rows).fill(-1),
    before: new Int32Array(rows).fill(-1),
    viaRow: new Int32Array(columns),
    viaArc: new Int32Array(columns),
  }
}

/** Puts a row on an arc. */
export function link(column: Int32Array, linked: Linked, row: number, arc: number): void {
  const to = column[arc]!
  const head = linked.first[to]!
  linked.arcs[row] = arc
  linked.after[row] = head
  linked.before[row] = -1
  if (head !== -1) linked.before[head] = row
  linked.first[to] = row
  linked.used[to]! += 1
}

/** Takes a row off its arc. */
function unlink(column: Int32Array, linked: Linked, row: number): void {
  const from = column[linked.arcs[row]!]!
  const next = linked.after[row]!
  const previous = linked.before[row]!
  if (previous === -1) linked.first[from] = next
  else linked.after[previous] = next
  if (next !== -1) linked.before[next] = previous
  linked.used[from]! -= 1
  linked.arcs[row] = -1
}

/** Moves everybody along the way found, which ends in a column, or (column -1) with a row that goes outside. */
export function shift(
  column: Int32Array,
  linked: Linked,
  { endColumn, endRow }: { endColumn: number; endRow: number },
  source: number,
): void {
  let into = endColumn
  if (into === -1) {
    if (endRow === source) return
    into = column[linked.arcs[endRow]!]!
    unlink(column, linked, endRow)
  }
  for (;;) {
    const row = linked.viaRow[into]!
    const arc = linked.viaArc[into]!
    const from = row === source ? -1 : column[linked.arcs[row]!]!
    if (from !== -1) unlink(column, linked, row)
    link(column, linked, row, arc)
    if (from === -1) return
    into = from
  }
}
