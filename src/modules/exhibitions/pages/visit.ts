import { languages, localised, type LocalText } from '#kernel/values'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { imageService, wholePicture } from '../formats/addresses.ts'
import type { StepTarget } from '../rules/parts.ts'
import { placementsOf, type PublishedContent, type PublishedPlacement } from '../rules/published.ts'
import type { Scene } from './scene.tsx'

/** What the pages of a visit are told: the words and walls, and of the objects only those that the visitor may see. */
export interface Visit {
  scene: Scene
  id: string
  content: PublishedContent
  objects: ReadonlyMap<string, ObjectRow>
  media: ReadonlyMap<string, readonly MediaRow[]>
  /** Who signed it, and who mentored it. */
  signed: { author: string | null; mentor: string | null }
  /** Where its pages are: those for everybody, or those of the preview. */
  base: string
  isPreview: boolean
}

/** A picture that may be shown, or null. */
export function pictureOf(
  visit: Pick<Visit, 'media' | 'objects'>,
  objectId: string,
): MediaRow | null {
  if (!visit.objects.has(objectId)) return null
  const found = visit.media
    .get(objectId)
    ?.find(({ kind, state }) => kind === 'image' && state === 'ready')
  return found?.pyramid_sha256 ? found : null
}

/** The address of a picture, no larger than a box; of a region of it where a step shows one. */
export function pictureAddress(
  picture: MediaRow,
  box: number,
  target: StepTarget = { kind: 'whole' },
): { src: string; width: number; height: number } {
  const service = imageService(picture)
  if (service === null) {
    return { src: wholePicture(picture), width: picture.width!, height: picture.height! }
  }
  const region =
    target.kind === 'region'
      ? target
      : { x: 0, y: 0, width: picture.width!, height: picture.height! }
  const scale = Math.min(1, box / Math.max(region.width, region.height))
  const width = Math.max(1, Math.round(region.width * scale))
  const height = Math.max(1, Math.round(region.height * scale))
  const cut =
    target.kind === 'region' ? `${region.x},${region.y},${region.width},${region.height}` : 'full'
  return { src: `${service}/${cut}/${width},${height}/0/default.jpg`, width, height }
}

/** The title of a piece: the exhibition's own words for it, else its holder's. */
export function titleOf(visit: Visit, placement: PublishedPlacement): LocalText {
  return hasText(placement.title)
    ? placement.title
    : (visit.objects.get(placement.objectId)?.titles ?? {})
}

/** Whether a text stands in any language. */
export function hasText(text: LocalText): boolean {
  return languages.some((each) => text[each])
}

/** A text for an attribute, in the reader's language or the next best. */
export function plainText(scene: Scene, text: LocalText): string {
  return localised(text, scene.language).text
}

/** The pieces before and after one, in the order in which the rooms are walked. */
export function besides(
  content: PublishedContent,
  id: string,
): { before: PublishedPlacement | null; after: PublishedPlacement | null } {
  const all = placementsOf(content)
  const at = all.findIndex((each) => each.id === id)
  return { before: all[at - 1] ?? null, after: at < 0 ? null : (all[at + 1] ?? null) }
}
