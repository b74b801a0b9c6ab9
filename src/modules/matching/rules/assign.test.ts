import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkAssignment } from '../checks/assignment.ts'
import { assign } from './assign.ts'
import type { Assignment, AssignmentProblem } from './assignment.ts'
import { assignByAuction } from './auction.ts'
import { assignByPaths } from './shortest-paths.ts'

type Arc = { column: number; cost: number }

function problem(rows: Arc[][], capacity: number[], outsideCost: number): AssignmentProblem {
  const arcs = rows.flat()
  return {
    rows: rows.length,
    columns: capacity.length,
    start: Int32Array.from([0, ...rows.map((_, row) => rows.slice(0, row + 1).flat().length)]),
    column: Int32Array.from(arcs, ({ column }) => column),
    cost: Int32Array.from(arcs, ({ cost }) => cost),
    capacity: Int32Array.from(capacity),
    outsideCost,
  }
}

/** The least cost by trying everything. */
function leastCost({
  rows,
  start,
  column,
  cost,
  capacity,
  outsideCost,
}: AssignmentProblem): number {
  const left = [...capacity]
  const from = (row: number): number => {
    if (row === rows) return 0
    let least = outsideCost + from(row + 1)
    for (let arc = start[row]!; arc < start[row + 1]!; arc += 1) {
      const to = column[arc]!
      if (left[to] === 0) continue
      left[to]! -= 1
      least = Math.min(least, cost[arc]! + from(row + 1))
      left[to]! += 1
    }
    return least
  }
  return from(0)
}

const small = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const arcs = fc.uniqueArray(
    fc.record({
      column: fc.integer({ min: 0, max: columns - 1 }),
      cost: fc.integer({ min: 0, max: 12 }),
    }),
    { selector: ({ column }) => column, maxLength: columns },
  )
  return fc
    .record({
      rows: fc.array(arcs, { minLength: 1, maxLength: 6 }),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: columns,
        maxLength: columns,
      }),
      outsideCost: fc.integer({ min: 0, max: 15 }),
    })
    .map(({ rows, capacity, outsideCost }) => problem(rows, capacity, outsideCost))
})

const settings = { seed: 20261125, numRuns: 600 }
const solvers: [string, (given: AssignmentProblem) => Assignment][] = [
  ['shortest paths', (given) => assignByPaths(given)!],
  ['the auction', assignByAuction],
  ['whichever is chosen', assign],
]

for (const [name, solve] of solvers) {
  describe(`assignment by ${name}`, () => {
    test('costs what trying everything finds, and its prices prove it', () => {
      fc.assert(
        fc.property(small, (given) => {
          const { arcs, prices } = solve(given)
          const found = checkAssignment(given, arcs, prices)
          assert.equal(found.faults, 0)
          assert.equal(found.cost, leastCost(given))
          assert.ok(found.certified)
        }),
        settings,
      )
    })

    test('agrees on rounds where seats are short', () => {
      const given = crowded(400, 60, 11)
      const { arcs, prices } = solve(given)
      const other = assignByPaths(given)!
      const found = checkAssignment(given, arcs, prices)
      assert.ok(found.certified)
      assert.equal(found.cost, checkAssignment(given, other.arcs, other.prices).cost)
      assert.ok(found.outside > 0)
    })
  })
}

describe('the check of an assignment', () => {
  test('notices every other arc and every other price', () => {
    const given = crowded(60, 12, 5)
    const { arcs, prices } = assign(given)
    for (let row = 0; row < given.rows; row += 1) {
      for (const other of [
        -1,
        given.start[row]!,
        given.start[row + 1]!,
        given.start[row + 1]! - 1,
      ]) {
        if (other === arcs[row]) continue
        const found = checkAssignment(given, arcs.with(row, other), prices)
        // Another arc of the same cost under the same prices may be as good: then it is proved, too.
        if (found.certified) assert.equal(found.cost, checkAssignment(given, arcs, prices).cost)
        else assert.ok(found.faults > 0 || found.cost !== found.bound)
      }
    }
    for (let column = 0; column < given.columns; column += 1) {
      const lower = prices.with(column, prices[column]! - 50)
      assert.ok(!checkAssignment(given, arcs, lower).certified)
    }
  })
})

/** More people than seats, the popular columns first: drawn by a fixed rule. */
function crowded(rows: number, columns: number, step: number): AssignmentProblem {
  const lists = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 6 }, (__, at): Arc => ({
      column: Math.floor(((row * step + at * at * 7) % columns) * ((at + 1) / 6)),
      cost: (row * 37 + at * 101 + ((row * at) % 13) * 17) % 200,
    })).filter((arc, at, all) => all.findIndex(({ column }) => column === arc.column) === at),
  )
  const capacity = Array.from({ length: columns }, (_, column) => 2 + (column % 5))
  return problem(lists, capacity, 900)
}
