const side = 512

/** A tile of a picture: where it lies in the picture's own pixels, and the address that gives it (IIIF Image API 3.0). */
export interface Tile {
  key: string
  address: string
  x: number
  y: number
  width: number
  height: number
}

/** What of a picture is in sight, in its own pixels. */
export interface Sight {
  x: number
  y: number
  width: number
  height: number
}

/** The factor by which tiles are reduced for so many screen points a pixel: a power of two, never coarser than is shown. */
export function factorFor(scale: number, longest: number): number {
  let factor = 1
  while (factor * 2 * scale <= 1 && factor * side < longest) factor *= 2
  return factor
}

/** The tiles of one factor that lie in sight. */
export function tilesIn(
  { service, width, height }: { service: string; width: number; height: number },
  sight: Sight,
  factor: number,
): Tile[] {
  const step = side * factor
  const tiles: Tile[] = []
  const from = (start: number) => Math.max(0, Math.floor(start / step))
  for (let row = from(sight.y); row * step < Math.min(height, sight.y + sight.height); row += 1) {
    for (
      let column = from(sight.x);
      column * step < Math.min(width, sight.x + sight.width);
      column += 1
    ) {
      const x = column * step
      const y = row * step
      const wide = Math.min(step, width - x)
      const high = Math.min(step, height - y)
      const size = `${Math.ceil(wide / factor)},${Math.ceil(high / factor)}`
      const isWhole = wide === width && high === height
      const region = isWhole ? 'full' : `${x},${y},${wide},${high}`
      tiles.push({
        key: `${factor} ${column} ${row}`,
        address: `${service}/${region}/${size}/0/default.jpg`,
        x,
        y,
        width: wide,
        height: high,
      })
    }
  }
  return tiles
}
