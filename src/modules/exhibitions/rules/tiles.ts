import type { ImagePlan, ImageSize } from './image-request.ts'

/** The side of a tile: what viewers are told to ask for, and what stands in the file as it is sent. */
export const tileSide = 512

/** The widths at which a whole picture is made ready, for lists, cards and phones. */
export const commonWidths = [200, 400, 800, 1200] as const

/** How often each side of the picture is halved until one tile holds it. */
export function scaleFactors({ width, height }: ImageSize): number[] {
  const factors = [1]
  while (Math.max(width, height) / factors.at(-1)! > tileSide) factors.push(factors.at(-1)! * 2)
  return factors
}

/** A picture of a level of the pyramid as a request names it: the size is that of §5.4, rounded up. */
export function levelSize({ width, height }: ImageSize, factor: number): ImageSize {
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor) }
}

/** A tile as it stands in the pyramid: which level, which column and row. */
export interface TilePlace {
  level: number
  column: number
  row: number
}

/**
 * The tile that a request asks for, where it is exactly one: upright, as a JPEG, a region on the grid of a scale factor
 * in the size of one tile. Tiles that the picture does not fill are none: they stand padded in the file.
 */
export function wholeTileOf(plan: ImagePlan): TilePlace | null {
  const { region, size } = plan
  if (!isPlainJpeg(plan) || size.width !== tileSide || size.height !== tileSide) return null
  const level = Math.log2(region.width / tileSide)
  if (!Number.isInteger(level) || level < 0 || region.height !== region.width) return null
  if (region.x % region.width !== 0 || region.y % region.height !== 0) return null
  return { level, column: region.x / region.width, row: region.y / region.height }
}

/** Whether a request is for the picture as it is, as a JPEG: neither turned nor recoloured. */
export function isPlainJpeg({ rotation, mirrored, quality, format }: ImagePlan): boolean {
  return (
    rotation === 0 &&
    !mirrored &&
    format === 'jpg' &&
    (quality === 'default' || quality === 'color')
  )
}

/** The name under which a plain JPEG is made ready beforehand. */
export function preparedKey({ region, size }: Pick<ImagePlan, 'region' | 'size'>): string {
  return `${region.x},${region.y},${region.width},${region.height}/${size.width},${size.height}`
}

/** What is made ready at ingest: tiles at the right and lower edge of each level, and the whole picture in common sizes. */
export function toPrepare(full: ImageSize): Pick<ImagePlan, 'region' | 'size'>[] {
  const edges = scaleFactors(full).flatMap((factor) => edgeTiles(full, factor))
  const whole = { x: 0, y: 0, ...full }
  const sizes = [
    ...commonWidths.filter((width) => width < full.width).map((width) => byWidth(full, width)),
    ...scaleFactors(full)
      .slice(1)
      .map((factor) => levelSize(full, factor))
      .filter(({ width, height }) => Math.max(width, height) <= 1200),
  ]
  const all = [...edges, ...sizes.map((size) => ({ region: whole, size }))]
  return [...new Map(all.map((each) => [preparedKey(each), each])).values()]
}

/** The whole picture so wide, its height after its shape (§4.2, `w,`). */
export function byWidth(full: ImageSize, width: number): ImageSize {
  return { width, height: Math.max(1, Math.round((full.height * width) / full.width)) }
}

function edgeTiles(full: ImageSize, factor: number): Pick<ImagePlan, 'region' | 'size'>[] {
  const step = tileSide * factor
  const columns = Math.ceil(full.width / step)
  const rows = Math.ceil(full.height / step)
  const places = [
    ...Array.from({ length: rows }, (_each, row) => ({ column: columns - 1, row })),
    ...Array.from({ length: columns - 1 }, (_each, column) => ({ column, row: rows - 1 })),
  ]
  return places.flatMap(({ column, row }) => {
    const [x, y] = [column * step, row * step]
    const region = {
      x,
      y,
      width: Math.min(step, full.width - x),
      height: Math.min(step, full.height - y),
    }
    const size = levelSize(region, factor)
    const isWhole = region.width === step && region.height === step
    return isWhole ? [] : [{ region, size }]
  })
}
