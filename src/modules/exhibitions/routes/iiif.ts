import { type Answer, type Call, plain, type Route } from '#kernel/http'
import { inEvery } from '#kernel/messages'
import {
  manifestPieces,
  type ManifestSource,
  presentationType,
  streamOf,
} from '../formats/manifest.ts'
import { exhibitionSource, objectSource, type Shown } from '../formats/manifest-source.ts'
import { m } from '../messages/index.ts'
import { hungIn } from '../queries/drafts.ts'
import { loadPublic, type PublicExhibition } from '../queries/exhibitions.ts'
import { mediaOf } from '../queries/media.ts'
import { loadObject, type ObjectRow } from '../queries/objects.ts'
import { keptFor } from './kept-for.ts'

/** What is public, for other programs: manifests of IIIF Presentation 3.0. */
export const iiifRoutes: readonly Route[] = [
  plain<PublicExhibition>('GET', '/iiif/exhibitions/:id/manifest.json', {
    action: 'exhibitions.exhibition.visit',
    load: loadPublic,
    handle: sendExhibition,
  }),
  plain<ObjectRow>('GET', '/iiif/objects/:id/manifest.json', {
    action: 'exhibitions.object.read',
    load: loadObject,
    handle: sendObject,
  }),
]

async function sendExhibition(given: Call<PublicExhibition>): Promise<Answer> {
  const { id, content } = given.object
  const call = given as Call
  const { objects, media } = await hungIn(call.work, content)
  const source = exhibitionSource({ ...partsOf(call), objects, media }, { id, content })
  return manifestAnswer(source, [...objects.values()])
}

async function sendObject(given: Call<ObjectRow>): Promise<Answer> {
  const { object } = given
  const call = given as Call
  const media = await mediaOf(call.work, [object.id])
  const objects = new Map([[object.id, object]])
  return manifestAnswer(objectSource({ ...partsOf(call), objects, media }, object), [object])
}

function manifestAnswer(source: ManifestSource, shown: readonly ObjectRow[]): Answer {
  return {
    kind: 'file',
    body: streamOf(manifestPieces(source)),
    type: presentationType,
    name: 'manifest.json',
    inline: true,
    headers: forOthers(shown),
  }
}

/** What programs read may change when a holder takes something back: it is kept for a minute. */
export function forOthers(shown: readonly ObjectRow[]): Record<string, string> {
  return keptFor(shown, { seconds: 60 })
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
