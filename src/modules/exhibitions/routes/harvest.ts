import { type Answer, type Call, plain, type Route } from '#kernel/http'
import { isUuid } from '#kernel/values'
import { activityCollection, activityPage, lastPage } from '../formats/activities.ts'
import { imageService, manifestAddress, wholePicture } from '../formats/addresses.ts'
import {
  linkedArtExhibition,
  linkedArtObject,
  schemaOrgExhibition,
} from '../formats/linked-data.ts'
import {
  oaiAnswer,
  oaiFault,
  oaiFormats,
  oaiIdentify,
  oaiList,
  type OaiRecord,
  type OaiRequest,
  readOaiRequest,
  writeToken,
} from '../formats/oai.ts'
import { dublinCore, europeana } from '../formats/records.ts'
import { hungIn } from '../queries/drafts.ts'
import { publicExhibition, type PublicExhibition } from '../queries/exhibitions.ts'
import { activitiesOf, objectChanged, objectsChanged } from '../queries/harvest.ts'
import { mediaOf } from '../queries/media.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'
import { forOthers } from './iiif.ts'

const exhibition = {
  action: 'exhibitions.exhibition.visit',
  load: (work: Call['work'], params: Record<string, string>) =>
    publicExhibition(work, params['id'] ?? ''),
}
const object = {
  action: 'exhibitions.object.read',
  load: (work: Call['work'], params: Record<string, string>) =>
    objectById(work, params['id'] ?? ''),
}
const open = { action: 'exhibitions.exhibition.browse' }
const longestForm = 10_000

/** What harvesters, search engines and aggregators take: changes, records and linked data. */
export const harvestRoutes: readonly Route[] = [
  plain('GET', '/iiif/activity/all-changes.json', { ...open, handle: sendChanges }),
  plain('GET', '/iiif/activity/pages/:page', { ...open, handle: sendPage }),
  plain<PublicExhibition>('GET', '/iiif/exhibitions/:id/schema.json', {
    ...exhibition,
    handle: sendSchema,
  }),
  plain<PublicExhibition>('GET', '/iiif/exhibitions/:id/linked-art.json', {
    ...exhibition,
    handle: sendLinkedArt,
  }),
  plain<ObjectRow>('GET', '/iiif/objects/:id/linked-art.json', {
    ...object,
    handle: async ({ object: found, services }) => linked(linkedArtObject(services.origin, found)),
  }),
  plain<ObjectRow>('GET', '/iiif/objects/:id/edm.xml', { ...object, handle: sendEdm }),
  plain('GET', '/oai', { ...open, handle: (call) => answerOai(call, call.query) }),
  plain('POST', '/oai', {
    ...open,
    crossSite: true,
    maxBytes: longestForm,
    handle: (call) => answerOai(call, new URLSearchParams(pairsOf(call))),
  }),
]

function pairsOf({ form }: Call): string[][] {
  return Object.entries(form.values).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  )
}

function linked(data: Record<string, unknown>): Answer {
  return { kind: 'json', data, headers: { ...forOthers, 'content-type': 'application/ld+json' } }
}

async function placesOf(call: Call, page: number) {
  const { activities, total } = await activitiesOf(call.work, page)
  const { origin } = call.services
  return {
    activities,
    places: { origin, total, manifestOf: (id: string) => manifestAddress(origin, id) },
  }
}

async function sendChanges(call: Call): Promise<Answer> {
  return linked(activityCollection((await placesOf(call, 0)).places))
}

async function sendPage(call: Call): Promise<Answer> {
  const given = /^(\d{1,6})\.json$/.exec(call.params['page'] ?? '')
  if (!given) return { kind: 'absent' }
  const page = Number(given[1])
  const { activities, places } = await placesOf(call, page)
  return page > lastPage(places.total)
    ? { kind: 'absent' }
    : linked(activityPage(places, page, activities))
}

async function visibleIn(given: Call<PublicExhibition>) {
  const call = given as Call
  const { objects, media } = await hungIn(call.work, given.object.content)
  const visible = [...objects.values()].filter((each) => call.may('exhibitions.object.read', each))
  return { visible, media }
}

async function sendSchema(given: Call<PublicExhibition>): Promise<Answer> {
  const { visible, media } = await visibleIn(given)
  const { origin } = given.services
  const { id, content } = given.object
  const cover = visible.find((each) => each.id === content.coverObjectId)
  const picture = cover && media.get(cover.id)?.find(({ kind }) => kind === 'image')
  const image = picture ? origin + wholePicture(picture) : null
  return linked(schemaOrgExhibition(origin, { id, content, image }, visible))
}

