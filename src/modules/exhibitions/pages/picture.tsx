import { imageIdentifier } from '../queries/images.ts'
import { isReadyPicture, type MediaRow } from '../queries/media.ts'
import { byWidth, commonWidths } from '../rules/tiles.ts'

/** The address and shape of a ready picture, so wide or as wide as it is; undefined for what has none. */
export function pictureAt(medium: MediaRow, width: number) {
  if (!isReadyPicture(medium)) return undefined
  const { width: full, height } = medium
  const size = full <= width ? { width: full, height } : byWidth({ width: full, height }, width)
  const asked = full <= width ? 'max' : `${size.width},${size.height}`
  return { src: `/iiif/3/${imageIdentifier(medium)}/full/${asked}/0/default.jpg`, ...size }
}

/** The same in every width that stands ready, for a browser to choose from. */
export function picturesOf(medium: MediaRow): string | undefined {
  const { width: full } = medium
  if (full === null) return undefined
  const sizes = commonWidths.filter((width) => width < full)
  return sizes
    .flatMap((width) => {
      const picture = pictureAt(medium, width)
      return picture ? [`${picture.src} ${width}w`] : []
    })
    .join(', ')
}
