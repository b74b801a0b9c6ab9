/** Reads bytes at a place of a recording. */
export type ReadBytes = (offset: number, length: number) => Promise<Buffer>

/** How long a recording is and how large its picture, as far as its container says. */
export interface RecordingFacts {
  durationMs: number | null
  width: number | null
  height: number | null
}

const unknown: RecordingFacts = { durationMs: null, width: null, height: null }
const mostBoxes = 2000

/** Of an MP4 or M4A (ISO/IEC 14496-12: `mvhd`, `tkhd`) or a WAV; of anything else, or where it is damaged, nothing is known. */
export async function recordingFacts(read: ReadBytes, size: number): Promise<RecordingFacts> {
  try {
    const head = await read(0, Math.min(12, size))
    if (head.toString('latin1', 4, 8) === 'ftyp') return await ofMp4(read, { from: 0, until: size })
    if (head.toString('latin1', 0, 4) === 'RIFF') return await ofWav(read, size)
    return unknown
  } catch {
    return unknown
  }
}

interface Span {
  from: number
  until: number
}

async function ofMp4(read: ReadBytes, whole: Span): Promise<RecordingFacts> {
  const facts = { ...unknown }
  const movie = await boxIn(read, whole, 'moov')
  if (!movie) return unknown
  for (const { kind, from, until } of await boxesIn(read, movie)) {
    if (kind === 'mvhd')
      facts.durationMs = movieDuration(await read(from, Math.min(36, until - from)))
    if (kind !== 'trak') continue
    const header = await boxIn(read, { from, until }, 'tkhd')
    if (!header) continue
    const end = await read(header.until - 8, 8)
    const [width, height] = [end.readUInt32BE(0) >>> 16, end.readUInt32BE(4) >>> 16]
    if (width > 0 && height > 0) Object.assign(facts, { width, height })
  }
  return facts
}

function movieDuration(header: Buffer): number | null {
  const isLong = header[0] === 1
  const scale = header.readUInt32BE(isLong ? 20 : 12)
  const units = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  const duration = Math.round((units * 1000) / scale)
  return Number.isSafeInteger(duration) && duration > 0 ? duration : null
}

async function boxIn(read: ReadBytes, span: Span, kind: string): Promise<Span | null> {
  return (await boxesIn(read, span)).find((each) => each.kind === kind) ?? null
}

async function boxesIn(read: ReadBytes, { from, until }: Span) {
  const found: (Span & { kind: string })[] = []
  for (let at = from; at + 8 <= until && found.length < mostBoxes;) {
    const head = await read(at, Math.min(16, until - at))
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? until - at : short
    if (length < 8 || at + length > until) break
    const start = at + (short === 1 ? 16 : 8)
    found.push({ kind: head.toString('latin1', 4, 8), from: start, until: at + length })
    at += length
  }
  return found
}

async function ofWav(read: ReadBytes, size: number): Promise<RecordingFacts> {
  let bytesASecond = 0
  for (let at = 12, count = 0; at + 8 <= size && count < mostBoxes; count += 1) {
    const head = await read(at, 8)
    const length = head.readUInt32LE(4)
    const kind = head.toString('latin1', 0, 4)
    if (kind === 'fmt ') bytesASecond = (await read(at + 8, 16)).readUInt32LE(8)
    if (kind === 'data' && bytesASecond > 0) {
      const held = Math.min(length, size - at - 8)
      return { ...unknown, durationMs: Math.max(1, Math.round((held * 1000) / bytesASecond)) }
    }
    at += 8 + length + (length % 2)
  }
  return unknown
}
