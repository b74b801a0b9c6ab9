import type { ImagePlan } from '../rules/image-request.ts'
import { isPlainJpeg, preparedKey, wholeTileOf } from '../rules/tiles.ts'
import type { OpenPyramid } from './opened.ts'
import { render } from './render.ts'
import { readAt, readTile } from './tiff.ts'

/**
 * The bytes that a request asks for. A whole tile is passed through as it stands in the file, what was made ready at
 * ingest is read from its place; everything else is rendered. Null where too many wait for a rendering.
 */
export async function pictureOf(pyramid: OpenPyramid, plan: ImagePlan): Promise<Buffer | null> {
  const { file, levels, prepared, path } = pyramid
  const tile = wholeTileOf(plan)
  const level = tile && levels[tile.level]
  if (tile && level && holdsWhole(level, tile)) {
    return readTile(file, level, tile.row * level.columns + tile.column)
  }
  const ready = isPlainJpeg(plan) ? prepared.get(preparedKey(plan)) : undefined
  if (ready) return readAt(file, ready.offset, ready.length)
  return render(path, levels[0]!, levels, plan)
}

/** Whether the tile is full of picture: those at the edges of a level are padded. */
function holdsWhole(
  level: OpenPyramid['levels'][number],
  { column, row }: { column: number; row: number },
): boolean {
  const { width, height, tileWidth, tileHeight } = level
  return (column + 1) * tileWidth <= width && (row + 1) * tileHeight <= height
}
