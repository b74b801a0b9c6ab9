import { hasText, languages, type LocalText, nativeName, urlSegment } from '#kernel/values'
import {
  type MediaRow,
  posterOf,
  type ReadyPicture,
  readyPicture,
  readyRecording,
  withMediaRights,
} from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { placementsOf, type PublishedContent, type PublishedPlacement } from '../rules/published.ts'
import { inIiifForm, strictestRights } from '../rules/strictest-rights.ts'
import {
  canvasAddress,
  exhibitionAddress,
  imageService,
  manifestAddress,
  objectManifestAddress,
} from './addresses.ts'
import type { CanvasPicture, CanvasRecording, ManifestCanvas, ManifestSource } from './manifest.ts'

/** What may be shown of the objects, and how words that are the house's own are said in every language. */
export interface Shown {
  origin: string
  objects: ReadonlyMap<string, ObjectRow>
  media: ReadonlyMap<string, readonly MediaRow[]>
  words: Readonly<Record<'credit' | 'place' | 'materials' | 'page' | 'model', LocalText>>
}

/**
 * An exhibition as a manifest: a canvas for each piece that may be shown, a range for each room, the stops of the tour as
 * annotations, and the strictest of the objects' rights for the whole.
 */
export function exhibitionSource(
  shown: Shown,
  { id, content }: { id: string; content: PublishedContent },
): ManifestSource {
  const { origin, objects, words } = shown
  const pieces = placementsOf(content).filter(({ objectId }) => objects.has(objectId))
  const known = new Set(pieces.map((piece) => piece.id))
  const rights = strictestRights(pieces.flatMap(({ objectId }) => rightsOf(shown, objectId) ?? []))
  return {
    id: manifestAddress(origin, id),
    label: content.title,
    summary: content.text,
    rights,
    credits: content.credits,
    creditLabel: words.credit,
    homepages: pagesOf(shown, `/exhibitions/${id}`, content.title),
    providers: content.owners.map((owner) => ({
      id: `${origin}/en/members/${owner.id}`,
      label: owner.names,
    })),
    thumbnail: content.coverObjectId ? pictureOf(shown, content.coverObjectId) : null,
    seeAlso: [],
    canvases: pieces.map((piece) => canvasOf(shown, canvasAddress(origin, id, piece.id), piece)),
    rooms: content.rooms.map((room) => ({
      id: `${exhibitionAddress(origin, id)}/range/${room.id}`,
      label: room.title,
      canvases: room.placements
        .filter((piece) => known.has(piece.id))
        .map((piece) => canvasAddress(origin, id, piece.id)),
    })),
  }
}

/** One object as a manifest of its own, with the words of its holder. */
export function objectSource(shown: Shown, object: ObjectRow): ManifestSource {
  const { origin, words } = shown
  const id = objectManifestAddress(origin, object.id)
  const nothing = { title: {}, text: {}, steps: [] }
  return {
    id,
    label: object.titles,
    summary: object.descriptions,
    rights: rightsOf(shown, object.id),
    credits: object.credit_lines,
    creditLabel: words.credit,
    homepages: pagesOf(shown, `/objects/${object.id}`, object.titles),
    providers: [
      { id: `${origin}/en/members/${object.organisation_id}`, label: object.organisation },
    ],
    thumbnail: pictureOf(shown, object.id),
    seeAlso: [],
    canvases: [
      canvasOf(shown, `${origin}/iiif/objects/${object.id}/canvas/1`, {
        ...nothing,
        objectId: object.id,
      }),
    ],
    rooms: [],
  }
}

/** The terms of an object as it is shown, with those of its media, in the form that a manifest wants. */
function rightsOf({ objects, media }: Shown, objectId: string): string | null {
  const object = objects.get(objectId)
  const uri = object ? withMediaRights(object, media.get(objectId)).rights_uri : null
  return uri && inIiifForm(uri)
}

function pagesOf({ origin }: Shown, path: string, title: LocalText): ManifestSource['homepages'] {
  return languages.map((language) => ({
    id: `${origin}/${urlSegment(language)}${path}`,
    language,
    label: title[language] ? { [language]: title[language] } : title,
  }))
}

type Piece = Pick<PublishedPlacement, 'title' | 'text' | 'objectId' | 'steps'>

function canvasOf(shown: Shown, id: string, piece: Piece): ManifestCanvas {
  const { words, origin } = shown
  const object = shown.objects.get(piece.objectId)
  const media = shown.media.get(piece.objectId) ?? []
  const metadata = [
    { label: words.place, value: object?.places ?? {} },
    { label: words.materials, value: object?.materials ?? {} },
  ]
  return {
    id,
    label: hasText(piece.title) ? piece.title : (object?.titles ?? {}),
    summary: hasText(piece.text) ? piece.text : (object?.descriptions ?? {}),
    metadata: metadata.filter(({ value }) => hasText(value)),
    labels: object?.community_labels ?? [],
    rights: rightsOf(shown, piece.objectId),
    credit: object?.credit_lines ?? {},
    creditLabel: words.credit,
    picture: pictureOf(shown, piece.objectId),
    poster: posterFor(shown, media),
    recording: recordingOf(origin, media),
    renderings: media
      .filter(({ kind, state }) => kind === 'model' && state === 'ready')
      .map((model) => ({
        id: `${origin}/objects/media/${model.id}`,
        format: model.media_type,
        label: words.model,
      })),
    steps: piece.steps.map(({ id: step, title, text, target }) => ({
      id: `${id}/steps/${step}`,
      title,
      text,
      target,
    })),
  }
}

function pictureOf({ origin, media }: Shown, objectId: string): CanvasPicture | null {
  return canvasPicture(origin, readyPicture(media.get(objectId)))
}

function posterFor({ origin }: Shown, media: readonly MediaRow[]): CanvasPicture | null {
  const film = readyRecording(media)
  return film?.kind === 'video' ? canvasPicture(origin, posterOf(film, media)) : null
}

function canvasPicture(origin: string, found: ReadyPicture | null): CanvasPicture | null {
  if (!found) return null
  const { width, height } = found
  return { service: origin + imageService(found), width, height }
}

function recordingOf(origin: string, media: readonly MediaRow[]): CanvasRecording | null {
  const found = media.find(
    ({ kind, state, duration_ms }) =>
      (kind === 'audio' || kind === 'video') && state === 'ready' && duration_ms !== null,
  )
  if (!found) return null
  return {
    kind: found.kind === 'video' ? 'Video' : 'Sound',
    id: `${origin}/objects/media/${found.id}`,
    format: found.media_type,
    duration: Number(found.duration_ms) / 1000,
    width: found.width,
    height: found.height,
    captions: languages
      .filter((language) => found.captions[language])
      .map((language) => ({
        id: `${origin}/objects/media/${found.id}/captions/${language}`,
        language,
        label: nativeName(language),
      })),
  }
}
