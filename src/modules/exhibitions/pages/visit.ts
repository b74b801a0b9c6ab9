import { type Scene } from '#kernel/http'
import { hasText, localised, type LocalText } from '#kernel/values'
import { type MediaRow, type ReadyPicture, readyPicture } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { imageService } from '../formats/addresses.ts'
import { m } from '../messages/index.ts'
import type { StepTarget } from '../rules/parts.ts'
import { commonWidths } from '../rules/tiles.ts'
import { placementsOf, type PublishedContent, type PublishedPlacement } from '../rules/published.ts'
import { pictureAt } from './picture.tsx'

/** What the pages of a visit are told: the words and walls, and of the objects only those that the visitor may see. */
export interface Visit {
  scene: Scene
  /** Of this house, for addresses that are read elsewhere. */
  origin: string
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
): ReadyPicture | null {
  if (!visit.objects.has(objectId)) return null
  return readyPicture(visit.media.get(objectId))
}

/**
 * The address of a picture, no larger than a box; of a region of it where a step shows one. A whole picture comes in one of
 * the widths that stand ready, so that nothing is drawn for it anew.
 */
export function pictureAddress(
  picture: ReadyPicture,
  box: number,
  target: StepTarget = { kind: 'whole' },
): { src: string; width: number; height: number } {
  const full = { width: picture.width, height: picture.height }
  if (target.kind !== 'region')
    return pictureAt(picture, readyWidth(full, box)) ?? { src: '', ...full }
  const scale = Math.min(1, box / Math.max(target.width, target.height))
  const width = Math.max(1, Math.round(target.width * scale))
  const height = Math.max(1, Math.round(target.height * scale))
  const cut = `${target.x},${target.y},${target.width},${target.height}`
  const size = width === target.width && height === target.height ? 'max' : `${width},${height}`
  return { src: `${imageService(picture)}/${cut}/${size}/0/default.jpg`, width, height }
}

/** The width, among those that stand ready, at which a picture fills a box; its own where none is wide enough. */
function readyWidth({ width, height }: { width: number; height: number }, box: number): number {
  const wanted = width >= height ? box : (box * width) / height
  return commonWidths.find((each) => each >= wanted) ?? width
}

/** The title of a piece: the exhibition's own words for it, else its holder's; of what is gone, that it is. */
export function titleOf(visit: Visit, placement: PublishedPlacement): LocalText {
  if (hasText(placement.title)) return placement.title
  const { t, language } = visit.scene
  return visit.objects.get(placement.objectId)?.titles ?? { [language]: t(m('piece.gone')) }
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