async function sendLinkedArt(given: Call<PublicExhibition>): Promise<Answer> {
  const { visible } = await visibleIn(given)
  return linked(linkedArtExhibition(given.services.origin, given.object, visible))
}

async function sendEdm(given: Call<ObjectRow>): Promise<Answer> {
  const { origin } = given.services
  const media = (await mediaOf(given.work, [given.object.id])).get(given.object.id) ?? []
  const found = media.find(({ kind, state }) => kind === 'image' && state === 'ready')
  const service = found && imageService(found)
  const picture =
    found && service
      ? { service: origin + service, whole: `${origin}${service}/full/max/0/default.jpg` }
      : null
  return xml(
    `<?xml version="1.0" encoding="UTF-8"?>\n${europeana(origin, given.object, picture)}`,
    'application/rdf+xml',
  )
}

function xml(text: string, type: string): Answer {
  const body = new TextEncoder().encode(text)
  return { kind: 'file', body, type, name: 'record.xml', inline: true, headers: forOthers }
}

/** OAI-PMH 2.0: six verbs by GET and by POST. */
async function answerOai(call: Call, given: URLSearchParams): Promise<Answer> {
  const named = Object.fromEntries(
    [...new Set(given.keys())].map((name) => [name, given.getAll(name)]),
  )
  const request = readOaiRequest(named)
  const address = `${call.services.origin}/oai`
  const body = 'error' in request ? oaiFault(request.error) : await bodyFor(call, request, address)
  const known =
    'error' in request && ['badVerb', 'badArgument'].includes(request.error) ? null : request
  const shown = known && 'verb' in known ? known : null
  return xml(oaiAnswer({ address, now: call.now, request: shown }, body), 'text/xml; charset=utf-8')
}

async function bodyFor(call: Call, request: OaiRequest, address: string): Promise<string> {
  switch (request.verb) {
    case 'Identify':
      return identify(call, address)
    case 'ListMetadataFormats':
      return request.values['identifier'] && !(await recordOf(call, request.values['identifier']))
        ? oaiFault('idDoesNotExist')
        : oaiFormats()
    case 'ListSets':
      return oaiFault('noSetHierarchy')
    case 'GetRecord': {
      const record = await recordOf(call, request.values['identifier'] ?? '')
      return record
        ? oaiList('GetRecord', call.services.node, [record], null)
        : oaiFault('idDoesNotExist')
    }
    default:
      return list(
        call,
        request,
        request.verb === 'ListIdentifiers' ? 'ListIdentifiers' : 'ListRecords',
      )
  }
}

async function identify(call: Call, address: string): Promise<string> {
  const all = { from: null, until: null, after: null }
  const { rows } = await objectsChanged(call.work, all)
  const { frame, services } = call
  return oaiIdentify({
    address,
    name: frame.texts['siteName'] ?? 'Weft',
    mail: `postmaster@${new URL(services.origin).hostname}`,
    earliest: rows[0]?.changedAt ?? call.now,
  })
}

async function list(
  call: Call,
  { selection }: OaiRequest,
  verb: 'ListRecords' | 'ListIdentifiers',
): Promise<string> {
  const { rows, isMore } = await objectsChanged(call.work, selection)
  if (rows.length === 0) return oaiFault('noRecordsMatch')
  const last = rows.at(-1)!
  const next = isMore
    ? writeToken(selection, { changedAt: last.changedAt, id: last.object.id })
    : null
  // A list that was begun says at its end, with an empty token, that it is whole.
  const token = next ?? (selection.after ? '' : null)
  const records = rows.map((row) => toRecord(call, row))
  return oaiList(verb, call.services.node, records, token)
}

async function recordOf(call: Call, identifier: string): Promise<OaiRecord | null> {
  const prefix = `oai:${call.services.node}:`
  const id = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : ''
  const row = isUuid(id) ? await objectChanged(call.work, id) : null
  return row && toRecord(call, row)
}

function toRecord(
  call: Call,
  { object: found, changedAt }: { object: ObjectRow; changedAt: Date },
): OaiRecord {
  const isDeleted = found.audience !== 'everybody'
  const metadata = isDeleted ? '' : dublinCore(call.services.origin, found)
  return { id: found.id, changedAt, isDeleted, metadata }
}
