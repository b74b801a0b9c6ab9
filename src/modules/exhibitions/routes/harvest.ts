import { type Answer, type Call, plain, type Route } from '#kernel/http'
import { isUuid } from '#kernel/values'
import {
  activityCollection,
  activityPage,
  type ActivityPlaces,
  lastPage,
} from '../formats/activities.ts'
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
import { loadPublic, type PublicExhibition } from '../queries/exhibitions.ts'
import {
  activitiesOf,
  activityCount,
  earliestChange,
  objectChanged,
  objectsChanged,
} from '../queries/harvest.ts'
import { mediaOf, type MediaRow, readyPicture, withMediaRights } from '../queries/media.ts'
import { loadObject, type ObjectRow } from '../queries/objects.ts'
import { forOthers } from './iiif.ts'

const exhibition = { action: 'exhibitions.exhibition.visit', load: loadPublic }
const object = { action: 'exhibitions.object.read', load: loadObject }
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
    handle: async ({ object: found, services }) =>
      linked(linkedArtObject(services.origin, found), [found]),
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

function linked(data: Record<string, unknown>, shown: readonly ObjectRow[]): Answer {
  const headers = { ...forOthers(shown), 'content-type': 'application/ld+json' }
  return { kind: 'json', data, headers }
}

async function placesOf({ work, services: { origin } }: Call): Promise<ActivityPlaces> {
  const total = await activityCount(work)
  return { origin, total, manifestOf: (id: string) => manifestAddress(origin, id) }
}

async function sendChanges(call: Call): Promise<Answer> {
  return linked(activityCollection(await placesOf(call)), [])
}

async function sendPage(call: Call): Promise<Answer> {
  const given = /^(\d{1,6})\.json$/.exec(call.params['page'] ?? '')
  if (!given) return { kind: 'absent' }
  const page = Number(given[1])
  const places = await placesOf(call)
  if (page > lastPage(places.total)) return { kind: 'absent' }
  return linked(activityPage(places, page, await activitiesOf(call.work, page)), [])
}

async function sendSchema({ object: found, work, services }: Call<PublicExhibition>) {
  const { objects, media } = await hungIn(work, found.content)
  const { origin } = services
  const { id, content } = found
  const picture = readyPicture(media.get(content.coverObjectId ?? ''))
  const image = picture && origin + wholePicture(picture)
  const shown = [...objects.values()].map((each) => withMediaRights(each, media.get(each.id)))
  return linked(schemaOrgExhibition(origin, { id, content, image }, shown), shown)
}

async function sendLinkedArt({ object: found, work, services }: Call<PublicExhibition>) {
  const shown = [...(await hungIn(work, found.content)).objects.values()]
  return linked(linkedArtExhibition(services.origin, found, shown), shown)
}

async function sendEdm({ object: found, work, services }: Call<ObjectRow>): Promise<Answer> {
  const { origin } = services
  const media = (await mediaOf(work, [found.id])).get(found.id)
  const picture = readyPicture(media)
  const shown = picture && {
    service: origin + imageService(picture),
    whole: origin + wholePicture(picture),
  }
  return xml(
    `<?xml version="1.0" encoding="UTF-8"?>\n${europeana(origin, withMediaRights(found, media), shown)}`,
    'application/rdf+xml',
    [found],
  )
}

function xml(text: string, type: string, shown: readonly ObjectRow[]): Answer {
  const body = new TextEncoder().encode(text)
  return { kind: 'file', body, type, name: 'record.xml', inline: true, headers: forOthers(shown) }
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
  return xml(
    oaiAnswer({ address, now: call.now, request: shown }, body),
    'text/xml; charset=utf-8',
    [],
  )
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
  const { frame, services } = call
  return oaiIdentify({
    address,
    name: frame.texts['siteName'] ?? 'Weft',
    mail: `postmaster@${new URL(services.origin).hostname}`,
    earliest: (await earliestChange(call.work)) ?? call.now,
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
  const ids = rows.map(({ object: found }) => found.id)
  // Headers alone say nothing of terms.
  const media = verb === 'ListRecords' ? await mediaOf(call.work, ids) : new Map()
  const records = rows.map((row) => toRecord(call, row, media.get(row.object.id)))
  return oaiList(verb, call.services.node, records, token)
}

async function recordOf(call: Call, identifier: string): Promise<OaiRecord | null> {
  const prefix = `oai:${call.services.node}:`
  const id = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : ''
  const row = isUuid(id) ? await objectChanged(call.work, id) : null
  if (!row) return null
  return toRecord(call, row, (await mediaOf(call.work, [id])).get(id))
}

function toRecord(
  call: Call,
  { object: found, changedAt }: { object: ObjectRow; changedAt: Date },
  media: readonly MediaRow[] | undefined,
): OaiRecord {
  const isDeleted = found.audience !== 'everybody'
  const metadata = isDeleted ? '' : dublinCore(call.services.origin, withMediaRights(found, media))
  return { id: found.id, changedAt, isDeleted, metadata }
}
