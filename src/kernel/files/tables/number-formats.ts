/** How a number in a workbook is meant, from its number format. */
export type NumberMeaning =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'padded'; readonly digits: number }
  | { readonly kind: 'date' | 'time' | 'date-time' }

const plain: NumberMeaning = { kind: 'plain' }

/** The formats that a workbook uses by number without writing them down (ECMA-376 part 1, 18.8.30). */
export function builtinMeaning(id: number): NumberMeaning {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id >= 14 && id <= 17) return { kind: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' }
  if (id === 22) return { kind: 'date-time' }
  // 32 to 35 and 55, 56 are times of day in East Asian versions; their neighbours are dates.
  if (id >= 32 && id <= 35) return { kind: 'time' }
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81))
    return { kind: 'date' }
  return plain
}

/** Reads a written format; only its first section counts, and quoted or escaped letters mean nothing. */
export function meaningOf(format: string): NumberMeaning {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(format)
  const section = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .replace(/general|am\/pm|a\/p/gi, (word) => (word.toLowerCase() === 'general' ? '' : 'h'))
  const day =
    /[yd]|[be](?=[^+-]|$)/i.test(section) || (/m/i.test(section) && !/[hs]/i.test(section))
  const clock = elapsed || /[hs]/i.test(section)
  if (day && clock) return { kind: 'date-time' }
  if (day) return { kind: 'date' }
  if (clock) return { kind: 'time' }
  if (section.includes('%')) return { kind: 'percent' }
  const zeros = /^0{2,}$/.exec(section.trim())
  return zeros ? { kind: 'padded', digits: zeros[0].length } : plain
}

/** A stored number as plain text: never an exponent, never the last-place noise of binary fractions. */
export function numberText(stored: string, meaning: NumberMeaning, from1904: boolean): string {
  const value = Number(stored)
  if (!Number.isFinite(value) || stored.trim() === '') return stored
  switch (meaning.kind) {
    case 'plain':
      return plainNumber(stored, value)
    case 'percent':
      return `${plainNumber('', value * 100)}%`
    case 'padded':
      return plainNumber(stored, value).replace(/^\d+$/, (digits) =>
        digits.padStart(meaning.digits, '0'),
      )
    case 'date':
    case 'time':
    case 'date-time':
      return instantText(value, meaning.kind, from1904) ?? plainNumber(stored, value)
  }
}

/** An integer keeps all digits that were written; anything else gets the 15 that a spreadsheet holds. */
function plainNumber(stored: string, value: number): string {
  if (/^-?\d+$/.test(stored)) return stored
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(exponent)
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(
    /0+$/,
    '',
  )
  const text = fraction === '' ? whole : `${whole}.${fraction}`
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}

const dayMs = 86_400_000

/** Serial days since 1900 (with its 29 February that never was) or 1904, as ISO 8601 without a zone. */
function instantText(
  serial: number,
  kind: 'date' | 'time' | 'date-time',
  from1904: boolean,
): string | null {
  if (serial < 0 || serial > 2_958_466) return null
  const seconds = Math.round(serial * 86_400)
  if (kind === 'time' && serial < 1) return new Date(seconds * 1000).toISOString().slice(11, 19)
  const missing = !from1904 && serial < 60 ? 1 : 0
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const iso = new Date(epoch + missing * dayMs + seconds * 1000).toISOString()
  return seconds % 86_400 === 0 && kind !== 'time' ? iso.slice(0, 10) : iso.slice(0, 19)
}
