import { imageIdentifier } from '../queries/images.ts'

/** The path of the image service that cuts a picture. */
export function imageService(picture: { id: string; pyramid_sha256: string }): string {
  return `/iiif/3/${imageIdentifier(picture)}`
}

/** The path of a picture as large as the image server gives it: without what its file says of the camera and the place. */
export function wholePicture(picture: { id: string; pyramid_sha256: string }): string {
  return `${imageService(picture)}/full/max/0/default.jpg`
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
