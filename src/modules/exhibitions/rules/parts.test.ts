import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  clockText,
  freePlace,
  insidePicture,
  insideView,
  inReadingOrder,
  onTheWall,
  overlap,
  secondsFrom,
  wallColumns,
  type WallPlace,
} from './parts.ts'

const place = (column: number, row: number, width = 4, height = 4): WallPlace => ({
  column,
  row,
  width,
  height,
})

test('something new is hung at the first free place, by row and then by column', () => {
  const size = { width: 4, height: 4 }
  assert.deepEqual(freePlace([], size), place(1, 1))
  assert.deepEqual(freePlace([place(1, 1)], size), place(5, 1))
  assert.deepEqual(freePlace([place(1, 1, 6), place(7, 1, 6)], size), place(1, 5))
})

test('whatever is hung stands on the wall, and nothing hangs over something else', () => {
  const sizes = fc.array(
    fc.record({ width: fc.integer({ min: -3, max: 20 }), height: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(sizes, (wanted) => {
      const hung: WallPlace[] = []
      for (const size of wanted) hung.push(freePlace(hung, size))
      for (const each of hung) {
        assert.ok(each.column >= 1 && each.column + each.width - 1 <= wallColumns)
        assert.deepEqual(onTheWall(each), each)
        assert.ok(!hung.some((other) => other !== each && overlap(each, other)))
      }
    }),
    { seed: 11, numRuns: 120 },
  )
})

test('a wall is read by rows and from left to right', () => {
  const hung = [place(5, 3), place(1, 1), place(7, 1)].map((each) => ({ place: each }))
  assert.deepEqual(
    inReadingOrder(hung).map((each) => [each.place.column, each.place.row]),
    [
      [1, 1],
      [7, 1],
      [5, 3],
    ],
  )
})

test('a region is cut to its picture, and one without area shows the whole', () => {
  const picture = { width: 1000, height: 500 }
  const region = (x: number, y: number, width: number, height: number) =>
    ({ kind: 'region', x, y, width, height }) as const
  assert.deepEqual(insidePicture(region(900, -5, 400, 200), picture), region(900, 0, 100, 200))
  assert.deepEqual(insidePicture(region(10, 10, 0, 40), picture), { kind: 'whole' })
  assert.deepEqual(insidePicture(region(0, 0, 10, 10), null), { kind: 'whole' })
})

test('a time is typed as a clock shows it or in seconds, and shown as it was', () => {
  const cases: [typed: string, seconds: number | null, shown: string][] = [
    ['90', 90, '1:30'],
    ['1:30', 90, '1:30'],
    ['0:01:30.5', 90.5, '1:30.5'],
    ['1:02:03', 3723, '1:02:03'],
    [' 7,25 ', 7.25, '0:07.25'],
    ['', null, ''],
    ['1:75', null, ''],
    ['-3', null, ''],
    ['half', null, ''],
  ]
  for (const [typed, seconds, shown] of cases) {
    assert.equal(secondsFrom(typed), seconds, typed)
    if (seconds !== null) assert.equal(clockText(seconds), shown, typed)
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000_000 }), (thousandths) => {
      assert.equal(secondsFrom(clockText(thousandths / 1000)), thousandths / 1000)
    }),
    { seed: 11 },
  )
})

test('a view shows something: never from straight above, inside or out of sight', () => {
  const view = (theta: number, phi: number, distance: number) =>
    insideView({ kind: 'view', theta, phi, distance })
  assert.deepEqual(view(400, 90, 150), { kind: 'view', theta: 40, phi: 90, distance: 150 })
  assert.deepEqual(view(-10, 0, 0), { kind: 'view', theta: 350, phi: 6, distance: 15 })
  assert.deepEqual(view(0, 180, 9999), { kind: 'view', theta: 0, phi: 171, distance: 600 })
})
