import { normaliseDigits } from './digits.ts'

/** How a value between two steps is settled; halves go away from zero, or to the even step. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up'

/** Longer input than this is refused before any arithmetic, so a hostile cell costs nothing. */
const longestInput = 64

/** Numerators and denominators past this are of nobody’s making: a sum of a thousand invented denominators. */
const largest = 1n << 4096n
/** The largest denominator of an amount that somebody states. */
const mostStated = 1_000
const safe = BigInt(Number.MAX_SAFE_INTEGER)

const shortWhole = /^[0-9]{1,15}$/
const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/
const ratioPattern = /^([+-]?\d+)\/(\d+)$/

type Whole = number | bigint

/** The one way to make an instance; its callers have the lowest terms. */
let construct: (top: Whole, bottom: Whole) => Fraction

/**
 * An exact rational number in lowest terms with a positive denominator.
 * Every amount of credit and every grade calculation uses it; nothing is ever a float.
 */
export class Fraction {
  static readonly zero = new Fraction(0, 1)
  static readonly one = new Fraction(1, 1)

  // Both are whole numbers: plain ones where both are safe integers, else both big ones. So equal
  // fractions have equal members, and the small ones that offices calculate with stay fast.
  private readonly top: Whole
  private readonly bottom: Whole

  static {
    construct = (top, bottom) => new Fraction(top, bottom)
  }

  private constructor(top: Whole, bottom: Whole) {
    this.top = top
    this.bottom = bottom
  }

