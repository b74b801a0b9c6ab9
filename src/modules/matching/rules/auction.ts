import { type ArcsOfColumns, arcsOfColumns, sortArcsOfRow } from './arcs-in-order.ts'
import { type Assignment, type AssignmentProblem, outside } from './assignment.ts'
import { exactPrices } from './exact-prices.ts'
import { emptySeats, hasRoom, leave, replaceLowest, seat, type Seats } from './seats.ts'

/** The first step is the cost of staying outside divided by this; each further one is smaller by `factor`. */
const firstPart = 2
const factor = 5

/**
 * Forward and reverse auction with shrinking steps (Bertsekas 1988; Bertsekas and Castañon 1992 for columns
 * that may stay empty), for columns of several like seats: rows bid for their cheapest column up to the
 * second cheapest, then columns with room lower their price until somebody comes. Ends as soon as
 * whole prices prove the result; with a step below 1 / (rows + 1) it is the cheapest.
 */
export function assignByAuction(problem: AssignmentProblem): Assignment {
  const { rows, columns, outsideCost } = problem
  const byColumn = arcsOfColumns(problem)
  const sorted = new Int32Array(3 * problem.cost.length)
  for (let row = 0; row < rows; row += 1) sortArcsOfRow(problem, sorted, row)
  const market: Market = {
    problem,
    sorted,
    byColumn,
    seats: emptySeats(rows, problem.capacity, byColumn.start),
    arcs: new Int32Array(rows).fill(outside),
    floor: new Float64Array(columns),
    scans: 0,
  }
  const last = 1 / (rows + 1)
  for (let step = Math.max(1, outsideCost / firstPart); ; step = Math.max(last, step / factor)) {
    bidForward(market, step)
    lowerEmpty(market, step)
    const near = Float64Array.from({ length: columns }, (_, column) => priceOf(market, column))
    const prices = step < 1 ? exactPrices(problem, market.arcs, near, byColumn) : null
    if (prices) return { arcs: market.arcs, prices, algorithm: 'auction', scans: market.scans }
    if (step === last) throw new Error('the auction ended without a proof')
    emptyAll(market, near)
  }
}

interface Market {
  problem: AssignmentProblem
  sorted: Int32Array
  byColumn: ArcsOfColumns
  seats: Seats
  arcs: Int32Array
  /** The price of seats that nobody holds. */
  floor: Float64Array
  scans: number
}

/** What a row must outbid: the price of a free seat, or the lowest bid of a full column. */
function priceOf({ seats, floor }: Market, column: number): number {
  if (seats.start[column] === seats.start[column + 1]) return floor[column]!
  return hasRoom(seats, column) ? floor[column]! : seats.bids[seats.heap[seats.start[column]!]!]!
}

function emptyAll(market: Market, prices: Float64Array): void {
  market.floor.set(prices)
  market.seats.used.fill(0)
  market.arcs.fill(outside)
}

function bidForward(market: Market, step: number): void {
  const { problem, sorted, seats, arcs } = market
  const { rows, columns, start, outsideCost } = problem
  const prices = Float64Array.from({ length: columns }, (_, column) =>
    seats.start[column] === seats.start[column + 1] ? Infinity : priceOf(market, column),
  )
  for (let first = 0; first < rows; first += 1) {
    for (let row = first; row !== -1;) {
      let least = outsideCost
      let second = outsideCost
      let best = -1
      const from = 3 * start[row]!
      const end = 3 * start[row + 1]!
      let at = from
      for (; at < end && sorted[at]! < second; at += 3) {
        const value = sorted[at]! + prices[sorted[at + 1]!]!
        if (value >= second) continue
        if (value < least) {
          second = least
          least = value
          best = at
        } else second = value
      }
      market.scans += (at - from) / 3
      if (best === -1) break
      arcs[row] = sorted[best + 2]!
      row = takeSeat(market, prices, row, sorted[best + 1]!, second - sorted[best]! + step)
    }
  }
}

/** Gives whom the bid put out, or -1. */
function takeSeat(
  { seats, arcs }: Market,
  prices: Float64Array,
  row: number,
  column: number,
  bid: number,
): number {
  seats.bids[row] = bid
  let out = -1
  if (hasRoom(seats, column)) seat(seats, column, row)
  else {
    out = replaceLowest(seats, column, row)
    arcs[out] = outside
  }
  if (!hasRoom(seats, column)) prices[column] = seats.bids[seats.heap[seats.start[column]!]!]!
  return out
}

/** Columns with room and a price look for whom they suit best, at the price that still suits them; else it falls to zero. */
function lowerEmpty(market: Market, step: number): void {
  const { problem, seats, floor } = market
  const queue: number[] = []
  const hasPricedRoom = (column: number) => hasRoom(seats, column) && floor[column]! > 0
  for (let column = 0; column < problem.columns; column += 1) {
    if (hasPricedRoom(column)) queue.push(column)
  }
  if (queue.length === 0) return
  const levels = new Float64Array(problem.rows).fill(problem.outsideCost)
  for (let column = 0; column < problem.columns; column += 1) setLevels(market, levels, column)
  for (let column = queue.pop(); column !== undefined; column = queue.pop()) {
    while (hasPricedRoom(column)) {
      const left = invite(market, levels, column, step)
      if (left !== -1) queue.push(left)
    }
  }
}

/** Invites the row that gains most; gives the column that it left, or -1. */
function invite(market: Market, levels: Float64Array, column: number, step: number): number {
  const { problem, byColumn, seats, arcs, floor } = market
  const { packed } = byColumn
  let best = -Infinity
  let second = -Infinity
  let bestAt = -1
  const end = 3 * byColumn.start[column + 1]!
  for (let at = 3 * byColumn.start[column]!; at < end; at += 3) {
    const value = levels[packed[at]!]! - packed[at + 1]!
    if (value <= second || arcs[packed[at]!] === packed[at + 2]) continue
    if (value > best) {
      second = best
      best = value
      bestAt = at
    } else second = value
  }
  market.scans += byColumn.start[column + 1]! - byColumn.start[column]!
  if (best < step) {
    floor[column] = 0
    setLevels(market, levels, column)
    return -1
  }
  const row = packed[bestAt]!
  const own = arcs[row]!
  const from = own === outside ? -1 : problem.column[own]!
  if (from !== -1) {
    const price = priceOf(market, from)
    leave(seats, from, row)
    floor[from] = price
  }
  const price = Math.max(0, second - step)
  floor[column] = Math.min(floor[column]!, price)
  seats.bids[row] = price
  arcs[row] = packed[bestAt + 2]!
  seat(seats, column, row)
  setLevels(market, levels, column)
  return from
}

/** What each row of a column pays in all at its present price. */
function setLevels(market: Market, levels: Float64Array, column: number): void {
  const { problem, seats, arcs } = market
  const price = priceOf(market, column)
  const root = seats.start[column]!
  for (let at = root; at < root + seats.used[column]!; at += 1) {
    const row = seats.heap[at]!
    levels[row] = problem.cost[arcs[row]!]! + price
  }
}
