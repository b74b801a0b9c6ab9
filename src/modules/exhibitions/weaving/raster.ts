import sharp from 'sharp'
import { type Cloth, type Crossing, lot } from './cloth.ts'

/** Pixels of three bytes, row by row. */
export interface Raster {
  width: number
  height: number
  pixels: Uint8Array
}

/**
 * Draws a cloth thread by thread: each float is round, lies in the light from above left, and dips where it goes under.
 * Of a cloth that is drawn again and again only some picks need be.
 */
export function drawCloth(cloth: Cloth, { from, until } = { from: 0, until: cloth.picks }): Raster {
  const [cellWidth, cellHeight] = cloth.cell
  const width = cloth.ends * cellWidth
  const height = cloth.picks * cellHeight
  const pixels = new Uint8Array(width * height * 3)
  const sprites = spritesOf(cloth)
  const rows = [from - 1, from, from + 1].map((pick) => rowOf(cloth, pick))
  for (let pick = from; pick < until; pick += 1) {
    const [above, row, below] = rows as [Crossing[], Crossing[], Crossing[]]
    for (let end = 0; end < cloth.ends; end += 1) {
      const crossing = row[end]!
      const sprite = sprites[spriteFor(crossing, end, { above, row, below })]!
      const thread = crossing.top === 'warp' ? lot(1, end) : lot(2, pick)
      const light = 0.93 + 0.1 * thread + 0.04 * lot(3, end, pick)
      paint(
        pixels,
        width,
        [end * cellWidth, pick * cellHeight],
        cloth.cell,
        sprite,
        crossing,
        light,
      )
    }
    rows.shift()
    rows.push(rowOf(cloth, pick + 2))
  }
  return { width, height, pixels }
}

function rowOf(cloth: Cloth, pick: number): Crossing[] {
  const wrapped = ((pick % cloth.picks) + cloth.picks) % cloth.picks
  return Array.from({ length: cloth.ends }, (_, end) => cloth.at(end, wrapped))
}

interface Around {
  above: readonly Crossing[]
  row: readonly Crossing[]
  below: readonly Crossing[]
}

/** Which of the twelve drawings fits: what lies on top, and whether its float begins and ends here. */
function spriteFor(crossing: Crossing, end: number, { above, row, below }: Around): number {
  const { top } = crossing
  if (top === 'warp') {
    return (above[end]!.top === 'warp' ? 0 : 1) + (below[end]!.top === 'warp' ? 0 : 2)
  }
  const before = row[end - 1]
  const after = row[end + 1]
  const begins = !before || before.top !== top || before.colour !== crossing.colour
  const stops = !after || after.top !== top || after.colour !== crossing.colour
  return (top === 'weft' ? 4 : 8) + (begins ? 1 : 0) + (stops ? 2 : 0)
}

/** The light on one crossing, from 0 to about 1.3, for every kind of crossing. */
function spritesOf({ cell: [width, height], sheen }: Cloth): Float32Array[] {
  const drawn = (['warp', 'weft', 'pattern'] as const).flatMap((top) =>
    [0, 1, 2, 3].map((dips) => sprite(top, dips, [width, height], sheen)),
  )
  return drawn
}

function sprite(
  top: Crossing['top'],
  dips: number,
  [width, height]: readonly [number, number],
  sheen: number,
): Float32Array {
  const light = new Float32Array(width * height)
  const thickness = top === 'pattern' ? 1.04 : 0.98
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, along, length] =
        top === 'warp'
          ? [(x + 0.5) / width, (y + 0.5) / height, height / width]
          : [(y + 0.5) / height, (x + 0.5) / width, width / height]
      const offset = ((across - 0.5) * 2) / thickness
      const round = Math.sqrt(Math.max(0, 1 - offset * offset))
      const dip = Math.min(
        dips & 1 ? along * length : Infinity,
        dips & 2 ? (1 - along) * length : Infinity,
      )
      const bent = 0.5 + 0.5 * Math.min(1, dip / 0.55)
      const facing = 0.62 + 0.38 * round - 0.16 * offset
      const twist = 0.035 * Math.sin((along * length * 2.2 + across) * Math.PI * 2)
      const shine = sheen * 0.32 * Math.max(0, 1 - Math.abs(offset + 0.3) * 2.4) * bent
      const edge = Math.min(1, 0.35 + 1.9 * round)
      light[y * width + x] = (facing + twist) * bent * edge + shine
    }
  }
  return light
}

function paint(
  pixels: Uint8Array,
  stride: number,
  [left, top]: readonly [number, number],
  [width, height]: readonly [number, number],
  sprite: Float32Array,
  { colour: [red, green, blue] }: Crossing,
  light: number,
): void {
  for (let y = 0; y < height; y += 1) {
    let to = ((top + y) * stride + left) * 3
    for (let x = 0; x < width; x += 1, to += 3) {
      const shade = sprite[y * width + x]! * light
      pixels[to] = Math.min(255, red * shade)
      pixels[to + 1] = Math.min(255, green * shade)
      pixels[to + 2] = Math.min(255, blue * shade)
    }
  }
}

/** Pixels as a JPEG, without loss of colour at the edges of threads. */
export async function rasterAsJpeg({ width, height, pixels }: Raster): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** The cloth as such a picture. */
export function clothAsJpeg(cloth: Cloth): Promise<Uint8Array> {
  return rasterAsJpeg(drawCloth(cloth))
}

/** A drawing of plain lines as a PNG, four points for each of its own. */
export async function drawingAsPng(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: 288 }).png({ palette: true }).toBuffer()
}
