import type { Work } from '#kernel/database'
import { type Answer, type Call, plain, type Route } from '#kernel/http'
import type { Message, Translator } from '#kernel/messages'
import { languages, type LocalText } from '#kernel/values'
import {
  manifestPieces,
  type ManifestSource,
  presentationType,
  streamOf,
} from '../formats/manifest.ts'
import { exhibitionSource, objectSource, type Shown } from '../formats/manifest-source.ts'
import { m } from '../messages/index.ts'
import { hungIn } from '../queries/drafts.ts'
import { publicExhibition, type PublicExhibition } from '../queries/exhibitions.ts'
import { mediaOf } from '../queries/media.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'

/** What is public, for other programs: manifests of IIIF Presentation 3.0. */
export const iiifRoutes: readonly Route[] = [
  plain<PublicExhibition>('GET', '/iiif/exhibitions/:id/manifest.json', {
    action: 'exhibitions.exhibition.visit',
    load: loadPublic,
    handle: sendExhibition,
  }),
  plain<ObjectRow>('GET', '/iiif/objects/:id/manifest.json', {
    action: 'exhibitions.object.read',
    load: (work, params) => objectById(work, params['id'] ?? ''),
    handle: sendObject,
  }),
]

function loadPublic(work: Work, params: Record<string, string>): Promise<PublicExhibition | null> {
  return publicExhibition(work, params['id'] ?? '')
}

async function sendExhibition(given: Call<PublicExhibition>): Promise<Answer> {
  const { id, content } = given.object
  const call = given as Call
  const { objects, media } = await hungIn(call.work, content)
  const visible = new Map(
    [...objects].filter(([, each]) => call.may('exhibitions.object.read', each)),
  )
  return manifestAnswer(
    exhibitionSource({ ...partsOf(call), objects: visible, media }, { id, content }),
  )
}

async function sendObject(given: Call<ObjectRow>): Promise<Answer> {
  const { object } = given
  const call = given as Call
  const media = await mediaOf(call.work, [object.id])
  const objects = new Map([[object.id, object]])
  return manifestAnswer(objectSource({ ...partsOf(call), objects, media }, object))
}

function manifestAnswer(source: ManifestSource): Answer {
  return {
    kind: 'file',
    body: streamOf(manifestPieces(source)),
    type: presentationType,
    name: 'manifest.json',
    inline: true,
    headers: forOthers,
  }
}

/** What every program may read from any site (Presentation 3.0, §7.1); what it says may change when a holder takes something back. */
export const forOthers = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=60',
}

function partsOf({ services }: Call): Pick<Shown, 'origin' | 'words'> {
  const { origin, translator } = services
  return {
    origin,
    words: {
      credit: inEvery(translator, m('object.credit')),
      place: inEvery(translator, m('object.place')),
      materials: inEvery(translator, m('object.materials')),
      page: inEvery(translator, m('work.kicker')),
      model: inEvery(translator, m('model.download')),
    },
  }
}

/** A word of the house in all of its languages. */
function inEvery(translator: Translator, message: Message): LocalText {
  return Object.fromEntries(
    languages.map((language) => [language, translator.for(language)(message)]),
  )
}
