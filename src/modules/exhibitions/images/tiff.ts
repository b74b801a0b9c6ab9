import { fstat, open as openFile, close as closeFile, read as readFile } from 'node:fs'
import { promisify } from 'node:util'

/** One level of a pyramid: a picture in JPEG tiles, and where each of them stands in the file. */
export interface TiffLevel {
  width: number
  height: number
  tileWidth: number
  tileHeight: number
  /** Across and down; the last of a row or column may hold less picture than it is large. */
  columns: number
  rows: number
  offsets: readonly number[]
  byteCounts: readonly number[]
  /** What begins each tile that is sent on its own: start of image, a JFIF header, the tables of the level. */
  head: Buffer
}

/** A file that is read at places, never as a whole. */
export interface OpenFile {
  fd: number
  sizeBytes: number
}

const opened = promisify(openFile)
const closed = promisify(closeFile)
const sized = promisify(fstat)

export async function openAt(path: string): Promise<OpenFile> {
  const fd = await opened(path, 'r')
  return { fd, sizeBytes: (await sized(fd)).size }
}

export function closeOpen({ fd }: OpenFile): Promise<void> {
  return closed(fd)
}

/** Bytes at a place of the file, after `room` bytes that are left free for whoever asks. */
export function readAt(file: OpenFile, offset: number, length: number, room = 0): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (offset < 0 || offset + length > file.sizeBytes)
      return reject(new RangeError('The file ends before what it names.'))
    const bytes = Buffer.allocUnsafe(room + length)
    readFile(file.fd, bytes, room, length, offset, (error, count) => {
      if (error) reject(error)
      else if (count < length) reject(new RangeError('The file ends before what it names.'))
      else resolve(bytes)
    })
  })
}

const tag = {
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  tileWidth: 322,
  tileHeight: 323,
  offsets: 324,
  byteCounts: 325,
  jpegTables: 347,
} as const

const mostLevels = 32
const mostTiles = 4_000_000

/**
 * Reads the levels of a TIFF (classic or BigTIFF, either byte order) whose pages are JPEG in tiles (compression 7, TIFF
 * Technical Note 2); throws for any other.
 */
export async function readLevels(file: OpenFile): Promise<TiffLevel[]> {
  const reader = await headerOf(file)
  const levels: TiffLevel[] = []
  let at = reader.first
  while (at !== 0) {
    if (levels.length === mostLevels) throw new RangeError('The pyramid has too many levels.')
    const { entries, next } = await directoryAt(file, reader, at)
    levels.push(await levelOf(file, reader, entries))
    at = next
  }
  return levels
}

interface Layout {
  little: boolean
  big: boolean
}

async function headerOf(file: OpenFile): Promise<Layout & { first: number }> {
  const head = await readAt(file, 0, 16)
  const order = head.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') throw new RangeError('This is no TIFF.')
  const little = order === 'II'
  const version = little ? head.readUInt16LE(2) : head.readUInt16BE(2)
  if (version === 42) {
    return { little, big: false, first: little ? head.readUInt32LE(4) : head.readUInt32BE(4) }
  }
  if (version !== 43) throw new RangeError('This is no TIFF.')
  return { little, big: true, first: numberAt({ little, big: true }, head, 8, 16) }
}

interface Entry {
  type: number
  count: number
  /** The value itself where it fits, else where it stands. */
  field: Buffer
}

async function directoryAt(file: OpenFile, layout: Layout, at: number) {
  const { big } = layout
  const countBytes = big ? 8 : 2
  const entryBytes = big ? 20 : 12
  const count = numberAt(layout, await readAt(file, at, countBytes), 0, big ? 16 : 3)
  if (count > 4096) throw new RangeError('The directory is too long.')
  const bytes = await readAt(file, at + countBytes, count * entryBytes + (big ? 8 : 4))
  const entries = new Map<number, Entry>()
  for (let index = 0; index < count; index += 1) {
    const from = index * entryBytes
    entries.set(numberAt(layout, bytes, from, 3), {
      type: numberAt(layout, bytes, from + 2, 3),
      count: numberAt(layout, bytes, from + 4, big ? 16 : 4),
      field: bytes.subarray(from + (big ? 12 : 8), from + entryBytes),
    })
  }
  return { entries, next: numberAt(layout, bytes, count * entryBytes, big ? 16 : 4) }
}

