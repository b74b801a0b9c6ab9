import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from './index.ts'

const seeded = { seed: 20261122 }
const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n })
const fractions = fc.tuple(whole, positive).map(([n, d]) => Fraction.of(n, d))
const modes = fc.constantFrom('half-up', 'half-even', 'down', 'up' as const)

describe('a fraction', () => {
  test('reads whole numbers, decimals and ratios in the digits people type', () => {
    const table: [string, string | null][] = [
      ['3', '3'],
      ['-3', '-3'],
      ['+3', '3'],
      ['1.5', '3/2'],
      ['-0.25', '-1/4'],
      ['6/8', '3/4'],
      ['-6/8', '-3/4'],
      ['３．５', '7/2'],
      ['๓.๕', '7/2'],
      [' 2 ', '2'],
      ['0.000', '0'],
      ['', null],
      ['.5', null],
      ['5.', null],
      ['1e3', null],
      ['1,5', null],
      ['1,000', null],
      ['0x10', null],
      ['3/0', null],
      ['3/-4', null],
      ['1/2/3', null],
      ['Infinity', null],
      ['NaN', null],
      ['1_000', null],
      ['9'.repeat(65), null],
    ]
    for (const [text, expected] of table) {
      assert.equal(Fraction.parse(text)?.toString() ?? null, expected, JSON.stringify(text))
    }
  })

  test('is in lowest terms with a positive denominator, however it was made', () => {
    fc.assert(
      fc.property(whole, whole, (n, d) => {
        fc.pre(d !== 0n)
        const made = Fraction.of(n, d)
        assert.ok(made.denominator > 0n)
        assert.equal(made.numerator * d, n * made.denominator)
        for (const prime of [2n, 3n, 5n, 7n]) {
          assert.ok(made.numerator % prime !== 0n || made.denominator % prime !== 0n)
        }
      }),
      seeded,
    )
  })

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(fractions, (value) => {
        assert.ok(Fraction.parse(value.toString())?.equals(value))
        assert.equal(JSON.stringify({ value }), `{"value":"${value}"}`)
      }),
      seeded,
    )
  })

  test('never throws on text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        Fraction.parse(text)
      }),
      seeded,
    )
  })

  test('adds, subtracts, multiplies and divides without loss', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        assert.ok(a.add(b).subtract(b).equals(a))
        assert.ok(a.multiply(b.add(c)).equals(a.multiply(b).add(a.multiply(c))))
        if (!b.isZero()) assert.ok(a.divide(b).multiply(b).equals(a))
        assert.equal(a.compare(b), 0 - b.compare(a))
        assert.equal(a.compare(b) === 0, a.equals(b))
      }),
      seeded,
    )
  })

  test('rounds to a multiple of the step, less than one step away, halves by the mode', () => {
    fc.assert(
      fc.property(fractions, fractions, modes, (value, size, mode) => {
        fc.pre(!size.isZero())
        const step = size.isNegative() ? size.negate() : size
        const rounded = value.roundTo(step, mode)
        assert.equal(rounded.divide(step).denominator, 1n)
        const distance = rounded.subtract(value)
        const away = distance.isNegative() ? distance.negate() : distance
        assert.ok(away.compare(step) < 0)
        if (mode.startsWith('half')) assert.ok(away.add(away).compare(step) <= 0)
      }),
      seeded,
    )
    const table: [string, 'half-up' | 'half-even' | 'down' | 'up', string][] = [
      ['2.5', 'half-up', '3'],
      ['-2.5', 'half-up', '-3'],
      ['2.5', 'half-even', '2'],
      ['3.5', 'half-even', '4'],
      ['-2.5', 'half-even', '-2'],
      ['2.9', 'down', '2'],
      ['-2.9', 'down', '-2'],
      ['2.1', 'up', '3'],
      ['-2.1', 'up', '-3'],
      ['2', 'up', '2'],
    ]
    for (const [value, mode, expected] of table) {
      assert.equal(
        Fraction.parse(value)!.roundTo(Fraction.one, mode).toString(),
        expected,
        `${value} ${mode}`,
      )
    }
  })

  test('is written in decimals exactly, or rounded half up to the digits asked for', () => {
    const table: [string, number, string][] = [
      ['3/4', 2, '0.75'],
      ['3/4', 1, '0.8'],
      ['-3/4', 1, '-0.8'],
      ['1/3', 6, '0.333333'],
      ['2/3', 6, '0.666667'],
      ['999999/1000000', 2, '1'],
      ['-1/1000', 2, '0'],
      ['7', 0, '7'],
      ['7.50', 4, '7.5'],
      ['1/8', 6, '0.125'],
    ]
    for (const [value, digits, expected] of table) {
      assert.equal(Fraction.parse(value)!.toDecimal(digits), expected)
    }
  })

  test('finds the least, the most and the sum', () => {
    const [a, b, c] = [Fraction.of(1, 2), Fraction.of(2, 3), Fraction.of(-1, 6)]
    assert.equal(Fraction.min(a, b, c), c)
    assert.equal(Fraction.max(a, b, c), b)
    assert.equal(Fraction.sum([a, b, c]).toString(), '1')
    assert.equal(Fraction.sum([]).toString(), '0')
  })

  test('refuses a zero denominator, a zero divisor, a float and a rounding step of nothing', () => {
    assert.throws(() => Fraction.of(1, 0))
    assert.throws(() => Fraction.one.divide(Fraction.zero))
    assert.throws(() => Fraction.of(1.5))
    assert.throws(() => Fraction.one.roundTo(Fraction.zero, 'up'))
  })
})
