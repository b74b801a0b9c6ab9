// The site itself in a process of its own, with one released object whose picture is given.
import { readFileSync } from 'node:fs'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { alliance, cast, grantsOf } from '#modules/alliance'
import { makePyramid } from '../../src/modules/exhibitions/images/pyramid.ts'
import { imageIdentifier } from '../../src/modules/exhibitions/queries/images.ts'
import { wovenObjects } from '../../src/modules/exhibitions/seed/woven.ts'
import { addImage } from '../../src/modules/exhibitions/service/media.ts'
import { makeObject, releaseObject } from '../../src/modules/exhibitions/service/objects.ts'
import { openMeasured, serveMeasured } from '../serving/site.ts'

const opened = await openMeasured()
const { house, site } = opened
const { database, runner } = house
const { services } = site
const now = new Date()
await alliance.seed!({ runner, database, services, now, progress: () => {} })

async function act<T>(verb: (work: Work) => Promise<T | Refusal>): Promise<T> {
  const personId = cast.people.curator
  const grants = await grantsOf(database.kysely, personId, now)
  const actor = { kind: 'person', personId, grants } as const
  const done = await runner.perform({ actor, now, language: 'en' }, verb)
  if (isRefused(done)) throw new Error(done.message.key)
  return done
}

const path = process.env['TILES_PICTURE']!
const bytes = readFileSync(path)
const stored = await services.blobs.put(bytes.subarray(0, 1000))
const made = await makePyramid(services.blobs, path)
if (isRefused(stored) || isRefused(made)) throw new Error('the picture is refused')
const { node } = services
const { details, organisationId } = wovenObjects[0]!
const { objectId } = await act((work) => makeObject(work, { organisationId, details, node }))
const original = { ...stored, kind: 'png', mediaType: 'image/png', name: 'picture.png' } as const
const { mediaId } = await act((work) =>
  addImage(work, { objectId, image: { original, ...made }, alts: {}, node }),
)
await act((work) => releaseObject(work, { objectId, version: 1 }))
const { sha256 } = made.pyramid
const identifier = imageIdentifier({ id: mediaId, pyramid_sha256: sha256 })

const pyramidPath = await services.blobs.pathOf(sha256)
serveMeasured(opened, { base: `/iiif/3/${identifier}`, pyramidPath })
