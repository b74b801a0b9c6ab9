import { inflateSync } from 'node:zlib'

/** What a look into a PDF found. */
export interface PdfFacts {
  readonly pages: number
  readonly encrypted: boolean
  /** It holds JavaScript or starts a program. */
  readonly active: boolean
}

const mostInflatedBytes = 64_000_000
/** A name rarely has one; a file full of them only keeps whoever reads it busy. */
const mostEscapes = 200_000

/**
 * Looks at a PDF's objects without setting it: those in the open and those in object streams
 * (ISO 32000-1, 7.5.7). Names are compared after their #xx escapes are undone. Null when it has no page.
 */
export function pdfFacts(bytes: Uint8Array): PdfFacts | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const escaped = outsideStreams(raw) + objectStreams(raw)
  if (escaped.split('#', mostEscapes + 2).length > mostEscapes + 1) return null
  const text = withoutEscapes(escaped)
  const pages = pageCount(text)
  const encrypted = /\/Encrypt\b/.test(text)
  if (pages === 0 && !encrypted) return null
  const active = /\/(?:JavaScript|JS|Launch|RichMedia)\b/.test(text)
  return { pages, encrypted, active }
}

/** Pages that were changed later stand in the file twice; the page tree's own count is then the smaller one. */
function pageCount(text: string): number {
  const seen = text.match(/\/Type\s{0,20}\/Page\b/g)?.length ?? 0
  const counts = Array.from(text.matchAll(/\/Count\s{1,20}(\d{1,7})\b/g), (match) =>
    Number(match[1]),
  )
  const fitting = counts.filter((count) => count > 0 && count <= seen)
  return fitting.length === 0 ? seen : Math.max(...fitting.slice(0, 10_000))
}

function outsideStreams(raw: string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const start = raw.indexOf('stream', from)
    const end = start < 0 ? -1 : raw.indexOf('endstream', start)
    if (end < 0) return parts.join(' ') + raw.slice(from)
    parts.push(raw.slice(from, start))
    from = end + 'endstream'.length
  }
}

/** Unpacks the streams that hold objects; pictures and page contents stay packed. */
function objectStreams(raw: string): string {
  let inflated = ''
  let unread = raw.length
  for (const match of raw.matchAll(/\/ObjStm\b[^]{0,600}?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = raw.indexOf('endstream', start)
    const room = mostInflatedBytes - inflated.length
    // Streams do not overlap, so together they are no longer than the file.
    unread -= end - start
    if (end < 0 || room <= 0 || unread < 0) break
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
