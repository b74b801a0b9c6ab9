import { createInflateRaw } from 'node:zlib'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { refuse, type Refusal } from '#kernel/database'
import { decoderFor, detectEncoding } from './encodings.ts'
import { m } from './messages/index.ts'

/** Bytes that can be read at any place: in memory or in a file. */
export interface ByteSource {
  readonly size: number
  read(offset: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** One entry of an archive, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly headerOffset: number
}

export interface ZipLimits {
  readonly entries: number
  readonly totalBytes: number
  /** How many times larger than packed an entry of more than 10 MB may be. */
  readonly ratio: number
}

export const officeLimits: ZipLimits = { entries: 5_000, totalBytes: 1_500_000_000, ratio: 200 }

export async function byteSource(from: Uint8Array | string): Promise<ByteSource> {
  if (typeof from !== 'string') {
    const buffer = Buffer.from(from.buffer, from.byteOffset, from.byteLength)
    return {
      size: buffer.length,
      read: async (offset, length) => buffer.subarray(offset, offset + length),
      close: async () => undefined,
    }
  }
  const file = await open(from, 'r')
  return {
    size: (await file.stat()).size,
    async read(offset, length) {
      const buffer = Buffer.allocUnsafe(length)
      const { bytesRead } = await file.read(buffer, 0, length, offset)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

/** More than an entry of a directory takes with its name and what systems add, many entries taken together. */
const mostBytesOfEntry = 16_384
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/**
 * Reads an archive's directory (APPNOTE 4.3) and refuses one that is broken, encrypted, in several
 * parts or 64-bit, that does not fill the whole file, or that would unpack beyond the limits.
 */
export async function zipEntries(
  source: ByteSource,
  limits: ZipLimits = officeLimits,
): Promise<ZipEntry[] | Refusal> {
  const end = await endOfDirectory(source)
  if (end === null) return refuse(422, m('archive-broken'))
  // What a directory says of its own size is its sender's word, and all of it is read into memory.
  if (end.count > limits.entries || end.size > end.count * mostBytesOfEntry)
    return refuse(422, m('archive-bomb'))
  const directory = await source.read(end.offset, end.size)
  const entries = parseDirectory(directory, end.count)
  if (entries === null) return refuse(422, m('archive-broken'))
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const swollen = entries.some(
    (entry) => entry.size > 10_000_000 && entry.size > limits.ratio * entry.compressedSize,
  )
  if (total > limits.totalBytes || swollen || overlaps(entries))
    return refuse(422, m('archive-bomb'))
  return entries
}

async function endOfDirectory(source: ByteSource) {
  const tailLength = Math.min(source.size, 65_557)
  const tail = await source.read(source.size - tailLength, tailLength)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    if (at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue
    const count = tail.readUInt16LE(at + 10)
    const size = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    const placed = source.size - tailLength + at
    const whole = tail.readUInt16LE(at + 4) === 0 && offset + size === placed
    return whole && count < 0xffff ? { count, size, offset } : null
  }
  return null
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: Omit<ZipEntry, 'name'>[] = []
  const names: NameInArchive[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return null
    const flags = directory.readUInt16LE(at + 8)
    const encrypted = (flags & 1) === 1
    const method = directory.readUInt16LE(at + 10)
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const extraAt = at + 46 + nameLength
    const entry = {
      method,
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    }
    if (encrypted || (method !== 0 && method !== 8)) return null
    entries.push(entry)
    names.push({
      bytes: directory.subarray(at + 46, extraAt),
      isUtf8: (flags & utf8Flag) !== 0,
      unicode: unicodePath(directory.subarray(extraAt, extraAt + extraLength)),
    })
    at = extraAt + extraLength + directory.readUInt16LE(at + 32)
  }
  const read = readNames(names)
  return entries.map((entry, place) => ({ name: read[place]!, ...entry }))
}

interface NameInArchive {
  bytes: Buffer
  isUtf8: boolean
  unicode: string | null
}

/** General purpose bit 11 (APPNOTE 4.4.4): the name is UTF-8. */
const utf8Flag = 0x800

/**
 * Names that do not say that they are UTF-8 are in the code page of the machine that packed them, as file managers in
 * China, Thailand and Korea still write them: all of them together tell which.
 */
function readNames(names: readonly NameInArchive[]): string[] {
  const unsaid = names.filter(({ isUtf8, unicode }) => !isUtf8 && unicode === null)
  const encoding = detectEncoding(
    Buffer.concat(unsaid.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])),
  )
  return names.map(({ bytes, isUtf8, unicode }) => {
    if (unicode !== null) return unicode
    if (isUtf8 || encoding.startsWith('utf')) return bytes.toString('utf8')
    const decoder = decoderFor(encoding)
    return decoder.write(bytes) + (decoder.end() ?? '')
  })
}

/** The Unicode Path of Info-ZIP (APPNOTE 4.6.9), which some packers put beside a name in a code page. */
function unicodePath(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const size = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 0x7075 && size > 5 && extra[at + 4] === 1)
      return extra.toString('utf8', at + 9, at + 4 + size)
    at += 4 + size
  }
  return null
}

/** Entries that share their packed bytes make a small file unpack without end. */
function overlaps(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.headerOffset - b.headerOffset)
  return sorted.some(
    (entry, index) =>
      index > 0 &&
      sorted[index - 1]!.headerOffset + 30 + sorted[index - 1]!.compressedSize > entry.headerOffset,
  )
}

/** Thrown by a stream of an entry whose bytes do not agree with the directory. */
export class ZipProblem extends Error {
  readonly bomb: boolean
  constructor(message: string, bomb: boolean) {
    super(message)
    this.bomb = bomb
  }
}

/** Unpacks one entry piece by piece; stops as soon as it grows beyond the size that the directory states. */
export async function* unpack(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await source.read(entry.headerOffset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature)
    throw new ZipProblem(`${entry.name} is not where the directory says`, false)
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = Readable.from(slices(source, start, entry.compressedSize))
  const inflater = entry.method === 8 ? createInflateRaw() : null
  if (inflater) {
    packed.on('error', (error) => inflater.destroy(error))
    packed.pipe(inflater)
  }
  let size = 0
  try {
    for await (const chunk of inflater ?? packed) {
      size += (chunk as Buffer).length
      if (size > entry.size) throw new ZipProblem(`${entry.name} is larger than stated`, true)
      yield chunk as Buffer
    }
  } catch (error) {
    if (error instanceof ZipProblem) throw error
    throw new ZipProblem(`${entry.name} cannot be unpacked`, false)
  } finally {
    packed.destroy()
    inflater?.destroy()
  }
  if (size < entry.size) throw new ZipProblem(`${entry.name} is shorter than stated`, false)
}

async function* slices(source: ByteSource, start: number, length: number): AsyncGenerator<Buffer> {
  const step = 262_144
  for (let at = 0; at < length; at += step) {
    const part = await source.read(start + at, Math.min(step, length - at))
    if (part.length === 0) throw new ZipProblem('the archive ends too early', false)
    yield part
  }
}
