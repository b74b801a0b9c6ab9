import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type GroupCounts, shownGroups, smallestGroup, type Told } from './turnaround.ts'

const group = (received: number, others: Partial<GroupCounts> = {}): GroupCounts => ({
  received,
  decided: received,
  posted: received,
  withDay: received,
  settled: received,
  ...others,
})
const shownOf = (...received: number[]) =>
  shownGroups(received.map((each) => group(each))).shown.map((each) => each.received)

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

  const figures: [what: string, groups: GroupCounts[], figure: keyof Told, told: boolean[]][] = [
    [
      'of which four are decided tell no time to the decision',
      [group(9, { decided: 4 })],
      'decided',
      [false],
    ],
    ['of which five are decided tell it', [group(9, { decided: 5 })], 'decided', [true]],
    [
      'of which four are on the record tell no time to it',
      [group(9, { posted: 4 })],
      'posted',
      [false],
    ],
    [
      'hide the figure of another where it would give theirs away',
      [group(9, { withDay: 2 }), group(9, { withDay: 6 }), group(9, { withDay: 8 })],
      'withDay',
      [false, false, true],
    ],
    [
      'hide nothing of others where nothing of theirs is there',
      [group(9, { posted: 0 }), group(9, { posted: 6 })],
      'posted',
      [false, true],
    ],
    [
      'that are not shown count among what must not be given away',
      [group(3, { settled: 1 }), group(3, { settled: 1 }), group(9, { settled: 5 }), group(9)],
      'settled',
      [false, true],
    ],
  ]
  for (const [what, groups, figure, told] of figures) {
    test(what, () => {
      assert.deepEqual(
        shownGroups(groups).shown.map((each) => each.told[figure]),
        told,
      )
    })
  }

  const counts = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }))
    .map(([received, parts]) => {
      const [decided, posted, withDay, settled] = parts.map((part) => Math.min(part, received))
      return group(received, { decided, posted, withDay, settled })
    })
  const sum = (groups: readonly GroupCounts[], of: keyof GroupCounts) =>
    groups.reduce((all, each) => all + each[of], 0)

  test('never let the hidden ones be told: none is hidden, or as many cases as the limit, or nothing is shown', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), (all) => {
        const { shown, hidden } = shownGroups(all)
        assert.equal(shown.length + hidden, all.length)
        assert.ok(shown.every((each) => each.received >= smallestGroup))
        const left = sum(all, 'received') - sum(shown, 'received')
        assert.ok(hidden === 0 || shown.length === 0 || left >= smallestGroup)
      }),
      { seed: 20261125, numRuns: 500 },
    )
  })

  test('tell no figure that rests on fewer cases than the limit, nor one that gives such a figure away', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), (all) => {
        const { shown } = shownGroups(all)
        for (const figure of ['decided', 'posted', 'withDay', 'settled'] as const) {
          const told = shown.filter((each) => each.told[figure])
          assert.ok(told.every((each) => each[figure] >= smallestGroup))
          const left = sum(all, figure) - sum(told, figure)
          assert.ok(left === 0 || told.length === 0 || left >= smallestGroup)
        }
      }),
      { seed: 20261126, numRuns: 500 },
    )
  })
})
