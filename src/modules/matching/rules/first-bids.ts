import { type AssignmentProblem, outside } from './assignment.ts'
import { emptySeats, hasRoom, replaceLowest, seat, type Seats } from './seats.ts'

/** Bids that are made before the search of paths takes over, so many a row: wars of prices end there. */
const mostBidsPerRow = 3

/** Who sits where after the first bids, at prices that prove it; `waiting` are rows that still look for a seat. */
export interface FirstBids extends BidState {
  waiting: number[]
}

interface BidState {
  seats: Seats
  arcs: Int32Array
  prices: Float64Array
  scans: number
}

/**
 * Each row takes its cheapest seat; where a column is full, the row that would lose least by going elsewhere leaves, and
 * the column's price rises to that loss (the row reduction of Jonker and Volgenant 1987, for columns of several like
 * seats). Whoever sits, sits in their cheapest column at these prices, and only full columns have a price: a
 * search of shortest paths can go on from here, and for most rows need not.
 */
export function bidFirst(problem: AssignmentProblem): FirstBids {
  const { rows, columns } = problem
  const state: BidState = {
    seats: emptySeats(rows, problem.capacity, arcsBefore(problem)),
    arcs: new Int32Array(rows).fill(outside),
    prices: new Float64Array(columns),
    scans: 0,
  }
  const waiting: number[] = []
  let bids = mostBidsPerRow * rows
  for (let column = 0; column < columns; column += 1) {
    // Nobody gets into a closed column.
    if (problem.capacity[column] === 0) state.prices[column] = problem.outsideCost
  }
  for (let first = 0; first < rows; first += 1) {
    let row = first
    while (row !== -1) {
      bids -= 1
      const next = bid(problem, state, row)
      if (next === stuck || (next !== -1 && bids < 0)) {
        waiting.push(next === stuck ? row : next)
        break
      }
      row = next
    }
  }
  return { ...state, waiting }
}

/** A row that is put out at once and has raised no price. */
const stuck = -2

/** Gives who looks for another seat, be it the row itself, or -1, or `stuck`. */
function bid(problem: AssignmentProblem, state: BidState, row: number): number {
  const { start, column, cost, outsideCost } = problem
  const { seats, prices, arcs } = state
  const end = start[row + 1]!
  let least = outsideCost
  let second = outsideCost
  let best = -1
  for (let arc = start[row]!; arc < end; arc += 1) {
    const own = cost[arc]!
    if (own >= second) continue
    const value = own + prices[column[arc]!]!
    if (value >= second) continue
    if (value < least) {
      second = least
      least = value
      best = arc
    } else {
      second = value
      if (value === least && !hasRoom(seats, column[best]!)) best = arc
    }
  }
  state.scans += end - start[row]!
  if (best === -1) return -1
  const to = column[best]!
  seats.bids[row] = second - cost[best]!
  arcs[row] = best
  if (hasRoom(seats, to)) {
    seat(seats, to, row)
    return -1
  }
  const lowest = seats.heap[seats.start[to]!]!
  if (seats.bids[row]! <= seats.bids[lowest]!) {
    arcs[row] = outside
    const hasRisen = seats.bids[row]! > prices[to]!
    prices[to] = seats.bids[row]!
    return hasRisen ? row : stuck
  }
  prices[to] = seats.bids[lowest]!
  arcs[lowest] = outside
  return replaceLowest(seats, to, row)
}

/** Where the seats of each column end at most: its arcs, counted only where there are more seats than arcs. */
function arcsBefore({ columns, column, capacity }: AssignmentProblem): Int32Array {
  const before = new Int32Array(columns + 1)
  let all = 0
  for (const seats of capacity) all += seats
  if (all <= column.length) for (let at = 0; at < columns; at += 1) before[at + 1] = capacity[at]!
  else for (const to of column) before[to + 1]! += 1
  for (let at = 0; at < columns; at += 1) before[at + 1]! += before[at]!
  return before
}
