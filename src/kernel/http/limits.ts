import type { BodyPlace } from './body-room.ts'
import type { TypedReader } from './typed-beside.ts'

/** Counts calls by network in windows of a minute; a process's own guard, not a record of anybody. */
export interface RateLimiter {
  /** Null where the call may go on, else the seconds to wait. */
  take(key: string, perMinute: number, now: Date): number | null
}

const windowMs = 60_000
const mostKeys = 50_000

/** A limiter of two adjoining windows, so that a burst at a window's edge counts once and memory stays bounded. */
export function createRateLimiter(): RateLimiter {
  let windowStart = 0
  let current = new Map<string, number>()
  let previous = new Map<string, number>()
  return {
    take(key, perMinute, now) {
      const at = now.getTime()
      const start = at - (at % windowMs)
      if (start !== windowStart) {
        previous = start - windowStart === windowMs ? current : new Map()
        current = new Map()
        windowStart = start
      }
      const elapsed = (at - windowStart) / windowMs
      const count = (current.get(key) ?? 0) + (previous.get(key) ?? 0) * (1 - elapsed)
      if (count >= perMinute) return Math.max(1, Math.ceil((windowStart + windowMs - at) / 1000))
      if (current.size < mostKeys || current.has(key)) current.set(key, (current.get(key) ?? 0) + 1)
      return null
    },
  }
}

/** How much of a body that is too large is still read for what was typed in it, in limits of its route and in bytes. */
const mostPassed = { limits: 4, bytes: 256 * 1024 * 1024 }

/**
 * Reads a body up to a limit without trusting its declared length, as far as there is room for it. Of one that is too
 * large `typed` gets all that comes, up to a bound: what it does not want is not held.
 */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
  place: BodyPlace,
  typed: TypedReader | null = null,
): Promise<Uint8Array | 'too-large' | 'no-room'> {
  if (body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    const isTooLarge = size > mostBytes
    if (isTooLarge || !place.take(value.byteLength)) {
      if (isTooLarge && typed) await passOver([...parts, value], reader, mostBytes, typed)
      await reader.cancel()
      return isTooLarge ? 'too-large' : 'no-room'
    }
    parts.push(value)
  }
  return Buffer.concat(parts, size)
}

async function passOver(
  parts: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
  mostBytes: number,
  typed: TypedReader,
): Promise<void> {
  for (const part of parts) if (!typed.feed(part)) return
  let left = Math.min(mostPassed.bytes, mostBytes * mostPassed.limits)
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done || !typed.feed(value)) return
    left -= value.byteLength
  }
}

/** Shortens an address to what a limit or a log needs: IPv4 whole, IPv6 its /64. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const groups = [
    ...left,
    ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'),
    ...right,
  ]
  return `${groups.slice(0, 4).join(':').toLowerCase()}::/64`
}
