import { normaliseDigits } from './digits.ts'

/** How a value between two steps is settled; halves go away from zero, or to the even step. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up'

/** Longer input than this is refused before any arithmetic, so a hostile cell costs nothing. */
const longestInput = 64

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/
const ratioPattern = /^([+-]?\d+)\/(\d+)$/

/**
 * An exact rational number in lowest terms with a positive denominator.
 * Every amount of credit and every grade calculation uses it; nothing is ever a float.
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n)
  static readonly one = new Fraction(1n, 1n)

  readonly numerator: bigint
  readonly denominator: bigint

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator
    this.denominator = denominator
    Object.freeze(this)
  }

  /** `n / d`. A number must be a safe integer; a zero denominator throws. */
  static of(n: bigint | number, d: bigint | number = 1n): Fraction {
    return canonical(integer(n), integer(d), (top, bottom) => new Fraction(top, bottom))
  }

  /**
   * Reads '3', '-1.5' or '3/4', with digits of any supported script; anything else is null.
   * Exponents, thousands separators and input over 64 characters are refused.
   */
  static parse(text: string): Fraction | null {
    if (text.length > longestInput) return null
    const clean = normaliseDigits(text).trim()
    const ratio = ratioPattern.exec(clean)
    if (ratio) {
      const denominator = BigInt(ratio[2]!)
      return denominator === 0n
        ? null
        : Fraction.of(BigInt(ratio[1]!.replace('+', '')), denominator)
    }
    const decimal = decimalPattern.exec(clean)
    if (!decimal) return null
    const places = decimal[3] ?? ''
    const magnitude = BigInt(decimal[2]! + places)
    return Fraction.of(decimal[1] === '-' ? -magnitude : magnitude, 10n ** BigInt(places.length))
  }

  static min(first: Fraction, ...others: Fraction[]): Fraction {
    return others.reduce((least, each) => (each.compare(least) < 0 ? each : least), first)
  }

  static max(first: Fraction, ...others: Fraction[]): Fraction {
    return others.reduce((most, each) => (each.compare(most) > 0 ? each : most), first)
  }

  static sum(values: Iterable<Fraction>): Fraction {
    let total = Fraction.zero
    for (const each of values) total = total.add(each)
    return total
  }

  add(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  subtract(other: Fraction): Fraction {
    return this.add(other.negate())
  }

  multiply(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Dividing by zero throws: callers check their divisor, since a zero there is a rule of theirs. */
  divide(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  negate(): Fraction {
    return Fraction.of(-this.numerator, this.denominator)
  }

  compare(other: Fraction): -1 | 0 | 1 {
    const left = this.numerator * other.denominator
    const right = other.numerator * this.denominator
    return left < right ? -1 : left > right ? 1 : 0
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator
  }

  isZero(): boolean {
    return this.numerator === 0n
  }

  isNegative(): boolean {
    return this.numerator < 0n
  }

  /** The nearest multiple of `step` by `mode`; 'down' goes towards zero and 'up' away from it. */
  roundTo(step: Fraction, mode: RoundingMode): Fraction {
    if (step.numerator <= 0n) throw new RangeError('A rounding step is more than zero')
    const steps = this.divide(step)
    const rounded = roundQuotient(absolute(steps.numerator), steps.denominator, mode)
    return step.multiply(Fraction.of(steps.isNegative() ? -rounded : rounded))
  }

  /** Plain decimal digits with '.': exact where it ends within `maxDigits` places, else rounded half up. */
  toDecimal(maxDigits = 6): string {
    const scale = 10n ** BigInt(maxDigits)
    const scaled = roundQuotient(absolute(this.numerator) * scale, this.denominator, 'half-up')
    const digits = scaled.toString().padStart(maxDigits + 1, '0')
    const whole = digits.slice(0, digits.length - maxDigits)
    const places = digits.slice(digits.length - maxDigits).replace(/0+$/, '')
    const sign = this.isNegative() && scaled !== 0n ? '-' : ''
    return sign + whole + (places === '' ? '' : `.${places}`)
  }

  /** The canonical text, '3' or '-3/4': what SQL and JSON store, and what `parse` reads back. */
  toString(): string {
    return this.denominator === 1n
      ? this.numerator.toString()
      : `${this.numerator}/${this.denominator}`
  }

  toJSON(): string {
    return this.toString()
  }
}

function canonical<T>(n: bigint, d: bigint, make: (n: bigint, d: bigint) => T): T {
  if (d === 0n) throw new RangeError('A fraction has no zero denominator')
  const divisor = greatestCommonDivisor(absolute(n), absolute(d))
  const sign = d < 0n ? -1n : 1n
  return make((sign * n) / divisor, (sign * d) / divisor)
}

function integer(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value
  if (!Number.isSafeInteger(value)) throw new RangeError('A fraction is made of whole numbers')
  return BigInt(value)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function roundQuotient(top: bigint, bottom: bigint, mode: RoundingMode): bigint {
  const whole = top / bottom
  const rest = top % bottom
  if (rest === 0n || mode === 'down') return whole
  if (mode === 'up') return whole + 1n
  const twice = 2n * rest
  if (twice !== bottom) return twice > bottom ? whole + 1n : whole
  return mode === 'half-up' || whole % 2n === 1n ? whole + 1n : whole
}
