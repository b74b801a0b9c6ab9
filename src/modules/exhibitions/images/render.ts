import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import { imageLimits, type ImagePlan, type ImageSize } from '../rules/image-request.ts'

/** Renderings under way and those that wait for their turn: beyond it whoever asks is sent away for a moment. */
const mostAtOnce = Math.max(2, availableParallelism())
const mostWaiting = 200

let running = 0
const waiting: (() => void)[] = []

/**
 * Renders what a request asks for from the right page of a pyramid: the smallest level that still has every pixel, read
 * only where the region lies. Null where too many wait already.
 */
export async function render(
  path: string,
  full: ImageSize,
  levels: readonly ImageSize[],
  plan: ImagePlan,
): Promise<Buffer | null> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) return null
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await renderNow(path, full, levels, plan)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** The same without waiting for a turn, for what is made at ingest. */
export function renderNow(
  path: string,
  full: ImageSize,
  levels: readonly ImageSize[],
  plan: ImagePlan,
): Promise<Buffer> {
  const page = levelFor(plan, full, levels)
  const area = areaIn(plan.region, full, levels[page]!)
  let picture = sharp(path, { page, limitInputPixels: false }).extract(area)
  const { size, rotation, mirrored, quality, format } = plan
  if (area.width !== size.width || area.height !== size.height)
    picture = picture.resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' })
  if (mirrored) picture = picture.flop()
  if (rotation !== 0) {
    const clear = format === 'jpg' ? '#ffffff' : { r: 255, g: 255, b: 255, alpha: 0 }
    picture = picture.rotate(rotation, { background: clear })
  }
  if (quality === 'gray' || quality === 'bitonal') picture = picture.toColourspace('b-w')
  if (quality === 'bitonal') picture = picture.threshold(128)
  if (format === 'png') return picture.png({ compressionLevel: 6 }).toBuffer()
  if (format === 'webp') return picture.webp({ quality: 82 }).toBuffer()
  return picture.jpeg({ quality: 82 }).toBuffer()
}

/** The most points that are decoded for one answer, four times those of the largest. */
const mostDecoded = 4 * imageLimits.maxArea

/**
 * The level whose pixels are at least as fine as what is asked for. A size that keeps one side of a huge picture and squeezes
 * the other would have all of it decoded: then a coarser level must do.
 */
export function levelFor(
  { region, size }: Pick<ImagePlan, 'region' | 'size'>,
  full: ImageSize,
  levels: readonly ImageSize[],
): number {
  const shrink = Math.min(region.width / size.width, region.height / size.height)
  let level = Math.min(Math.floor(Math.log2(Math.max(1, shrink))), levels.length - 1)
  const decoded = () => {
    const { width, height } = areaIn(region, full, levels[level]!)
    return width * height
  }
  while (level < levels.length - 1 && decoded() > mostDecoded) level += 1
  return level
}

/** A region of the full picture on a level, to the nearest pixel and never empty. */
function areaIn(region: ImagePlan['region'], full: ImageSize, level: ImageSize) {
  const across = level.width / full.width
  const down = level.height / full.height
  const left = Math.min(level.width - 1, Math.floor(region.x * across))
  const top = Math.min(level.height - 1, Math.floor(region.y * down))
  const right = Math.min(level.width, Math.ceil((region.x + region.width) * across))
  const bottom = Math.min(level.height, Math.ceil((region.y + region.height) * down))
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}
