import { Fraction } from './fraction.ts'
import type { Language } from './languages.ts'
import { localeOf } from './languages.ts'

/** A count or an exact fraction in the language's digits and separators, at most `maxDigits` decimals, halves up. */
export function formatNumber(
  value: number | bigint | Fraction,
  language: Language,
  maxDigits = 2,
): string {
  const exact = value instanceof Fraction ? value.toDecimal(maxDigits) : value
  return numberFormat(language, { maximumFractionDigits: maxDigits }).format(
    exact as Intl.StringNumericLiteral,
  )
}

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${options.style ?? ''} ${options.maximumFractionDigits}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), options)
    formats.set(key, format)
  }
  return format
}

/** An exact share, of which 1 is the whole, as a percentage: 3/4 is '75%'. */
export function formatPercent(share: Fraction, language: Language, maxDigits = 1): string {
  const hundredths = share.multiply(Fraction.of(100)).toDecimal(maxDigits)
  return numberFormat(language, {
    style: 'unit',
    unit: 'percent',
    maximumFractionDigits: maxDigits,
  }).format(hundredths as Intl.StringNumericLiteral)
}

/** A list in a sentence: 'Thai, Chinese and English'. */
export function formatList(
  items: readonly string[],
  language: Language,
  type: 'and' | 'or' = 'and',
): string {
  const kind = type === 'and' ? 'conjunction' : 'disjunction'
  const parts = new Intl.ListFormat(localeOf(language), { type: kind }).formatToParts(items)
  return parts.map((part, at) => (language === 'th' ? spaced(parts, at) : part.value)).join('')
}

/** Thai joins its words without a space, and sets one between them and words in other letters. */
function spaced(parts: readonly { type: string; value: string }[], at: number): string {
  const { type, value } = parts[at]!
  if (type !== 'literal') return value
  const before = /^\S/.test(value) && foreignEnd.test(parts[at - 1]?.value ?? '')
  const after = /\S$/.test(value) && foreignStart.test(parts[at + 1]?.value ?? '')
  return `${before ? ' ' : ''}${value}${after ? ' ' : ''}`
}

const foreignEnd = /[\p{L}\p{N}](?<!\p{Script=Thai})\p{P}*$/u
const foreignStart = /^\p{P}*(?!\p{Script=Thai})[\p{L}\p{N}]/u
