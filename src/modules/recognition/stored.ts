import { Fraction } from '#kernel/values'

/**
 * JSON in which a fraction stands as `{"fraction":"3/4"}`, so that a stored rule set, scheme or
 * evaluation is read back exactly as it was.
 */
export function toStored(value: unknown): string {
  return JSON.stringify(encode(value))
}

/** Reads what `toStored` wrote, from jsonb that is already parsed. */
export function fromStored<T>(value: unknown): T {
  return decode(value) as T
}

function encode(value: unknown): unknown {
  if (value instanceof Fraction) return { fraction: value.toString() }
  if (Array.isArray(value)) return value.map(encode)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encode(member)]))
  }
  return value
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value)
  if (members.length === 1 && members[0]?.[0] === 'fraction') return exact(String(members[0][1]))
  return Object.fromEntries(members.map(([name, member]) => [name, decode(member)]))
}

/** No fraction is longer in text: 4,096 bits on either side of the bar. */
const longestStored = 2_500

/** A fraction that the database has checked; anything else is a bug. */
export function exact(text: string): Fraction {
  const value = Fraction.parse(text, longestStored)
  if (value === null) throw new RangeError('Not an exact fraction in a stored row')
  return value
}
