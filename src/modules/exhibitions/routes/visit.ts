import { show } from '#ui'
import type { Work } from '#kernel/database'
import { type Answer, type Call, framedByAnybody, page, type Route, sceneOf } from '#kernel/http'
import { languages } from '#kernel/values'
import { canvasAddress, manifestAddress } from '../formats/addresses.ts'
import type { Kept } from '../pages/foreign-manifest.tsx'
import { BrowseExhibitionsPage } from '../pages/browse-exhibitions.tsx'
import type { Visit } from '../pages/visit.ts'
import { ExhibitionPage } from '../pages/visit-exhibition.tsx'
import { PiecePage } from '../pages/visit-piece.tsx'
import { RoomPage } from '../pages/visit-room.tsx'
import { TourPage, TourTextPage } from '../pages/visit-tour.tsx'
import { draftOf, hungIn, signedBy, visibleOf } from '../queries/drafts.ts'
import {
  type ExhibitionRow,
  loadExhibition,
  loadPublic,
  type PublicExhibition,
  publicExhibitions,
} from '../queries/exhibitions.ts'
import { mediaOf, type MediaRow } from '../queries/media.ts'
import { objectsById } from '../queries/objects.ts'
import { contentStateOf, encodeContentState } from '../rules/content-state.ts'
import { placementsOf, type TourStop, tourOf } from '../rules/published.ts'
import { manifestOf } from '../service/foreign-manifests.ts'
import { countVisit } from '../service/visits.ts'

const read = { action: 'exhibitions.exhibition.visit', load: loadPublic }
const preview = { action: 'exhibitions.exhibition.preview', load: loadExhibition }

/** What visitors see of exhibitions, and the same of a working copy for those who make it. */
export const visitRoutes: readonly Route[] = [
  page('GET', '/exhibitions', { action: 'exhibitions.exhibition.browse', handle: browse }),
  ...pagesUnder('/exhibitions/:id', read, ofPublic),
  ...pagesUnder('/exhibitions/:id/preview', preview, ofDraft),
]

type Visiting<Object extends Record<string, unknown>> = (call: Call<Object>) => Promise<Visit>

function pagesUnder<Object extends Record<string, unknown>>(
  path: string,
  access: {
    action: string
    load: (work: Work, params: Record<string, string>) => Promise<Object | null>
  },
  visiting: Visiting<Object>,
): Route[] {
  const shown = (handle: (visit: Visit, call: Call) => Answer | Promise<Answer>) => ({
    ...access,
    handle: async (call: Call<Object>) => {
      const visit = await visiting(call)
      const answer = await handle(visit, call as Call)
      // Visitors change nothing on these pages, so any site may show them in a frame of its own.
      return answer.kind === 'html' && !visit.isPreview
        ? { ...answer, headers: framedByAnybody() }
        : answer
    },
  })
  return [
    page<Object>('GET', `${path}/rooms/:room`, shown(showRoom)),
    page<Object>('GET', `${path}/pieces/:piece`, shown(showPiece)),
    page<Object>(
      'GET',
      `${path}/tour`,
      shown((visit) => show(TourTextPage({ visit }))),
    ),
    page<Object>('GET', `${path}/tour/:stop`, shown(showStop)),
    page<Object>('GET', path, shown(showExhibition)),
  ]
}

async function browse(call: Call): Promise<Answer> {
  const exhibitions = await publicExhibitions(call.work)
  const covers = [...new Set(exhibitions.flatMap(({ content }) => content.coverObjectId ?? []))]
  const objects = visibleOf(call.work, await objectsById(call.work, covers))
  const media = await mediaOf(call.work, [...objects.keys()])
  const shown = BrowseExhibitionsPage({
    scene: sceneOf(call),
    exhibitions,
    pictures: { objects, media, origin: call.services.origin },
    mayWork: call.may('exhibitions.office.open'),
  })
  return show(shown)
}

/** What a visitor sees of a public exhibition. */
export async function ofPublic(given: Call<PublicExhibition>): Promise<Visit> {
  const { id, content } = given.object
  const call = given as Call
  const { objects, media } = await hungIn(call.work, content)
  const base = `/exhibitions/${id}`
  const scene = sceneOf(call)
  const signed = await signedBy(call.work, content)
  const { origin } = call.services
  return { scene, origin, id, content, objects, media, signed, base, isPreview: false }
}

async function ofDraft(given: Call<ExhibitionRow>): Promise<Visit> {
  const call = given as Call
  const { content, objects, media } = await draftOf(call.work, given.object)
  const { id } = given.object
  call.shows([given.object.author_id, given.object.mentor_id].filter((each) => each !== null))
  const base = `/exhibitions/${id}/preview`
  const signed = await signedBy(call.work, content)
  const { origin } = call.services
  const scene = sceneOf(call)
  return { scene, origin, id, content, objects, media, signed, base, isPreview: true }
}

async function showExhibition(visit: Visit, call: Call): Promise<Answer> {
  if (!visit.isPreview) await countVisit(call, visit.id)
  const { origin } = call.services
  const links = {
    here: origin + call.href(visit.base),
    manifest: manifestAddress(origin, visit.id),
    alternates: languages.map((language) => ({
      language,
      href: `${origin}/${language}${visit.base}`,
    })),
    linkedData: `${origin}/iiif/exhibitions/${visit.id}/schema.json`,
  }
  return show(ExhibitionPage({ visit, links }))
}

function showRoom(visit: Visit, { params }: Call): Answer {
  const room = visit.content.rooms.find(({ id }) => id === params['room'])
  return room ? show(RoomPage({ visit, room })) : { kind: 'absent' }
}

async function showPiece(visit: Visit, call: Call): Promise<Answer> {
  const { params } = call
  const placement = placementsOf(visit.content).find(({ id }) => id === params['piece'])
  if (!placement) return { kind: 'absent' }
  const stops = tourOf(visit.content).filter((stop) => stop.placement.id === placement.id)
  const foreign = await foreignOf(call, visit.media.get(placement.objectId) ?? [])
  return show(PiecePage({ visit, placement, stops, foreign }))
}

function showStop(visit: Visit, { params, services, redirect }: Call): Answer {
  const number = /^[1-9]\d{0,3}$/.test(params['stop'] ?? '') ? Number(params['stop']) : 0
  const stop = tourOf(visit.content)[number - 1]
  if (!stop) return redirect(`${visit.base}/tour`)
  const state = visit.isPreview ? null : stateOf(services.origin, visit, stop)
  return show(TourPage({ visit, stop, state }))
}

function stateOf(origin: string, { id }: Visit, { placement, step }: TourStop): string {
  const { target } = step
  const region =
    target.kind === 'region' ? ([target.x, target.y, target.width, target.height] as const) : null
  const state = contentStateOf({
    manifest: manifestAddress(origin, id),
    canvas: canvasAddress(origin, id, placement.id),
    region,
    time: target.kind === 'time' ? [target.from, target.until] : null,
  })
  return encodeContentState(JSON.stringify(state))
}

/** The manifest of another house that was kept with an object, read anew: nothing is fetched for a visitor. */
export async function foreignOf(
  { work, services }: Call,
  media: readonly MediaRow[],
): Promise<Kept | null> {
  const medium = media.find(({ kind, state }) => kind === 'manifest' && state === 'ready')
  const manifest = medium && (await manifestOf(work, services.blobs, medium))
  return medium && manifest ? { manifest, medium } : null
}
