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

  test('calculates the same with plain numbers as with big ones, on both sides of where they end', () => {
    const edge = BigInt(Number.MAX_SAFE_INTEGER)
    const near = fc.oneof(
      fc.bigInt({ min: -50n, max: 50n }),
      fc.bigInt({ min: -(2n ** 27n), max: 2n ** 27n }),
      fc.bigInt({ min: edge - 3n, max: edge + 3n }),
      fc.bigInt({ min: -edge - 3n, max: -edge + 3n }),
      fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
    )
    const digits = fc.constantFrom(0, 1, 4, 6, 15, 20)
    fc.assert(
      fc.property(near, near, near, near, digits, modes, (a, b, c, d, places, mode) => {
        fc.pre(b !== 0n && d !== 0n)
        const [left, right] = [Fraction.of(a, b), Fraction.of(c, d)]
        const same = (made: Fraction, top: bigint, bottom: bigint) =>
          assert.deepEqual([made.numerator, made.denominator], lowest(top, bottom))
        same(left, a, b)
        same(left.add(right), a * d + c * b, b * d)
        same(left.subtract(right), a * d - c * b, b * d)
        same(left.multiply(right), a * c, b * d)
        same(left.negate(), -a, b)
        if (c !== 0n) same(left.divide(right), a * d, b * c)
        const order = (a * d - c * b) * (b * d < 0n ? -1n : 1n)
        assert.equal(left.compare(right), order < 0n ? -1 : order > 0n ? 1 : 0)
        assert.equal(left.equals(right), order === 0n)
        assert.equal(left.toDecimal(places), decimal(left, places))
        assert.equal(left.toString(), Fraction.parse(left.toString())?.toString())
        if (c !== 0n) {
          const step = right.isNegative() ? right.negate() : right
          const rounded = left.roundTo(step, mode)
          assert.equal(rounded.divide(step).denominator, 1n)
        }
        // However it came about, a value has one form: what compares members finds it equal.
        assert.deepEqual(left.add(right).subtract(right), left)
        assert.ok(!Object.values(left).some((member) => Object.is(member, -0)))
      }),
      { ...seeded, numRuns: 2_000 },
    )
  })

  test('is nothing but whole numbers inside, and small ones where they are safe', () => {
    const third = Fraction.of(1, 3)
    const made = [third, third.multiply(Fraction.of(10 ** 15)), Fraction.of(2n ** 60n, 7n)]
    for (const each of made) {
      for (const member of Object.values(each)) {
        assert.ok(typeof member === 'bigint' || Number.isSafeInteger(member), String(member))
      }
    }
    assert.deepEqual(Fraction.of(10n, 4n), Fraction.of(5, 2))
    assert.notDeepEqual(Fraction.of(5, 3), Fraction.of(5, 2))
  })

  test('may be stated with six decimals, or with a denominator of at most 1,000', () => {
    const table: [string, boolean][] = [
      ['3', true],
      ['-1.5', true],
      ['0.000001', true],
      ['0.0000001', false],
      ['2/3', true],
      ['1/1000', true],
      ['1/1001', false],
      ['1/99999999999999999999', false],
      ['123456789012345678901234567890', true],
    ]
    for (const [text, expected] of table) {
      assert.equal(Fraction.parse(text)!.isStateable(), expected, text)
    }
    // However many are summed up, the denominator divides this.
    const all = Array.from({ length: 1_000 }, (_, place) => Fraction.of(1, place + 1))
    assert.ok(Fraction.sum(all).toString().length < 1_000)
  })

  test('refuses to grow without end, and soon', () => {
    const primes = [7n, 11n, 13n, 17n, 19n].map((prime) => prime ** 60n)
    let sum = Fraction.zero
    assert.throws(() => {
      for (let round = 1n; round < 1_000n; round += 1n) {
        for (const prime of primes) sum = sum.add(Fraction.of(1n, prime * round ** 40n))
      }
    }, /too long/)
  })
})

/** Numerator and denominator by big numbers alone. */
function lowest(top: bigint, bottom: bigint): [bigint, bigint] {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  const sign = bottom < 0n ? -1n : 1n
  return [(sign * top) / a, (sign * bottom) / a]
}

/** Decimals by big numbers alone, halves up. */
function decimal(value: Fraction, places: number): string {
  const [top, bottom] = [value.numerator, value.denominator]
  const scaled = ((top < 0n ? -top : top) * 10n ** BigInt(places) * 2n + bottom) / (2n * bottom)
  const text = scaled.toString().padStart(places + 1, '0')
  const rest = text.slice(text.length - places).replace(/0+$/, '')
  const whole = text.slice(0, text.length - places)
  return (top < 0n && scaled > 0n ? '-' : '') + whole + (rest && places > 0 ? `.${rest}` : '')
}
