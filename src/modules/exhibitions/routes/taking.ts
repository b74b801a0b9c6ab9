import { show } from '#ui'
import type { Work } from '#kernel/database'
import { type ArchiveEntry, zipStream } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { localised } from '#kernel/values'
import { kioskFiles, pictureName, recordingName } from '../formats/kiosk.tsx'
import { wholeAsJpeg } from '../images/picture.ts'
import { m } from '../messages/index.ts'
import { LabelsPage, PosterPage } from '../pages/visit-prints.tsx'
import { hungIn } from '../queries/drafts.ts'
import { loadPublic, publicExhibition, type PublicExhibition } from '../queries/exhibitions.ts'
import {
  type MediaRow,
  posterOf,
  type ReadyPicture,
  readyPicture,
  readyRecording,
} from '../queries/media.ts'
import { type ContentState, readContentState } from '../rules/content-state.ts'
import { placementsOf, tourOf } from '../rules/published.ts'
import { ofPublic } from './visit.ts'

const read = { action: 'exhibitions.exhibition.visit', load: loadPublic }

/** What one takes along from an exhibition: labels, a poster, files for a kiosk; and the way in from other viewers. */
export const takingRoutes: readonly Route[] = [
  page('GET', '/exhibitions/open', { action: 'exhibitions.exhibition.browse', handle: openState }),
  page<PublicExhibition>('GET', '/exhibitions/:id/labels', {
    ...read,
    handle: async (call) =>
      show(LabelsPage({ visit: await ofPublic(call), origin: call.services.origin })),
  }),
  page<PublicExhibition>('GET', '/exhibitions/:id/poster', {
    ...read,
    handle: async (call) =>
      show(PosterPage({ visit: await ofPublic(call), origin: call.services.origin })),
  }),
  page<PublicExhibition>('GET', '/exhibitions/:id/bundle', { ...read, handle: sendBundle }),
]

/** Opens what a content state of IIIF names (Content State 1.0): an exhibition, a piece, a stop, or an object. */
async function openState(call: Call): Promise<Answer> {
  const state = readContentState(call.query.get('iiif-content') ?? '')
  const path = state && (await pathOf(call.work, call.services.origin, state))
  return path ? call.redirect(path) : call.redirect('/exhibitions', m('open.nothing'), 'attention')
}

async function pathOf(work: Work, origin: string, state: ContentState): Promise<string | null> {
  if (!state.manifest.startsWith(`${origin}/iiif/`)) return null
  const place = state.manifest.slice(origin.length)
  const [, object] = /^\/iiif\/objects\/([0-9a-f-]{36})\/manifest\.json$/.exec(place) ?? []
  if (object) return `/objects/${object}`
  const [, id = ''] = /^\/iiif\/exhibitions\/([0-9a-f-]{36})\/manifest\.json$/.exec(place) ?? []
  const exhibition = await publicExhibition(work, id)
  if (!exhibition) return null
  const here = `/exhibitions/${id}`
  const [, piece = ''] = /\/canvas\/([0-9a-f-]{36})$/.exec(state.canvas ?? '') ?? []
  if (!placementsOf(exhibition.content).some((each) => each.id === piece)) return here
  const region = state.region?.map(Math.round).join(',')
  const stop = tourOf(exhibition.content).find(
    ({ placement, step: { target } }) =>
      placement.id === piece &&
      target.kind === 'region' &&
      [target.x, target.y, target.width, target.height].join(',') === region,
  )
  if (stop) return `${here}/tour/${stop.number}`
  return `${here}/pieces/${piece}${region ? `#xywh=${region}` : ''}`
}

/** The exhibition as files for a kiosk, packed while they are made. */
async function sendBundle(given: Call<PublicExhibition>): Promise<Answer> {
  const { content } = given.object
  const call = given as Call
  const { objects, media } = await hungIn(call.work, content)
  const pictures = new Map(
    [...objects.keys()].flatMap((id) => {
      const found = readyPicture(media.get(id))
      return found ? [[id, found] as const] : []
    }),
  )
  const recordings = new Map(
    [...objects.keys()].flatMap((id) => {
      const found = readyRecording(media.get(id))
      return found ? [[id, found] as const] : []
    }),
  )
  for (const [id, film] of recordings) {
    const poster = posterOf(film, media.get(id))
    // Under the film's id, where it is another than the picture of the object.
    if (poster && film.kind === 'video' && poster.id !== pictures.get(id)?.id)
      pictures.set(film.id, poster)
  }
  const { translator } = call.services
  const files = kioskFiles({
    content,
    objects,
    pictures,
    recordings,
    t: (each) => translator.for(each),
  })
  const title = localised(content.title, call.language).text
  return {
    kind: 'file',
    body: zipStream(entriesOf(call, files, { pictures, recordings }), call.now),
    type: 'application/zip',
    name: `${title}.zip`,
  }
}

async function* entriesOf(
  { services }: Call,
  files: Iterable<{ name: string; text: string }>,
  shown: {
    pictures: ReadonlyMap<string, ReadyPicture>
    recordings: ReadonlyMap<string, MediaRow>
  },
): AsyncGenerator<ArchiveEntry> {
  const encoder = new TextEncoder()
  for (const { name, text } of files) yield { name, body: encoder.encode(text) }
  for (const picture of shown.pictures.values()) {
    const body = await wholeAsJpeg(services.blobs, picture)
    if (body) yield { name: pictureName(picture), body, isPacked: true }
  }
  for (const recording of shown.recordings.values()) {
    const body = await services.blobs.get(recording.sha256)
    if (body) yield { name: recordingName(recording), body, isPacked: true }
  }
}
