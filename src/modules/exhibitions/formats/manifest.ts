import { type Language, languages, type LocalText } from '#kernel/values'
import type { StepTarget } from '../rules/parts.ts'

/** The context that says: this is IIIF Presentation 3.0. */
export const presentationContext = 'http://iiif.io/api/presentation/3/context.json'
/** The media type of a manifest, of a collection and of an annotation page (Presentation 3.0, §7.2). */
export const presentationType = `application/ld+json;profile="${presentationContext}"`

/** A picture of a canvas: the image service that cuts it. */
export interface CanvasPicture {
  service: string
  width: number
  height: number
}

/** A sound or a film of a canvas. */
export interface CanvasRecording {
  kind: 'Sound' | 'Video'
  id: string
  format: string
  duration: number
  width: number | null
  height: number | null
  /** Where its captions are, by language. */
  captions: readonly { id: string; language: Language; label: string }[]
}

/** One thing that is shown: a picture, a film, a sound; a model is offered beside it. */
export interface ManifestCanvas {
  id: string
  label: LocalText
  summary: LocalText
  metadata: readonly { label: LocalText; value: LocalText }[]
  /** Labels of communities: in no language of the house, but in their own. */
  labels: readonly { name: string; text: string; language: string | null; community: string }[]
  rights: string | null
  credit: LocalText
  creditLabel: LocalText
  picture: CanvasPicture | null
  /** What stands for its film until it is played. */
  poster: CanvasPicture | null
  recording: CanvasRecording | null
  /** Addresses of what no canvas of this version can hold: a model. */
  renderings: readonly { id: string; format: string; label: LocalText }[]
  steps: readonly { id: string; title: LocalText; text: LocalText; target: StepTarget }[]
}

/** What a manifest is made of, for an exhibition as for a single object. */
export interface ManifestSource {
  id: string
  label: LocalText
  summary: LocalText
  rights: string | null
  credits: LocalText
  creditLabel: LocalText
  homepages: readonly { id: string; language: Language; label: LocalText }[]
  providers: readonly { id: string; label: LocalText }[]
  thumbnail: CanvasPicture | null
  seeAlso: readonly { id: string; format: string; profile: string; label: LocalText }[]
  canvases: readonly ManifestCanvas[]
  /** Rooms, each with the canvases that hang in it; none for a single object. */
  rooms: readonly { id: string; label: LocalText; canvases: readonly string[] }[]
}

/**
 * A manifest of IIIF Presentation 3.0 in pieces of text, canvas by canvas, so that a long one is on its way before its end is
 * made. Every text is a map of the languages in which it stands; steps of tours are annotations that comment on a region or a
 * time of their canvas (§5.6), and rooms are ranges (§5.4).
 */
export function* manifestPieces(source: ManifestSource): Generator<string> {
  const { canvases, rooms, ...head } = source
  yield `${JSON.stringify(headOf(head)).slice(0, -1)},"items":[`
  let separator = ''
  for (const canvas of canvases) {
    yield separator + JSON.stringify(canvasOf(canvas))
    separator = ','
  }
  yield ']'
  const ranges = rooms.filter((room) => room.canvases.length > 0)
  if (ranges.length > 0) yield `,"structures":${JSON.stringify([structureOf(source, ranges)])}`
  yield '}'
}

