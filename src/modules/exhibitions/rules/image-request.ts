/** What of an image is asked for, in whole pixels; IIIF Image API 3.0 §4. */
export interface ImagePlan {
  /** Of the full image, already cropped to it. */
  region: { x: number; y: number; width: number; height: number }
  size: { width: number; height: number }
  /** Degrees clockwise, after mirroring. */
  rotation: number
  mirrored: boolean
  quality: ImageQuality
  format: ImageFormat
}

export const imageQualities = ['default', 'color', 'gray', 'bitonal'] as const
export type ImageQuality = (typeof imageQualities)[number]

export const imageFormats = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const
export type ImageFormat = keyof typeof imageFormats

/** Of a full image, in pixels. */
export interface ImageSize {
  width: number
  height: number
}

/** The most that one answer holds: beyond it the decoder works for one visitor and nobody else. */
export const imageLimits = { maxWidth: 8192, maxHeight: 8192, maxArea: 16_777_216 } as const

/** Why a request gets no image: 400 for what is written wrongly, 404 for a size beyond the limits. */
export interface ImageFault {
  status: 400 | 404
  parameter: 'region' | 'size' | 'rotation' | 'quality' | 'format'
}

/** The parameters as they stand in an address, decoded. */
export interface ImageParameters {
  region: string
  size: string
  rotation: string
  /** `quality.format`. */
  file: string
}

/**
 * Reads the parameters of an image request for an image of this size: regions are cropped to the image, sizes follow
 * its shape, `^` enlarges. Refused are empty regions, sizes under one pixel, enlarging without `^`, and whatever the
 * server does not know.
 */
export function planImage(parameters: ImageParameters, full: ImageSize): ImagePlan | ImageFault {
  const region = regionOf(parameters.region, full)
  if (!region) return { status: 400, parameter: 'region' }
  const size = sizeOf(parameters.size, region)
  if ('status' in size) return size
  const turned = /^(!?)(\d+(?:\.\d+)?)$/.exec(parameters.rotation)
  const rotation = Number(turned?.[2])
  if (!turned || rotation > 360) return { status: 400, parameter: 'rotation' }
  const [, quality = '', format = ''] = /^([a-z]+)\.([a-z0-9]+)$/.exec(parameters.file) ?? []
  if (!isOneOf(imageQualities, quality)) return { status: 400, parameter: 'quality' }
  if (!Object.hasOwn(imageFormats, format)) return { status: 400, parameter: 'format' }
  return {
    region,
    size,
    rotation: rotation % 360,
    mirrored: turned[1] === '!',
    quality,
    format: format as ImageFormat,
  }
}

/** The one way to write a request (§4.7): equal pictures have equal addresses. */
export function canonicalOf(plan: ImagePlan, full: ImageSize): string {
  const { region, size, rotation, mirrored, quality, format } = plan
  const { x, y, width, height } = region
  const isFull = width === full.width && height === full.height
  const isMax = size.width === width && size.height === height && withinLimits(size)
  const regionText = isFull ? 'full' : `${x},${y},${width},${height}`
  const enlarged = size.width > width || size.height > height
  const sizeText = isMax ? 'max' : `${enlarged ? '^' : ''}${size.width},${size.height}`
  // One quality of ours is the default: what the image is.
  const qualityText = quality === 'color' ? 'default' : quality
  return `${regionText}/${sizeText}/${mirrored ? '!' : ''}${rotation}/${qualityText}.${format}`
}

function isOneOf<const T extends string>(known: readonly T[], given: string): given is T {
  return (known as readonly string[]).includes(given)
}

const number = String.raw`(\d{1,9}(?:\.\d{1,10})?)`
const percentRegion = new RegExp(`^pct:${number},${number},${number},${number}$`)

