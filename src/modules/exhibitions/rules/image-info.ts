import { imageLimits, imageQualities, type ImageSize } from './image-request.ts'
import { commonWidths, byWidth, levelSize, scaleFactors, tileSide } from './tiles.ts'

/** The document that says what level 2 is. */
export const profileOf = 'http://iiif.io/api/image/3/level2.json'

/** What info.json says of an image (IIIF Image API 3.0 §5); every size and tile that it lists is made ready. */
export function imageInfo(id: string, { width, height }: ImageSize, rights: string | null) {
  const full = { width, height }
  const factors = scaleFactors(full)
  const levels = factors.map((factor) => levelSize(full, factor))
  const common = commonWidths.filter((each) => each < width).map((each) => byWidth(full, each))
  const { maxWidth, maxHeight, maxArea } = imageLimits
  const sizes = [...levels, ...common]
    .filter((size) => size.width <= maxWidth && size.height <= maxHeight)
    .filter((size) => size.width * size.height <= maxArea)
    .toSorted((left, right) => left.width - right.width)
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width,
    height,
    maxWidth,
    maxHeight,
    maxArea,
    sizes: sizes.map((size) => ({ type: 'Size', ...size })),
    tiles: [{ type: 'Tile', width: tileSide, height: tileSide, scaleFactors: factors }],
    ...(rights === null ? {} : { rights }),
    preferredFormats: ['jpg', 'webp'],
    extraFormats: ['webp'],
    extraQualities: imageQualities.filter((each) => each !== 'default'),
    extraFeatures: [
      'canonicalLinkHeader',
      'mirroring',
      'profileLinkHeader',
      'rotationArbitrary',
      'sizeUpscaling',
    ],
  }
}
