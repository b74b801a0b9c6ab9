import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { bavarianGrade, germanSteps, roundBavarian, scaleEnds } from './bavarian-formula.ts'
import { publishedGradeScales } from './grade-scales.ts'

const f = (text: string) => Fraction.parse(text)!
const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!

test('published examples come out exactly', () => {
  const example = (grade: string, best: string, pass: string) =>
    bavarianGrade(f(grade), { best: f(best), pass: f(pass) })!.toString()
  assert.equal(example('82', '100', '50'), f('2.08').toString())
  assert.equal(example('75', '100', '40'), f('2.25').toString())
  assert.equal(example('100', '100', '50'), '1')
  assert.equal(example('50', '100', '50'), '4')
  assert.equal(bavarianGrade(f('1'), { best: f('1'), pass: f('1') }), null)
})

test('Cologne takes the nearest grade, and exactly between two the better one', () => {
  for (const [result, grade] of [
    ['1.6', '1.7'],
    ['2.4', '2.3'],
    ['2.6', '2.7'],
    ['2.5', '2.3'],
    ['1.15', '1'],
    ['3.85', '3.7'],
  ] as const) {
    assert.equal(roundBavarian(f(result), 'nearest', germanSteps).toDecimal(), grade, result)
  }
})

test('Passau cuts after the first decimal and takes the better grade between two', () => {
  for (const [result, grade] of [
    ['2.08', '2'],
    ['2.25', '2'],
    ['2.39', '2.3'],
    ['1.29', '1'],
    ['1.3', '1.3'],
    ['4', '4'],
  ] as const) {
    assert.equal(roundBavarian(f(result), 'cut', germanSteps).toDecimal(), grade, result)
  }
})

test('without steps one decimal stays and nothing is rounded up', () => {
  assert.equal(roundBavarian(f('2.08'), 'decimal', germanSteps).toDecimal(), '2')
  assert.equal(roundBavarian(f('2.29'), 'decimal', []).toDecimal(), '2.2')
})

test('the ends come from the scale, or from its points; labels without points have none', () => {
  const ends = (id: string) => {
    const found = scaleEnds(scale(id))
    return found && [found.best.toDecimal(), found.pass.toDecimal()]
  }
  assert.deepEqual(ends('fr-20'), ['20', '10'])
  assert.deepEqual(ends('de'), ['1', '4'])
  assert.deepEqual(ends('au'), ['4', '1'])
  assert.equal(ends('ects-letters'), null)
})

test('a better grade never becomes a worse one, and no pass leaves 1.0 to 4.0', () => {
  const arbitraryGrade = fc.integer({ min: 500, max: 1000 })
  fc.assert(
    fc.property(
      arbitraryGrade,
      arbitraryGrade,
      fc.constantFrom('cut', 'nearest', 'decimal'),
      (a, b, rounding) => {
        const ends = { best: f('100'), pass: f('50') }
        const german = (tenths: number) =>
          roundBavarian(bavarianGrade(Fraction.of(tenths, 10), ends)!, rounding, germanSteps)
        const [better, worse] = [german(Math.max(a, b)), german(Math.min(a, b))]
        assert.ok(better.compare(worse) <= 0)
        assert.ok(better.compare(Fraction.one) >= 0 && worse.compare(Fraction.of(4)) <= 0)
      },
    ),
    { seed: 20261125, numRuns: 300 },
  )
})
