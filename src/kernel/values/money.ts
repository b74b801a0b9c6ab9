import { currencyExponents } from './currencies.ts'
import { normaliseDigits } from './digits.ts'
import { Fraction } from './fraction.ts'
import type { RoundingMode } from './fraction.ts'
import type { Language } from './languages.ts'
import { localeOf } from './languages.ts'

/** A currency code of ISO 4217, such as 'THB'. */
export type Currency = string

/** An amount in whole minor units (satang, cents, won) of one currency. */
export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

const longestInput = 40
const separators = /[\s'’_\u00a0\u202f]/g

/** Whether a text is a currency code that money can be kept in. */
export function isCurrency(value: unknown): value is Currency {
  return typeof value === 'string' && currencyExponents.has(value)
}

/** The number of decimals of the currency's minor unit by ISO 4217; an unknown code throws. */
export function currencyExponent(currency: Currency): number {
  const exponent = currencyExponents.get(currency)
  if (exponent === undefined) throw new RangeError(`${currency} is not a currency of ISO 4217`)
  return exponent
}

/** Makes an amount from minor units; an unknown currency or a number that is not a safe integer throws. */
export function money(minor: bigint | number, currency: Currency): Money {
  currencyExponent(currency)
  if (typeof minor === 'number' && !Number.isSafeInteger(minor)) {
    throw new RangeError('Money is counted in whole minor units')
  }
  return Object.freeze({ minor: BigInt(minor), currency })
}

/** The sum of two amounts in one currency; across currencies it throws, since an exchange rate is a fact of its own. */
export function addMoney(a: Money, b: Money): Money {
  requireOneCurrency(a, b)
  return money(a.minor + b.minor, a.currency)
}

/** The first amount less the second, in one currency; the result may be negative. */
export function subtractMoney(a: Money, b: Money): Money {
  requireOneCurrency(a, b)
  return money(a.minor - b.minor, a.currency)
}

/** The order of two amounts in one currency; across currencies it throws. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  requireOneCurrency(a, b)
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0
}

/** An amount times an exact factor, rounded once to whole minor units. */
export function multiplyMoney(amount: Money, factor: Fraction, mode: RoundingMode): Money {
  const exact = Fraction.of(amount.minor).multiply(factor)
  return money(exact.roundTo(Fraction.one, mode).numerator, amount.currency)
}

/**
 * Shares an amount by weights so that the parts add up to it exactly; the minor units left over go one each to the
 * parts with the largest remainder, earlier parts first. Weights are not negative and not all zero.
 */
export function allocateMoney(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('Weights are not negative and not all zero')
  }
  const sign = amount.minor < 0n ? -1n : 1n
  const size = sign * amount.minor
  const shares = weights.map((weight, index) => ({
    index,
    whole: (size * weight) / total,
    rest: (size * weight) % total,
  }))
  let left = size - shares.reduce((sum, share) => sum + share.whole, 0n)
  const order = shares.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1))
  for (const share of order) {
    if (left === 0n) break
    share.whole += 1n
    left -= 1n
  }
  return shares.map((share) => money(sign * share.whole, amount.currency))
}

/** The amount as plain decimal text with every decimal of the currency: '1500.00'. */
export function moneyToDecimal(amount: Money): string {
  const exponent = currencyExponent(amount.currency)
  const sign = amount.minor < 0n ? '-' : ''
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  return sign + digits.slice(0, cut) + (exponent === 0 ? '' : `.${digits.slice(cut)}`)
}

/** The amount as the language writes it, with the currency's code or sign, at the decimals of ISO 4217. */
export function formatMoney(
  amount: Money,
  language: Language,
  display: 'code' | 'symbol' = 'code',
): string {
  const exponent = currencyExponent(amount.currency)
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: display === 'symbol' ? 'narrowSymbol' : 'code',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(moneyToDecimal(amount) as Intl.StringNumericLiteral)
}

/**
 * Reads an amount as the language writes numbers: '1,500.50', in French '1 500,50' too. Null for anything that is not
 * plainly an amount: more decimals than the currency has, an exponent, or commas where no group of three begins.
 */
export function parseMoney(text: string, currency: Currency, language: Language): Money | null {
  if (text.length > longestInput) return null
  const exponent = currencyExponent(currency)
  const plain = plainDecimal(normaliseDigits(text).trim().replace(separators, ''), language)
  if (plain === null) return null
  const [whole = '', places = ''] = plain.split('.')
  if (places.length > exponent) return null
  return money(BigInt(whole + places.padEnd(exponent, '0')), currency)
}

function plainDecimal(text: string, language: Language): string | null {
  const french = language === 'fr' && /^-?\d+,\d+$/.test(text)
  if (french) return text.replace(',', '.')
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return null
  return text.replaceAll(',', '')
}

function requireOneCurrency(a: Money, b: Money): void {
  if (a.currency === b.currency) return
  throw new TypeError(`${a.currency} and ${b.currency} need an exchange rate`)
}