async function levelOf(
  file: OpenFile,
  layout: Layout,
  entries: ReadonlyMap<number, Entry>,
): Promise<TiffLevel> {
  const values = (name: keyof typeof tag) => valuesOf(file, layout, entries.get(tag[name]))
  const one = async (name: keyof typeof tag) => {
    const [value] = await values(name)
    if (value === undefined) throw new RangeError(`The level has no ${name}.`)
    return value
  }
  if ((await one('compression')) !== 7) throw new RangeError('The tiles are no JPEG.')
  const [width, height] = [await one('width'), await one('height')]
  const [tileWidth, tileHeight] = [await one('tileWidth'), await one('tileHeight')]
  const columns = Math.ceil(width / tileWidth)
  const rows = Math.ceil(height / tileHeight)
  const offsets = await values('offsets')
  const byteCounts = await values('byteCounts')
  if (offsets.length !== columns * rows || byteCounts.length !== offsets.length)
    throw new RangeError('The level has more or fewer tiles than it needs.')
  const tables = entries.get(tag.jpegTables)
  const isYcc = (await one('photometric')) === 6
  const head = headOf(tables ? await rawValue(file, layout, tables) : null, isYcc)
  return { width, height, tileWidth, tileHeight, columns, rows, offsets, byteCounts, head }
}

const typeBytes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1, 16: 8 }

async function valuesOf(
  file: OpenFile,
  layout: Layout,
  entry: Entry | undefined,
): Promise<number[]> {
  if (!entry) return []
  const bytes = await rawValue(file, layout, entry)
  const size = typeBytes[entry.type]!
  return Array.from({ length: entry.count }, (_each, index) =>
    numberAt(layout, bytes, index * size, entry.type),
  )
}

async function rawValue(file: OpenFile, layout: Layout, entry: Entry): Promise<Buffer> {
  const size = typeBytes[entry.type]
  if (size === undefined || entry.count > mostTiles) throw new RangeError('An entry is not known.')
  const length = size * entry.count
  if (length <= entry.field.length) return entry.field.subarray(0, length)
  return readAt(file, numberAt(layout, entry.field, 0, layout.big ? 16 : 4), length)
}

function numberAt({ little }: Layout, bytes: Buffer, at: number, type: number): number {
  switch (type) {
    case 1:
    case 7:
      return bytes.readUInt8(at)
    case 3:
      return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)
    case 4:
      return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
    default:
      return Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  }
}

const startOfImage = Buffer.from([0xff, 0xd8])
/** Says Y′CbCr to every decoder. */
const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
/** Says that the three channels are red, green and blue: without it decoders take them for Y′CbCr. */
const adobeRgb = Buffer.from('ffee000e41646f626500640000000000', 'hex')

function headOf(tables: Buffer | null, isYcc: boolean): Buffer {
  // The tables are a JPEG of their own, between start (FFD8) and end (FFD9).
  const inner = tables ? tables.subarray(2, tables.length - 2) : Buffer.alloc(0)
  return Buffer.concat([startOfImage, isYcc ? jfif : adobeRgb, inner])
}

/** The bytes of one tile as a JPEG of its own: nothing is decoded. */
export async function readTile(file: OpenFile, level: TiffLevel, index: number): Promise<Buffer> {
  const { head } = level
  // The tile brings its own start of image, over which the end of the head is written.
  const room = head.length - startOfImage.length
  const bytes = await readAt(file, level.offsets[index]!, level.byteCounts[index]!, room)
  head.copy(bytes)
  return bytes
}