  /** `n / d`. A number must be a safe integer; a zero denominator throws. */
  static of(n: bigint | number, d: bigint | number = 1): Fraction {
    if (typeof n === 'number' && typeof d === 'number') {
      if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) {
        throw new RangeError('A fraction is made of whole numbers')
      }
      return small(n, d)
    }
    return big(integer(n), integer(d))
  }

  /**
   * Reads '3', '-1.5' or '3/4', with digits of any supported script; anything else is null.
   * Exponents, thousands separators and input over 64 characters are refused; what the program wrote may be longer.
   */
  static parse(text: string, longest: number = longestInput): Fraction | null {
    if (text.length > longest) return null
    if (shortWhole.test(text)) return construct(Number(text), 1)
    const clean = normaliseDigits(text).trim()
    const ratio = ratioPattern.exec(clean)
    if (ratio) {
      const denominator = whole(ratio[2]!)
      if (denominator == 0) return null
      return Fraction.of(whole(ratio[1]!.replace('+', '')), denominator)
    }
    const decimal = decimalPattern.exec(clean)
    if (!decimal) return null
    const places = decimal[3] ?? ''
    const sign = decimal[1] === '-' ? '-' : ''
    return Fraction.of(whole(sign + decimal[2]! + places), whole(`1${'0'.repeat(places.length)}`))
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

  get numerator(): bigint {
    return BigInt(this.top)
  }

  get denominator(): bigint {
    return BigInt(this.bottom)
  }

  add(other: Fraction): Fraction {
    const { top: a, bottom: b } = this
    const { top: c, bottom: d } = other
    if (isSmall(a) && isSmall(b) && isSmall(c) && isSmall(d)) {
      if (b === d) {
        const sum = a + c
        if (isExact(sum)) return b === 1 ? construct(sum, 1) : small(sum, b)
      } else {
        const [left, right, bottom] = [a * d, c * b, b * d]
        const sum = left + right
        if (isExact(left) && isExact(right) && isExact(bottom) && isExact(sum)) {
          return small(sum, bottom)
        }
      }
    }
    const [e, f, g, h] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)]
    return big(e * h + g * f, f * h)
  }

  subtract(other: Fraction): Fraction {
    return this.add(other.negate())
  }

  multiply(other: Fraction): Fraction {
    return product(this.top, other.top, this.bottom, other.bottom)
  }

  /** Dividing by zero throws: callers check their divisor, since a zero there is a rule of theirs. */
  divide(other: Fraction): Fraction {
    return product(this.top, other.bottom, this.bottom, other.top)
  }

  negate(): Fraction {
    return this.top === 0 ? this : construct(-this.top, this.bottom)
  }

  compare(other: Fraction): -1 | 0 | 1 {
    const { top: a, bottom: b } = this
    const { top: c, bottom: d } = other
    // Numbers of either kind compare exactly with each other.
    if (b === d) return a < c ? -1 : a > c ? 1 : 0
    if (isSmall(a) && isSmall(b) && isSmall(c) && isSmall(d)) {
      const [left, right] = [a * d, c * b]
      // A product that is not exact is past every exact one, on its own side of zero.
      if (isExact(left) || isExact(right)) return left < right ? -1 : left > right ? 1 : 0
    }
    const [left, right] = [BigInt(a) * BigInt(d), BigInt(c) * BigInt(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }

  equals(other: Fraction): boolean {
    return this.top === other.top && this.bottom === other.bottom
  }

  isZero(): boolean {
    return this.top === 0
  }

  isNegative(): boolean {
    return this.top < 0
  }

  /**
   * Whether somebody may state it: at most six decimals, or a denominator of at most 1,000. Sums of such
   * amounts stay short, however many a hostile file has; reading alone refuses nothing else.
   */
  isStateable(): boolean {
    return this.bottom <= mostStated || 1_000_000n % this.denominator === 0n
  }

  /** The nearest multiple of `step` by `mode`; 'down' goes towards zero and 'up' away from it. */
  roundTo(step: Fraction, mode: RoundingMode): Fraction {
    if (step.top <= 0) throw new RangeError('A rounding step is more than zero')
    const steps = this.divide(step)
    if (steps.bottom === 1) return this
    const rounded = roundQuotient(absolute(steps.numerator), steps.denominator, mode)
    return step.multiply(Fraction.of(steps.isNegative() ? -rounded : rounded))
  }

  /** Plain decimal digits with '.': exact where it ends within `maxDigits` places, else rounded half up. */
  toDecimal(maxDigits = 6): string {
    if (this.bottom === 1) return String(this.top)
    const scaled = this.scaledBy(maxDigits)
    if (isSmall(scaled)) return decimalText(this.isNegative(), scaled, maxDigits)
    const digits = scaled.toString().padStart(maxDigits + 1, '0')
    const whole = digits.slice(0, digits.length - maxDigits)
    const places = digits.slice(digits.length - maxDigits).replace(/0+$/, '')
    const sign = this.isNegative() && scaled !== 0n ? '-' : ''
    return sign + whole + (places === '' ? '' : `.${places}`)
  }

  /** The amount without its sign in units of the last decimal place, halves up. */
  private scaledBy(digits: number): Whole {
    const { top, bottom } = this
    if (isSmall(top) && isSmall(bottom) && digits <= 15) {
      const scaled = (top < 0 ? -top : top) * 10 ** digits
      const rest = scaled % bottom
      if (isExact(scaled) && isExact(rest * 2)) {
        return (scaled - rest) / bottom + (rest * 2 >= bottom ? 1 : 0)
      }
    }
    const scale = 10n ** BigInt(digits)
    return roundQuotient(absolute(this.numerator) * scale, this.denominator, 'half-up')
  }

  /** The canonical text, '3' or '-3/4': what SQL and JSON store, and what `parse` reads back. */
  toString(): string {
    return this.bottom === 1 ? String(this.top) : `${this.top}/${this.bottom}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** From safe integers, in lowest terms. */
function small(n: number, d: number): Fraction {
  if (d === 0) throw new RangeError('A fraction has no zero denominator')
  if (n === 0) return Fraction.zero
  const divisor = (d < 0 ? -1 : 1) * commonDivisor(n < 0 ? -n : n, d < 0 ? -d : d)
  return divisor === 1 ? construct(n, d) : construct(n / divisor, d / divisor)
}

/** From whole numbers of any size, in lowest terms; what has become too long to be an amount of anything throws. */
function big(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('A fraction has no zero denominator')
  const divisor = (d < 0n ? -1n : 1n) * greatestCommonDivisor(absolute(n), absolute(d))
  const [top, bottom] = [n / divisor, d / divisor]
  if (isWithin(top, safe) && isWithin(bottom, safe))
    return construct(Number(top) + 0, Number(bottom))
  if (isWithin(top, largest) && isWithin(bottom, largest)) return construct(top, bottom)
  throw new RangeError('A fraction has become too long to be calculated with')
}

/** `scaled` units of the last of so many decimal places. */
function decimalText(isNegative: boolean, scaled: number, places: number): string {
  if (scaled === 0) return '0'
  let [left, digits] = [scaled, places]
  while (digits > 0 && left % 10 === 0) [left, digits] = [left / 10, digits - 1]
  const rest = left % 10 ** digits
  const whole = (left - rest) / 10 ** digits
  const decimals = digits === 0 ? '' : `.${String(rest).padStart(digits, '0')}`
  return `${isNegative ? '-' : ''}${whole}${decimals}`
}

function product(a: Whole, b: Whole, c: Whole, d: Whole): Fraction {
  if (isSmall(a) && isSmall(b) && isSmall(c) && isSmall(d)) {
    const [top, bottom] = [a * b, c * d]
    if (isExact(top) && isExact(bottom)) return small(top, bottom)
  }
  return big(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d))
}

function isSmall(value: Whole): value is number {
  return typeof value === 'number'
}

/** Whether a sum or product of safe integers is exact: one that is not lies past the safe ones. */
function isExact(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER
}

function isWithin(value: bigint, most: bigint): boolean {
  return value <= most && value >= -most
}

/** A whole number as it is written. */
function whole(digits: string): Whole {
  return digits.length <= 15 ? Number(digits) : BigInt(digits)
}

function integer(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value
  if (!Number.isSafeInteger(value)) throw new RangeError('A fraction is made of whole numbers')
  return BigInt(value)
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
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
