import { gunzipSync } from 'node:zlib'
import { decodeXml } from '#kernel/files'

export type DecodedInput =
  | { ok: true; text: string }
  | {
      ok: false
      key: 'elmo.empty' | 'elmo.too-large' | 'elmo.compressed-broken' | 'elmo.encoding-broken'
      args: Record<string, string | number>
    }

/**
 * Turns a file, or the form field that EMREX sends (gzip, then Base64), into text. Limits hold for
 * the unpacked size too, so a small file cannot unfold into a large one.
 */
export function decodeElmo(input: string | Uint8Array, mostBytes: number): DecodedInput {
  const given = typeof input === 'string' ? Buffer.from(input, 'utf8') : Buffer.from(input)
  if (given.length > mostBytes) return tooLarge(mostBytes)
  const packed = isGzip(given) ? given : fromBase64(given)
  if (packed === null) return decodeText(given)
  let bytes: Buffer
  try {
    bytes = gunzipSync(packed, { maxOutputLength: mostBytes })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(mostBytes)
    return { ok: false, key: 'elmo.compressed-broken', args: {} }
  }
  return decodeText(bytes)
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Gzip in Base64 always begins with 'H4sI'; no XML does. */
function fromBase64(bytes: Buffer): Buffer | null {
  const start = bytes.subarray(0, 64).toString('latin1').trimStart()
  if (!start.startsWith('H4sI')) return null
  const decoded = Buffer.from(bytes.toString('latin1'), 'base64')
  return isGzip(decoded) ? decoded : null
}

function decodeText(bytes: Buffer): DecodedInput {
  const decoded = decodeXml(bytes)
  if (!decoded.ok)
    return { ok: false, key: 'elmo.encoding-broken', args: { encoding: decoded.encoding } }
  if (decoded.text.trim() === '') return { ok: false, key: 'elmo.empty', args: {} }
  return decoded
}

function tooLarge(mostBytes: number): DecodedInput {
  return { ok: false, key: 'elmo.too-large', args: { limit: Math.floor(mostBytes / 1_048_576) } }
}
