/** A server of tiles that can be asked. */
export interface TileServer {
  name: string
  pid: number
  /** Asks for one tile and gives the size of its answer in bytes. */
  tile(tile: Tile): Promise<number>
  stop(): Promise<void>
}

/** How long each answer took, in ms, and how long all of them together. */
export interface Measured {
  times: number[]
  elapsedMs: number
}

/** A region of the picture, and the size in which it is asked for. */
export interface Tile {
  x: number
  y: number
  width: number
  height: number
  size: { width: number; height: number }
}

/** All tiles of 512 points of all levels, in an order that looks random and is the same each time. */
export function randomTiles(picture: { width: number; height: number }): Tile[] {
  const tiles: Tile[] = []
  const longest = Math.max(picture.width, picture.height)
  for (let factor = 1; factor === 1 || (longest * 2) / factor > 512; factor *= 2)
    tiles.push(...tilesOf(picture, factor))
  let state = 20_261_126
  const next = (below: number) => {
    // Numerical Recipes' generator, enough to shuffle.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let last = tiles.length - 1; last > 0; last -= 1) {
    const other = next(last + 1)
    const moved = tiles[last]!
    tiles[last] = tiles[other]!
    tiles[other] = moved
  }
  return tiles
}

function tilesOf(picture: { width: number; height: number }, factor: number): Tile[] {
  const step = 512 * factor
  const tiles: Tile[] = []
  for (let y = 0; y < picture.height; y += step)
    for (let x = 0; x < picture.width; x += step) {
      const width = Math.min(step, picture.width - x)
      const height = Math.min(step, picture.height - y)
      const size = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) }
      tiles.push({ x, y, width, height, size })
    }
  return tiles
}

/** Asks for the tiles in turn, so many at once, for so long. */
export async function askFor(
  server: TileServer,
  tiles: readonly Tile[],
  { atOnce, seconds }: { atOnce: number; seconds: number },
): Promise<Measured> {
  const times: number[] = []
  const began = performance.now()
  let place = 0
  const one = async () => {
    while (performance.now() - began < seconds * 1000) {
      const tile = tiles[place++ % tiles.length]!
      const asked = performance.now()
      const bytes = await server.tile(tile)
      if (bytes < 200) throw new Error(`${server.name} sent no picture`)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return { times, elapsedMs: performance.now() - began }
}