function regionOf(text: string, full: ImageSize): ImagePlan['region'] | null {
  if (text === 'full') return { x: 0, y: 0, ...full }
  if (text === 'square') {
    const side = Math.min(full.width, full.height)
    const x = Math.floor((full.width - side) / 2)
    const y = Math.floor((full.height - side) / 2)
    return { x, y, width: side, height: side }
  }
  const pixels = /^(\d{1,9}),(\d{1,9}),(\d{1,9}),(\d{1,9})$/.exec(text)
  if (pixels) {
    const [x, y, width, height] = pixels.slice(1).map(Number) as [number, number, number, number]
    return cropped({ x, y, width, height }, full)
  }
  const shares = percentRegion.exec(text)
  if (!shares) return null
  const [x, y, w, h] = shares.slice(1).map((each) => Number(each) / 100) as [
    number,
    number,
    number,
    number,
  ]
  const left = Math.round(x * full.width)
  const top = Math.round(y * full.height)
  const right = Math.round((x + w) * full.width)
  const bottom = Math.round((y + h) * full.height)
  return cropped({ x: left, y: top, width: right - left, height: bottom - top }, full)
}

function cropped(region: ImagePlan['region'], full: ImageSize): ImagePlan['region'] | null {
  const { x, y } = region
  if (region.width < 1 || region.height < 1 || x >= full.width || y >= full.height) return null
  const width = Math.min(region.width, full.width - x)
  const height = Math.min(region.height, full.height - y)
  return { x, y, width, height }
}

function sizeOf(text: string, region: ImageSize): ImageSize | ImageFault {
  const mayEnlarge = text.startsWith('^')
  const asked = mayEnlarge ? text.slice(1) : text
  if (asked === 'max') return largest(region, mayEnlarge)
  const size = explicitSize(asked, region, mayEnlarge)
  if (!size || size.width < 1 || size.height < 1) return { status: 400, parameter: 'size' }
  if (!mayEnlarge && (size.width > region.width || size.height > region.height))
    return { status: 400, parameter: 'size' }
  return withinLimits(size) ? size : { status: 404, parameter: 'size' }
}

function explicitSize(asked: string, region: ImageSize, mayEnlarge: boolean): ImageSize | null {
  const percent = new RegExp(`^pct:${number}$`).exec(asked)
  if (percent) {
    const share = Number(percent[1]) / 100
    // Whatever is more than nothing keeps a pixel, but nothing does not.
    return share === 0 ? null : scaled(region, share)
  }
  const sides = /^(!?)(\d{0,9}),(\d{0,9})$/.exec(asked)
  if (!sides) return null
  const [, within, wide, high] = sides
  const width = wide === '' ? null : Number(wide)
  const height = high === '' ? null : Number(high)
  if (width === 0 || height === 0) return null
  if (within === '!') {
    if (width === null || height === null) return null
    const fitting = Math.min(width / region.width, height / region.height)
    return scaled(region, mayEnlarge ? fitting : Math.min(1, fitting))
  }
  if (width !== null && height !== null) return { width, height }
  if (width !== null) {
    return { width, height: Math.max(1, Math.round((region.height * width) / region.width)) }
  }
  if (height === null) return null
  return { width: Math.max(1, Math.round((region.width * height) / region.height)), height }
}

function scaled({ width, height }: ImageSize, share: number): ImageSize {
  return {
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
  }
}

function withinLimits({ width, height }: ImageSize): boolean {
  const { maxWidth, maxHeight, maxArea } = imageLimits
  return width <= maxWidth && height <= maxHeight && width * height <= maxArea
}

/** `max`: the region as large as it is, or as the limits allow; `^max` as large as these allow. */
function largest(region: ImageSize, mayEnlarge: boolean): ImageSize {
  const { maxWidth, maxHeight, maxArea } = imageLimits
  const most = Math.min(
    maxWidth / region.width,
    maxHeight / region.height,
    Math.sqrt(maxArea / (region.width * region.height)),
  )
  if (!mayEnlarge && most >= 1) return { width: region.width, height: region.height }
  // Rounded down, so that no side and no area goes beyond a limit.
  return {
    width: Math.max(1, Math.floor(region.width * most)),
    height: Math.max(1, Math.floor(region.height * most)),
  }
}
