import type { BlobStore } from '#kernel/files'
import { type ImagePlan, planImage } from '../rules/image-request.ts'
import { isPlainJpeg, preparedKey, wholeTileOf } from '../rules/tiles.ts'
import { type OpenPyramid, withPyramid } from './opened.ts'
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

/** The longest side of a picture that is taken along: enough for any screen to look at a part of it. */
const longestSide = 4096

/**
 * A picture as one JPEG, as the image server would give it: upright, and without what its file says of the camera and of the
 * place where it was taken. Null where it is in no store, or too many wait for a rendering.
 */
export function wholeAsJpeg(
  blobs: BlobStore,
  picture: { pyramid_sha256: string; width: number; height: number },
): Promise<Uint8Array | null> {
  const full = { width: picture.width, height: picture.height }
  const size = `!${longestSide},${longestSide}`
  const asked = { region: 'full', size, rotation: '0', file: 'default.jpg' }
  const plan = planImage(asked, full)
  if ('status' in plan) return Promise.resolve(null)
  return withPyramid(blobs, picture.pyramid_sha256, (pyramid) => pictureOf(pyramid, plan))
}

/** Whether the tile is full of picture: those at the edges of a level are padded. */
function holdsWhole(
  level: OpenPyramid['levels'][number],
  { column, row }: { column: number; row: number },
): boolean {
  const { width, height, tileWidth, tileHeight } = level
  return (column + 1) * tileWidth <= width && (row + 1) * tileHeight <= height
}
