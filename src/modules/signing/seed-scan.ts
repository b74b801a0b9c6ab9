import { deflateSync, crc32 } from 'node:zlib'

const width = 620
const height = 877
type Colour = readonly [number, number, number]
const paper: Colour = [246, 243, 236]
const ink: Colour = [44, 52, 96]
const print: Colour = [120, 120, 118]
const stamp: Colour = [186, 52, 48]

/** A scanned page as PNG, drawn for the demonstration: lines of print, a signature in ink, and a round stamp over it. */
export function drawnScan(): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) put(rows, x, y, paper)
  }
  for (let line = 0; line < 24; line += 1) {
    const end = width - 70 - ((line * 53) % 150)
    for (let x = 70; x < end; x += 1) {
      // Words of different lengths, as from far away.
      if ((x * 7 + line * 31) % 61 < 9) continue
      for (let y = 0; y < 5; y += 1) put(rows, x, 90 + line * 20 + y, print)
    }
  }
  for (let x = 330; x < 560; x += 1) put(rows, x, 740, print)
  for (let step = 0; step < 1400; step += 1) {
    const t = step / 100
    disc(
      rows,
      350 + t * 13 + 9 * Math.sin(t * 2.4),
      712 + 20 * Math.sin(t * 1.7) * Math.cos(t * 0.4),
      1.6,
      ink,
    )
  }
  ring(rows, 500, 700, 62, 3)
  ring(rows, 500, 700, 50, 1.5)
  for (let point = 0; point < 5; point += 1) {
    const angle = -Math.PI / 2 + (point * 4 * Math.PI) / 5
    const next = angle + (4 * Math.PI) / 5
    for (let step = 0; step <= 60; step += 1) {
      const along = step / 60
      const at = (turn: number, centre: number, of: (angle: number) => number) =>
        centre + 26 * of(turn)
      const x = at(angle, 500, Math.cos) * (1 - along) + at(next, 500, Math.cos) * along
      const y = at(angle, 700, Math.sin) * (1 - along) + at(next, 700, Math.sin) * along
      disc(rows, x, y, 1.4, stamp)
    }
  }
  return png(rows)
}

function put(rows: Buffer, x: number, y: number, [red, green, blue]: Colour): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return
  const at = y * (1 + width * 3) + 1 + x * 3
  rows[at] = red
  rows[at + 1] = green
  rows[at + 2] = blue
}

function disc(rows: Buffer, cx: number, cy: number, radius: number, colour: Colour): void {
  for (let y = Math.floor(cy - radius); y <= cy + radius; y += 1) {
    for (let x = Math.floor(cx - radius); x <= cx + radius; x += 1) {
      if ((x - cx) ** 2 + (y - cy) ** 2 <= radius * radius) put(rows, x, y, colour)
    }
  }
}

function ring(rows: Buffer, cx: number, cy: number, radius: number, thick: number): void {
  for (let step = 0; step < 720; step += 1) {
    const angle = (step * Math.PI) / 360
    disc(rows, cx + radius * Math.cos(angle), cy + radius * Math.sin(angle), thick, stamp)
  }
}

/** A picture of eight bits a colour in three colours (PNG, ISO/IEC 15948), each row with the filter "none". */
function png(rows: Buffer): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
