import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  addCredit,
  compareCredit,
  compareGrades,
  credit,
  Fraction,
  gradeText,
  parseGrade,
} from './index.ts'

describe('academic credit', () => {
  test('is added and compared within one scheme only', () => {
    const three = credit(Fraction.of(3), 'au')
    const half = credit(Fraction.of(1, 2), 'au')
    assert.equal(addCredit(three, half).amount.toString(), '7/2')
    assert.equal(compareCredit(three, half), 1)
    const ects = credit(Fraction.of(3), 'ects')
    assert.throws(() => addCredit(three, ects), TypeError)
    assert.throws(() => compareCredit(three, ects), TypeError)
  })

  test('is not negative and names its scheme', () => {
    assert.throws(() => credit(Fraction.of(-1), 'au'))
    assert.throws(() => credit(Fraction.one, ''))
  })
})

describe('a grade', () => {
  const letters = { labelsBestFirst: ['A', 'A-', 'B+', 'B', 'C', 'D', 'F'] }
  const hundred = { betterNumbers: 'higher' as const }
  const german = { betterNumbers: 'lower' as const }

  test('is read by its scale: label first, number where the scale has them', () => {
    assert.deepEqual(parseGrade(' B+ ', letters), { label: 'B+' })
    assert.equal(parseGrade('b+', letters), null)
    assert.equal(parseGrade('85', letters), null)
    assert.equal(gradeText(parseGrade('８５.５', hundred)!), '85.5')
    assert.deepEqual(parseGrade('优', { labelsBestFirst: ['优', '良'] }), { label: '优' })
  })

  test('is better or worse only as its scale says', () => {
    assert.equal(compareGrades({ label: 'A' }, { label: 'B' }, letters), 1)
    assert.equal(compareGrades({ label: 'F' }, { label: 'D' }, letters), -1)
    assert.equal(compareGrades({ label: 'P' }, { label: 'P' }, letters), 0)
    assert.equal(compareGrades({ label: 'P' }, { label: 'A' }, letters), null)
    const [two, three] = [{ number: Fraction.of(2) }, { number: Fraction.of(3) }]
    assert.equal(compareGrades(three, two, hundred), 1)
    assert.equal(compareGrades(three, two, german), -1)
    assert.equal(compareGrades(three, two, letters), null)
    assert.equal(compareGrades(three, { label: 'A' }, { ...letters, ...hundred }), null)
  })
})
