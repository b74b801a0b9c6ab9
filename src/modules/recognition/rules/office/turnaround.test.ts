import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { shownGroups, smallestGroup } from './turnaround.ts'

const groups = (...received: number[]) => received.map((each) => ({ received: each }))
const shownOf = (...received: number[]) =>
  shownGroups(groups(...received)).shown.map((each) => each.received)

describe('groups of cases', () => {
  const table: [what: string, received: number[], shown: number[]][] = [
    ['are all shown where each is large enough', [5, 9, 40], [5, 9, 40]],
    ['below the limit are left out', [2, 3, 40, 9], [40, 9]],
    ['are left out with one more where they could be told by subtraction', [1, 9, 40], [40]],
    ['of nothing are nothing', [], []],
    ['that are all small are not shown at all', [1, 4], []],
  ]
  for (const [what, received, shown] of table) {
    test(what, () => assert.deepEqual(shownOf(...received), shown))
  }

  test('never let the hidden ones be told: none is hidden, or as many cases as the limit, or nothing is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), (received) => {
        const all = groups(...received)
        const { shown, hidden } = shownGroups(all)
        assert.equal(shown.length + hidden, all.length)
        assert.ok(shown.every((each) => each.received >= smallestGroup))
        const left = received.reduce((sum, each) => sum + each, 0)
        const told = shown.reduce((sum, each) => sum + each.received, 0)
        assert.ok(hidden === 0 || shown.length === 0 || left - told >= smallestGroup)
      }),
      { seed: 20261125, numRuns: 500 },
    )
  })
})
