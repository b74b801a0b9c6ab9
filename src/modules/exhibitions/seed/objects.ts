import { isRefused, type Refusal, type Work } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { seedAs } from '#modules/alliance'
import { makePyramid, mostPixels, type ReadyImage } from '../images/pyramid.ts'
import { addGiven, addImage, describeMedium } from '../service/media.ts'
import { makeObject, releaseObject } from '../service/objects.ts'
import { draftAsSvg } from '../weaving/draft-drawing.ts'
import { diamondTwill, weave } from '../weaving/patterns.ts'
import { writeGlb } from '../weaving/glb.ts'
import { loomMeshes } from '../weaving/loom.ts'
import { drawModel } from '../weaving/portrait.ts'
import { clothAsJpeg, drawingAsPng, rasterAsJpeg } from '../weaving/raster.ts'
import { type SeededName, seededWeaves } from './weaves.ts'
import { type SeededObject, wovenObjects } from './woven.ts'

/** Cloths of two institutions, drawn from the ways in which they are woven. */
export async function seedObjects(seeding: Seeding): Promise<void> {
  const named = seededWeaves.map((each) => ({
    ...each,
    fileName: each.name === 'draft' ? 'draft.png' : `${each.name}.jpg`,
    draw: () => drawingOf(each.name),
  }))
  for (const object of [...wovenObjects, ...named]) {
    if (!(await isReleased(seeding, object.id))) await seedObject(seeding, object)
  }
}

function drawingOf(name: SeededName): Promise<Uint8Array> {
  if (name === 'draft') return drawingAsPng(draftAsSvg(diamondTwill, { ends: 32, picks: 24 }))
  if (name === 'loom') return rasterAsJpeg(drawModel(loomMeshes(), loomStandpoint))
  return clothAsJpeg(weave(name))
}

/** From the side of the weaver's bench, a little above. */
const loomStandpoint = { theta: 0.62, phi: 1.18, width: 1200, height: 1200 } as const

async function isReleased({ database }: Seeding, id: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('exhibition_objects')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.state !== 'draft'
}

async function seedObject(seeding: Seeding, object: SeededObject): Promise<void> {
  const node = seeding.services.node
  const { id, organisationId, details, alts } = object
  const known = await seeding.database.kysely
    .selectFrom('exhibition_objects as o')
    .leftJoin('exhibition_media as media', 'media.object_id', 'o.id')
    .select(['o.id', 'media.id as medium'])
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!known)
    await by(seeding, object, (work) => makeObject(work, { organisationId, details, node, id }))
  if (!known?.medium) {
    const image = await drawn(seeding, object)
    await by(seeding, object, (work) => addImage(work, { objectId: id, image, alts, node }))
  }
  if (object.fileName === 'loom.jpg') await addLoom(seeding, object)
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

/** The loom itself, beside its picture: a model that says in its file what it is and on which terms. */
async function addLoom(seeding: Seeding, object: SeededObject): Promise<void> {
  const { services } = seeding
  const title = object.details.titles.en ?? ''
  const bytes = writeGlb(loomMeshes(), {
    title,
    license: object.details.rights_uri ?? '',
  })
  const rules = { allow: ['glb'], maxBytes: 16 * 1024 * 1024 } as const
  const file = await receiveFile(services.blobs, { name: 'loom.glb', bytes }, rules)
  if (isRefused(file)) throw new Error('the model of a loom is refused')
  const given = {
    original: file,
    kind: 'model',
    width: null,
    height: null,
    durationMs: null,
    embedded: { title },
    rightsUri: null,
  } as const
  await by(seeding, object, async (work) => {
    const added = await addGiven(work, { objectId: object.id, given, node: services.node })
    if (isRefused(added)) return added
    return describeMedium(work, { mediaId: added.mediaId, alts: object.alts })
  })
}

function by<T>(
  seeding: Seeding,
  { personId }: SeededObject,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo: 9, language: 'th' }, verb)
}
