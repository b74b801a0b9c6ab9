import { inflateSync } from 'node:zlib'

/** What a look into a PDF found. */
export interface PdfFacts {
  readonly pages: number
  readonly encrypted: boolean
  /** It holds JavaScript or starts a program. */
  readonly active: boolean
}

const mostInflatedBytes = 64_000_000

/**
 * Looks at a PDF's objects without setting it: those in the open and those in object streams
 * (ISO 32000-1, 7.5.7). Names are compared after their #xx escapes are undone. Null when it has no page.
 */
export function pdfFacts(bytes: Uint8Array): PdfFacts | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const text = withoutEscapes(outsideStreams(raw) + objectStreams(raw))
  const counts = [
    ...text.matchAll(
      /\/Type\s*\/Pages\b[^]{0,2000}?\/Count\s+(\d+)|\/Count\s+(\d+)[^]{0,2000}?\/Type\s*\/Pages\b/g,
    ),
  ]
  const stated = counts.map((match) => Number(match[1] ?? match[2]))
  const seen = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const pages = Math.max(
    0,
    ...stated.filter((count) => count <= Math.max(seen, 1) * 2),
    seen > 0 ? 1 : 0,
  )
  const encrypted = /\/Encrypt\b/.test(text)
  if (pages === 0 && !encrypted) return null
  const active = /\/(?:JavaScript|JS|Launch|RichMedia)\b/.test(text)
  return { pages, encrypted, active }
}

function outsideStreams(raw: string): string {
  return raw.replace(/\bstream\r?\n[^]*?\bendstream\b/g, ' ')
}

/** Unpacks the streams that hold objects; pictures and page contents stay packed. */
function objectStreams(raw: string): string {
  let inflated = ''
  for (const match of raw.matchAll(/\/ObjStm\b[^]{0,600}?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = raw.indexOf('endstream', start)
    if (end < 0) break
    const room = mostInflatedBytes - inflated.length
    if (room <= 0) break
    inflated += ` ${inflateOrEmpty(raw.slice(start, end), room)}`
  }
  return inflated
}

function inflateOrEmpty(packed: string, room: number): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: room }).toString('latin1')
  } catch {
    return ''
  }
}

function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
