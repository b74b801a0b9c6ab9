import { profile } from './h264.ts'

/** A film as its pictures, each as long as the others. */
export interface Film {
  width: number
  height: number
  picturesASecond: number
  sequence: Uint8Array
  picture: Uint8Array
  /** The first can be shown without any other. */
  samples: readonly Uint8Array[]
}

/** The film as an MP4 (ISO/IEC 14496-12 and -15), what it is before its pictures so that a player can begin at once. */
export function filmAsMp4(film: Film): Uint8Array {
  const samples = film.samples.map((sample) => Buffer.concat([long(sample.length), sample]))
  const kind = box('ftyp', text('isom'), long(512), text('isomiso2avc1mp41'))
  const sized = movie(film, samples, 0)
  const told = movie(film, samples, kind.length + sized.length + 8)
  return new Uint8Array(Buffer.concat([kind, told, box('mdat', ...samples)]))
}

const text = (value: string) => Buffer.from(value, 'latin1')
const zeros = (count: number) => Buffer.alloc(count)

function long(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value, place * 4)
  return bytes
}

function short(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [place, value] of values.entries()) bytes.writeUInt16BE(value, place * 2)
  return bytes
}

function box(kind: string, ...parts: Uint8Array[]): Buffer {
  const inner = Buffer.concat(parts)
  return Buffer.concat([long(inner.length + 8), text(kind), inner])
}

/** A box that begins with a version and flags. */
const full = (kind: string, flags: number, ...parts: Uint8Array[]) =>
  box(kind, long(flags), ...parts)

const upright = long(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

function movie(film: Film, samples: readonly Buffer[], at: number): Buffer {
  const scale = film.picturesASecond
  const lasts = samples.length
  const header = full(
    'mvhd',
    0,
    long(0, 0, scale, lasts, 0x10000),
    short(0x100),
    zeros(10),
    upright,
    zeros(24),
    long(2),
  )
  const track = full(
    'tkhd',
    3,
    long(0, 0, 1, 0, lasts),
    zeros(16),
    upright,
    long(film.width << 16, film.height << 16),
  )
  const media = box(
    'mdia',
    full('mdhd', 0, long(0, 0, scale, lasts), short(0x55c4, 0)),
    full('hdlr', 0, long(0), text('vide'), zeros(12), text('\0')),
    box(
      'minf',
      full('vmhd', 1, zeros(8)),
      box('dinf', full('dref', 0, long(1), full('url ', 1))),
      sampleTable(film, samples, at),
    ),
  )
  return box('moov', header, box('trak', track, media))
}

function sampleTable(film: Film, samples: readonly Buffer[], at: number): Buffer {
  return box(
    'stbl',
    full('stsd', 0, long(1), entry(film)),
    full('stts', 0, long(1, samples.length, 1)),
    full('stss', 0, long(1, 1)),
    full('stsc', 0, long(1, 1, samples.length, 1)),
    full('stsz', 0, long(0, samples.length, ...samples.map(({ length }) => length))),
    full('stco', 0, long(1, at)),
  )
}

function entry({ width, height, sequence, picture }: Film): Buffer {
  const told = box(
    'avcC',
    Buffer.from([1, ...profile, 0xff, 0xe1]),
    short(sequence.length),
    sequence,
    Buffer.from([1]),
    short(picture.length),
    picture,
  )
  return box(
    'avc1',
    zeros(6),
    short(1),
    zeros(16),
    short(width, height),
    long(0x480000, 0x480000, 0),
    short(1),
    zeros(32),
    short(0x18, 0xffff),
    told,
  )
}
