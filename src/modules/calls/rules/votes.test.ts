import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inOrderOf, numbersIn, ranksIn, voteFault } from './votes.ts'

describe('votes of a committee', () => {
  test('are no more than there were people in the room, and carry what was decided', () => {
    const votes = (yes: number, no: number, none = 0) => ({
      for: yes,
      against: no,
      abstained: none,
    })
    assert.equal(voteFault(votes(3, 1, 1), 5, false), null)
    assert.equal(voteFault(votes(3, 1, 2), 5, false), 'too-many')
    assert.equal(voteFault(votes(0, 0, 5), 5, false), 'none')
    assert.equal(voteFault(votes(2, 3), 5, false), 'lost')
    assert.equal(voteFault(votes(2, 2), 5, false), null, 'the chair’s vote counts')
    assert.equal(voteFault(votes(0, 0), 5, true), null)
    assert.equal(voteFault(votes(0, 6), 5, true), 'too-many')
    assert.equal(voteFault(votes(3, Number.NaN), 5, true), 'unreadable')
  })
})

describe('an order that was pasted', () => {
  test('is read from a column, a line or a sentence', () => {
    assert.deepEqual(numbersIn('12\n5\r\n 33'), [12, 5, 33])
    assert.deepEqual(numbersIn('No. 12, No. 5; 12'), [12, 5])
    assert.deepEqual(numbersIn(''), [])
  })

  test('loses nobody and doubles nobody', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 })),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (has, wanted) => {
          const items = has.map((number) => ({ number }))
          const numbers = [...new Set(wanted)]
          const ordered = inOrderOf(items, numbers).map(({ number }) => number)
          const named = numbers.filter((each) => has.includes(each))
          const rest = has.filter((each) => !numbers.includes(each))
          assert.deepEqual(ordered, [...named, ...rest])
        },
      ),
    )
  })

  test('and ranks are one place or from one to another', () => {
    assert.deepEqual(ranksIn('1–30'), { from: 1, to: 30 })
    assert.deepEqual(ranksIn(' 4 - 9 '), { from: 4, to: 9 })
    assert.deepEqual(ranksIn('7'), { from: 7, to: 7 })
    for (const text of ['', '0', '9-4', 'first ten', '1-2-3']) assert.equal(ranksIn(text), null)
  })
})