/** The pieces as a stream of bytes; nothing is made before somebody reads it. */
export function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let text = ''
      while (text.length < 16_384) {
        const next = iterator.next()
        if (next.done) {
          if (text) controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}

/** A language map (§4.4) in the order of the house's languages; null for a text that stands in none. */
export function languageMap(text: LocalText): Record<string, string[]> | null {
  const found = languages.flatMap((each): [string, string[]][] => {
    const value = text[each]
    return value ? [[each, [value]]] : []
  })
  return found.length > 0 ? Object.fromEntries(found) : null
}

function named(text: LocalText): Record<string, string[]> {
  return languageMap(text) ?? { none: ['–'] }
}

function headOf(source: Omit<ManifestSource, 'canvases' | 'rooms'>): Record<string, unknown> {
  const { thumbnail } = source
  return {
    '@context': presentationContext,
    id: source.id,
    type: 'Manifest',
    label: named(source.label),
    ...mapped('summary', source.summary),
    ...(source.rights ? { rights: source.rights } : {}),
    ...requiredOf(source.creditLabel, source.credits),
    ...(source.homepages.length > 0
      ? {
          homepage: source.homepages.map(({ id, language, label }) => ({
            id,
            type: 'Text',
            label: named(label),
            format: 'text/html',
            language: [language],
          })),
        }
      : {}),
    ...(source.providers.length > 0
      ? {
          provider: source.providers.map(({ id, label }) => ({
            id,
            type: 'Agent',
            label: named(label),
          })),
        }
      : {}),
    ...(thumbnail ? { thumbnail: [thumbnailOf(thumbnail)] } : {}),
    ...(source.seeAlso.length > 0
      ? {
          seeAlso: source.seeAlso.map(({ label, ...rest }) => ({
            ...rest,
            type: 'Dataset',
            label: named(label),
          })),
        }
      : {}),
  }
}

function mapped(name: string, text: LocalText): Record<string, unknown> {
  const map = languageMap(text)
  return map ? { [name]: map } : {}
}

function requiredOf(label: LocalText, value: LocalText): Record<string, unknown> {
  const map = languageMap(value)
  return map ? { requiredStatement: { label: named(label), value: map } } : {}
}

function thumbnailOf(picture: CanvasPicture): Record<string, unknown> {
  const { service, width, height } = picture
  const scale = Math.min(1, 400 / Math.max(width, height))
  const across = Math.max(1, Math.round(width * scale))
  const down = Math.max(1, Math.round(height * scale))
  return {
    id: `${service}/full/${across},${down}/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    width: across,
    height: down,
    service: [serviceOf(service)],
  }
}

function serviceOf(id: string): Record<string, unknown> {
  return { id, type: 'ImageService3', profile: 'level2' }
}

/** The size of a canvas on which nothing is drawn: a sound beside its words, a model that is offered as a file. */
const bare = { width: 1200, height: 900 } as const

function canvasOf(canvas: ManifestCanvas): Record<string, unknown> {
  const { id, picture, poster, recording } = canvas
  const filmed = recording?.width && recording.height ? recording : null
  const size = isFilm(canvas) ? (filmed ?? bare) : (picture ?? filmed ?? bare)
  const paintings = paintingsOf(canvas)
  return {
    id,
    type: 'Canvas',
    label: named(canvas.label),
    ...mapped('summary', canvas.summary),
    ...metadataOf(canvas),
    ...(canvas.rights ? { rights: canvas.rights } : {}),
    ...requiredOf(canvas.creditLabel, canvas.credit),
    width: size.width,
    height: size.height,
    ...(recording ? { duration: recording.duration } : {}),
    ...(picture ? { thumbnail: [thumbnailOf(picture)] } : {}),
    ...(canvas.renderings.length > 0
      ? {
          rendering: canvas.renderings.map((each) => ({
            id: each.id,
            type: 'Model',
            format: each.format,
            label: named(each.label),
          })),
        }
      : {}),
    ...(poster && isFilm(canvas) ? { placeholderCanvas: placeholderOf(id, poster) } : {}),
    items: paintings.length > 0 ? [pageOf(id, paintings)] : [],
    ...annotationsOf(canvas),
  }
}

/** Whether a canvas is the film of what it shows: stops over regions are those of its picture. */
function isFilm({ recording, steps }: ManifestCanvas): boolean {
  return recording?.kind === 'Video' && !steps.some(({ target }) => target.kind === 'region')
}

/** A film is shown for itself; a sound is heard while its picture is seen. */
function paintingsOf(canvas: ManifestCanvas): Record<string, unknown>[] {
  const { id, picture, recording } = canvas
  const bodies: Record<string, unknown>[] = []
  if (picture && !isFilm(canvas)) bodies.push(pictureOf(picture))
  if (recording && (isFilm(canvas) || recording.kind === 'Sound' || !picture))
    bodies.push(recordingOf(recording))
  return bodies.map((body, place) => ({
    id: `${id}/painting/${place + 1}`,
    type: 'Annotation',
    motivation: 'painting',
    body,
    target: id,
  }))
}

function pageOf(id: string, items: readonly Record<string, unknown>[]): Record<string, unknown> {
  return { id: `${id}/painting`, type: 'AnnotationPage', items }
}

/** What stands in for a film until it is played (cookbook 0013). */
function placeholderOf(canvas: string, picture: CanvasPicture): Record<string, unknown> {
  const id = `${canvas}/placeholder`
  const painting = {
    id: `${id}/painting/1`,
    type: 'Annotation',
    motivation: 'painting',
    body: pictureOf(picture),
    target: id,
  }
  const { width, height } = picture
  return { id, type: 'Canvas', width, height, items: [pageOf(id, [painting])] }
}

function pictureOf({ service, width, height }: CanvasPicture): Record<string, unknown> {
  return {
    id: `${service}/full/max/0/default.jpg`,
    type: 'Image',
    width,
    height,
    format: 'image/jpeg',
    service: [serviceOf(service)],
  }
}

function recordingOf({
  kind,
  id,
  format,
  duration,
  width,
  height,
}: CanvasRecording): Record<string, unknown> {
  return { id, type: kind, format, duration, ...(width && height ? { width, height } : {}) }
}

function metadataOf({ metadata, labels }: ManifestCanvas): Record<string, unknown> {
  const pairs = [
    ...metadata.map(({ label, value }) => ({ label: named(label), value: named(value) })),
    ...labels.map(({ name, text, language, community }) => ({
      label: { [language ?? 'none']: [name] },
      value: { [language ?? 'none']: [text, community].filter((each) => each !== '') },
    })),
  ]
  return pairs.length > 0 ? { metadata: pairs } : {}
}

function annotationsOf(canvas: ManifestCanvas): Record<string, unknown> {
  const pages = [
    ...(canvas.steps.length > 0 ? [stepsOf(canvas)] : []),
    ...(canvas.recording?.captions.length ? [captionsOf(canvas.id, canvas.recording)] : []),
  ]
  return pages.length > 0 ? { annotations: pages } : {}
}

/** Captions supplement what is heard; of several languages a viewer chooses (IIIF cookbook, recipes 219 and 74). */
function captionsOf(canvas: string, { captions }: CanvasRecording): Record<string, unknown> {
  const bodies = captions.map(({ id, language, label }) => ({
    id,
    type: 'Text',
    format: 'text/vtt',
    language,
    label: { [language]: [label] },
  }))
  return {
    id: `${canvas}/captions`,
    type: 'AnnotationPage',
    items: [
      {
        id: `${canvas}/captions/1`,
        type: 'Annotation',
        motivation: 'supplementing',
        body: bodies.length === 1 ? bodies[0] : { type: 'Choice', items: bodies },
        target: canvas,
      },
    ],
  }
}

function stepsOf({ id, steps }: ManifestCanvas): Record<string, unknown> {
  return {
    id: `${id}/steps`,
    type: 'AnnotationPage',
    items: steps.map((step) => ({
      id: step.id,
      type: 'Annotation',
      motivation: 'commenting',
      body: bodiesOf(step),
      target: id + fragmentOf(step.target),
    })),
  }
}

/** The words of a step: one body a language, of which a viewer chooses the reader's. */
function bodiesOf({
  title,
  text,
}: {
  title: LocalText
  text: LocalText
}): Record<string, unknown>[] {
  return languages.flatMap((language) => {
    const words = [title[language], text[language]].filter((each) => each !== undefined)
    if (words.length === 0) return []
    return [{ type: 'TextualBody', language, format: 'text/plain', value: words.join('\n') }]
  })
}

/** A target as a media fragment (W3C Media Fragments 1.0): pixels of the canvas, or seconds. */
export function fragmentOf(target: StepTarget): string {
  if (target.kind === 'region') {
    return `#xywh=${target.x},${target.y},${target.width},${target.height}`
  }
  if (target.kind === 'time') {
    return `#t=${target.from}${target.until === null ? '' : `,${target.until}`}`
  }
  return ''
}

function structureOf(
  source: ManifestSource,
  rooms: ManifestSource['rooms'],
): Record<string, unknown> {
  return {
    id: `${source.id}/range/rooms`,
    type: 'Range',
    label: named(source.label),
    items: rooms.map((room) => ({
      id: room.id,
      type: 'Range',
      label: named(room.label),
      items: room.canvases.map((id) => ({ id, type: 'Canvas' })),
    })),
  }
}
