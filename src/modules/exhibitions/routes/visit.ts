import type { Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { manifestAddress } from '../formats/addresses.ts'
import { BrowseExhibitionsPage } from '../pages/browse-exhibitions.tsx'
import type { Visit } from '../pages/visit.ts'
import { ExhibitionPage } from '../pages/visit-exhibition.tsx'
import { PiecePage } from '../pages/visit-piece.tsx'
import { RoomPage } from '../pages/visit-room.tsx'
import { TourPage, TourTextPage } from '../pages/visit-tour.tsx'
import { draftOf, hungIn, signedBy } from '../queries/drafts.ts'
import {
  exhibitionById,
  type ExhibitionRow,
  publicExhibition,
  type PublicExhibition,
  publicExhibitions,
} from '../queries/exhibitions.ts'
import { mediaOf } from '../queries/media.ts'
import { type ObjectRow, objectsById } from '../queries/objects.ts'
import { placementsOf, tourOf } from '../rules/published.ts'
import { countVisit } from '../service/visits.ts'
import { sceneOf, show } from './web.ts'

const read = { action: 'exhibitions.exhibition.visit', load: loadPublic }
const preview = { action: 'exhibitions.exhibition.preview', load: loadDraft }

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
    handle: async (call: Call<Object>) => handle(await visiting(call), call as Call),
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

function loadPublic(work: Work, params: Record<string, string>): Promise<PublicExhibition | null> {
  return publicExhibition(work, params['id'] ?? '')
}

function loadDraft(work: Work, params: Record<string, string>): Promise<ExhibitionRow | null> {
  return exhibitionById(work, params['id'] ?? '')
}

async function browse(call: Call): Promise<Answer> {
  const exhibitions = await publicExhibitions(call.work)
  const covers = [...new Set(exhibitions.flatMap(({ content }) => content.coverObjectId ?? []))]
  const objects = visibleOf(call, await objectsById(call.work, covers))
  const media = await mediaOf(call.work, covers)
  const shown = BrowseExhibitionsPage({
    scene: sceneOf(call),
    exhibitions,
    pictures: { objects, media },
    mayWork: call.may('exhibitions.office.open'),
  })
  return show(shown)
}

async function ofPublic(given: Call<PublicExhibition>): Promise<Visit> {
  const { id, content } = given.object
  const call = given as Call
  const { objects, media } = await hungIn(call.work, content)
  const base = `/exhibitions/${id}`
  const scene = sceneOf(call)
  const signed = await signedBy(call.work, content)
  const visible = visibleOf(call, objects)
  return { scene, id, content, objects: visible, media, signed, base, isPreview: false }
}

async function ofDraft(given: Call<ExhibitionRow>): Promise<Visit> {
  const call = given as Call
  const { content, objects, media } = await draftOf(call.work, given.object)
  const { id } = given.object
  call.shows([given.object.author_id, given.object.mentor_id].filter((each) => each !== null))
  const base = `/exhibitions/${id}/preview`
  const signed = await signedBy(call.work, content)
  return { scene: sceneOf(call), id, content, objects, media, signed, base, isPreview: true }
}

/** Of what hangs in an exhibition what its visitor may see today: a holder may have taken something back since. */
function visibleOf(call: Call, objects: ReadonlyMap<string, ObjectRow>): Map<string, ObjectRow> {
  return new Map([...objects].filter(([, object]) => call.may('exhibitions.object.read', object)))
}

async function showExhibition(visit: Visit, call: Call): Promise<Answer> {
  if (!visit.isPreview) await countVisit(call, visit.id)
  const { origin } = call.services
  const links = {
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

function showPiece(visit: Visit, { params }: Call): Answer {
  const placement = placementsOf(visit.content).find(({ id }) => id === params['piece'])
  if (!placement) return { kind: 'absent' }
  const stops = tourOf(visit.content).filter((stop) => stop.placement.id === placement.id)
  return show(PiecePage({ visit, placement, stops }))
}

function showStop(visit: Visit, { params }: Call): Answer {
  const number = /^[1-9]\d{0,3}$/.test(params['stop'] ?? '') ? Number(params['stop']) : 0
  const stop = tourOf(visit.content)[number - 1]
  return stop ? show(TourPage({ visit, stop })) : { kind: 'absent' }
}
