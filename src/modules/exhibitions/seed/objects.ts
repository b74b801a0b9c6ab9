import { isRefused, type Refusal, type Work } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { enqueue, jobType } from '#kernel/jobs'
import { seedAs } from '#modules/alliance'
import { makePyramid, mostPixels, type ReadyImage } from '../images/pyramid.ts'
import { addImage } from '../service/media.ts'
import { makeObject, releaseObject } from '../service/objects.ts'
import { draftAsSvg } from '../weaving/draft-drawing.ts'
import { diamondTwill, weave } from '../weaving/patterns.ts'
import { grownCloth } from '../weaving/growing-cloth.ts'
import { loomMeshes } from '../weaving/loom.ts'
import { drawModel } from '../weaving/portrait.ts'
import { clothAsJpeg, drawingAsPng, rasterAsJpeg } from '../weaving/raster.ts'
import { seededPieces } from './beside.ts'
import { notebookLeaves } from './foreign.ts'
import { seedMedia } from './media.ts'
import type { SeededName } from './weaves.ts'
import { type SeededObject, wovenObjects } from './woven.ts'

/** Cloths of two institutions, described and released; their pictures are drawn by a job each, once the house is open. */
export async function seedObjects(seeding: Seeding): Promise<void> {
  for (const object of allToSeed) {
    if (!(await isReleased(seeding, object.id))) await seedObject(seeding, object)
  }
}

type ToSeed = SeededObject & { name?: SeededName }

const isDrawing = (name: SeededName) => name === 'draft' || name === 'notebook'

const allToSeed: readonly ToSeed[] = [
  ...wovenObjects,
  ...seededPieces.map((each) => ({
    ...each,
    fileName: `${each.name}.${isDrawing(each.name) ? 'png' : 'jpg'}`,
    draw: () => drawingOf(each.name),
  })),
]

async function drawingOf(name: SeededName): Promise<Uint8Array> {
  if (name === 'notebook') return (await notebookLeaves())[0]!.bytes
  if (name === 'film') return clothAsJpeg(grownCloth())
  if (name === 'heddle') return rasterAsJpeg(drawModel(loomMeshes(), heddleStandpoint))
  if (name === 'draft') return drawingAsPng(draftAsSvg(diamondTwill, { ends: 32, picks: 24 }))
  if (name === 'loom') return rasterAsJpeg(drawModel(loomMeshes(), loomStandpoint))
  return clothAsJpeg(weave(name))
}

/** From the side of the weaver's bench, a little above. */
const loomStandpoint = { theta: 0.62, phi: 1.18, width: 900, height: 900 } as const

/** From behind, where the pattern hangs. */
const heddleStandpoint = { theta: 3.6, phi: 1.2, width: 900, height: 900 } as const

async function isReleased(seeding: Seeding, id: string): Promise<boolean> {
  return !['draft', undefined].includes(await stateOf(seeding, id))
}

async function isAvailable(seeding: Seeding, id: string): Promise<boolean> {
  return (await stateOf(seeding, id)) === 'available'
}

async function stateOf({ database }: Seeding, id: string) {
  const row = await database.kysely
    .selectFrom('exhibition_objects')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.state
}

async function seedObject(seeding: Seeding, object: ToSeed): Promise<void> {
  const node = seeding.services.node
  const { id, organisationId, details } = object
  const known = await seeding.database.kysely
    .selectFrom('exhibition_objects')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known)
    await by(seeding, object, (work) => makeObject(work, { organisationId, details, node, id }))
  await by(seeding, object, async (work) => {
    const released = await releaseObject(work, { objectId: id, version: 1 })
    if (!isRefused(released)) await enqueue(work, seedPicture, { objectId: id })
    return released
  })
}

/** Draws what one object of the demonstration shows; one that was cut off goes on with what is lacking. */
export const seedPicture = jobType<{ objectId: string }, Seeding['services']>(
  'exhibitions.seed-picture',
  {
    timeoutSeconds: 600,
    retries: 3,
    async run({ database, runner, services, context }, { objectId }) {
      const object = allToSeed.find(({ id }) => id === objectId)
      const seeding = { database, runner, services, now: context.now, progress: () => {} }
      // Whoever took it back meanwhile wants no pictures of it.
      if (object && (await isAvailable(seeding, objectId))) await seedPictures(seeding, object)
    },
  },
)

async function seedPictures(seeding: Seeding, object: ToSeed): Promise<void> {
  const { id: objectId, alts, name } = object
  const { node } = seeding.services
  const known = await seeding.database.kysely
    .selectFrom('exhibition_media')
    .select('kind')
    .where('object_id', '=', objectId)
    .execute()
  if (!known.some(({ kind }) => kind === 'image')) {
    const image = await drawn(seeding, object)
    await by(seeding, object, (work) => addImage(work, { objectId, image, alts, node }))
  }
  if (name && !known.some(({ kind }) => kind !== 'image')) await seedMedia(seeding, object, name)
}

async function drawn({ services }: Seeding, object: SeededObject): Promise<ReadyImage> {
  const bytes = await object.draw()
  const rules = {
    allow: ['jpeg', 'png'],
    maxBytes: 64 * 1024 * 1024,
    maxPixels: mostPixels,
  } as const
  const original = await receiveFile(services.blobs, { name: object.fileName, bytes }, rules)
  const made = await makePyramid(services.blobs, bytes)
  if (isRefused(original) || isRefused(made)) throw new Error('the drawing of a cloth is refused')
  return { original, ...made }
}

function by<T>(
  seeding: Seeding,
  { personId }: SeededObject,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo: 9, language: 'th' }, verb)
}
