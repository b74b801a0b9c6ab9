import { imageIdentifier } from '../queries/images.ts'

/** The path of the image service that cuts a picture, or null where none does: then the picture is sent whole. */
export function imageService(picture: {
  id: string
  pyramid_sha256: string | null
}): string | null {
  return picture.pyramid_sha256 === null ? null : `/iiif/3/${imageIdentifier(picture)}`
}

/** The path of a picture as it was taken in. */
export function wholePicture({ id }: { id: string }): string {
  return `/objects/media/${id}`
}

/** The addresses under which an exhibition and what hangs in it are known to others, for good. */
export function exhibitionAddress(origin: string, id: string): string {
  return `${origin}/iiif/exhibitions/${id}`
}

export function manifestAddress(origin: string, id: string): string {
  return `${exhibitionAddress(origin, id)}/manifest.json`
}

export function objectManifestAddress(origin: string, id: string): string {
  return `${origin}/iiif/objects/${id}/manifest.json`
}

/** The canvas of something that hangs in an exhibition. */
export function canvasAddress(origin: string, id: string, placementId: string): string {
  return `${exhibitionAddress(origin, id)}/canvas/${placementId}`
}
