/** The bytes that a player asks for, both ends in them. */
export interface ByteRange {
  from: number
  until: number
}

/**
 * Reads a Range header (RFC 9110 §14.2) for a content of this size. One range of bytes is given; several, and other
 * units, are passed over (null: the whole is sent). `beyond` is one that begins after the end.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'beyond' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const count = Math.min(Number(last), size)
    return count === 0 ? 'beyond' : { from: size - count, until: size - 1 }
  }
  const from = Number(first)
  const until = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from >= size) return 'beyond'
  return from > until ? null : { from, until }
}
