import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { type LineReading, readDifferently } from './second-reading.ts'

const reading = (credit: string | null, grade: string | null): LineReading => ({
  credit: credit === null ? null : Fraction.parse(credit)!,
  grade,
})

describe('two readings of a line', () => {
  const table: [what: string, first: LineReading, second: LineReading, differs: boolean][] = [
    ['with the same credit and grade are the same', reading('3', 'A'), reading('3', 'A'), false],
    ['with the same credit written otherwise too', reading('3', 'A'), reading('6/2', 'A'), false],
    ['with another credit differ', reading('3', 'A'), reading('2.5', 'A'), true],
    ['with another grade differ', reading('3', 'B+'), reading('3', 'B'), true],
    ['in full-width letters are the same', reading('3', 'Ｂ＋'), reading('3', 'b+'), false],
    ['with another minus sign are the same', reading('3', 'A−'), reading('3', 'A-'), false],
    ['with and without a sign differ', reading('3', 'A'), reading('3', 'A-'), true],
    ['of 88 and 38 differ', reading('3', '88'), reading('3', '38'), true],
    ['without a credit in either are the same', reading(null, 'P'), reading(null, 'P'), false],
    ['with a credit in one only differ', reading(null, 'P'), reading('0', 'P'), true],
    ['with a grade in one only differ', reading('3', null), reading('3', 'P'), true],
    ['with an empty and no grade are the same', reading('3', ''), reading('3', null), false],
  ]
  for (const [what, first, second, differs] of table) {
    test(what, () => {
      assert.equal(readDifferently(first, second), differs)
      assert.equal(readDifferently(second, first), differs)
    })
  }

  test('never differ from themselves, and one digit more in a mark is never missed', () => {
    const marks = fc.record({
      credit: fc.option(fc.integer({ min: 0, max: 60 }).map((value) => Fraction.of(value))),
      grade: fc.option(fc.integer({ min: 0, max: 100 }).map(String)),
    })
    fc.assert(
      fc.property(marks, (line) => {
        assert.equal(readDifferently(line, { ...line }), false)
        assert.equal(readDifferently(line, { ...line, grade: `${line.grade ?? ''}0` }), true)
      }),
      { seed: 20261126, numRuns: 300 },
    )
  })
})
