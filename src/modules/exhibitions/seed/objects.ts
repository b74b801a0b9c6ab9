import { isRefused, type Refusal, type Work } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
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

/** Cloths of two institutions, drawn from the ways in which they are woven. */
export async function seedObjects(seeding: Seeding): Promise<void> {
  const named = seededPieces.map((each) => ({
    ...each,
    fileName: `${each.name}.${isDrawing(each.name) ? 'png' : 'jpg'}`,
    draw: () => drawingOf(each.name),
  }))
  const all: readonly ToSeed[] = [...wovenObjects, ...named]
  const missing: ToSeed[] = []
  for (const object of all) if (!(await isReleased(seeding, object.id))) missing.push(object)
  const images = await picturesOf(seeding, missing)
  for (const object of missing) await seedObject(seeding, object, images.get(object)!)
}

type ToSeed = SeededObject & { name?: SeededName }

/** Their pictures, two at a time: while the tiles of one are cut in other threads the next is drawn in this one. */
async function picturesOf(seeding: Seeding, objects: readonly ToSeed[]) {
  const images = new Map<ToSeed, ReadyImage>()
  const left = objects.values()
  const lane = async () => {
    for (const object of left) images.set(object, await drawn(seeding, object))
  }
  await Promise.all([lane(), lane()])
  return images
}

const isDrawing = (name: SeededName) => name === 'draft' || name === 'notebook'

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

async function isReleased({ database }: Seeding, id: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('exhibition_objects')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.state !== 'draft'
}

async function seedObject(seeding: Seeding, object: ToSeed, image: ReadyImage): Promise<void> {
  const node = seeding.services.node
  const { id, organisationId, details, alts, name } = object
  const known = await seeding.database.kysely
    .selectFrom('exhibition_objects as o')
    .leftJoin('exhibition_media as media', 'media.object_id', 'o.id')
    .select(['o.id', 'media.kind'])
    .where('o.id', '=', id)
    .execute()
  if (known.length === 0)
    await by(seeding, object, (work) => makeObject(work, { organisationId, details, node, id }))
  if (!known.some(({ kind }) => kind === 'image'))
    await by(seeding, object, (work) => addImage(work, { objectId: id, image, alts, node }))
  if (name && !known.some(({ kind }) => kind !== null && kind !== 'image'))
    await seedMedia(seeding, object, name)
  await by(seeding, object, (work) => releaseObject(work, { objectId: id, version: 1 }))
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
