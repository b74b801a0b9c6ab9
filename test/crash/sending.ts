import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { isRefused, type WorkContext } from '#kernel/database'
import { appendToUpload, type OpenUpload, uploadById } from '#kernel/files'
import { cast, grantsOf } from '#modules/alliance'
import type { Site } from '../../src/app.ts'
import type { House } from '../../src/house.ts'
import { emptyDetails } from '../../src/modules/exhibitions/routes/object-details.ts'
import { makeObject } from '../../src/modules/exhibitions/service/objects.ts'
import { beginMediumUpload, uploadArrived } from '../../src/modules/exhibitions/service/uploads.ts'

const pieceBytes = 96_000

/** The same bytes in every process: who goes on must have the file that was begun. */
async function scan(): Promise<Buffer> {
  const [width, height] = [1200, 900]
  const points = Buffer.alloc(width * height * 3)
  for (let at = 0; at < points.length; at += 1) points[at] = (at * 7 + (at >> 9)) & 255
  return sharp(points, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

/** Sends one picture in pieces, or goes on with the one that a killed process had begun, and has it taken and made ready. */
export async function sendInPieces(
  { runner, database }: House,
  { services, jobs }: Site,
  name: string,
  say: (fact: Record<string, unknown>) => void,
): Promise<void> {
  const context = await curator(database)
  const sent = await scan()
  const begun = await database.kysely
    .selectFrom('open_uploads')
    .select(['id', 'owner_id as object'])
    .where('state', '=', 'open')
    .executeTakeFirst()
  const { id, object } = begun ?? (await beginAnother())
  const now = async () => (await uploadById(runner.reading(context), id))!
  for (let upload: OpenUpload = await now(); upload.state === 'open'; upload = await now()) {
    const offset = Number(upload.received_bytes)
    const until = Math.min(sent.length, offset + pieceBytes)
    const isLast = until === sent.length
    const parts = {
      blobs: services.blobs,
      perform: <T>(verb: Parameters<typeof runner.perform<T>>[1]) => runner.perform(context, verb),
    }
    const done = await appendToUpload(parts, {
      upload,
      offset,
      body: new Blob([sent.subarray(offset, until) as never]).stream() as never,
      digest: null,
      isLast,
      onComplete: (work) => uploadArrived(work, id),
    })
    if (isRefused(done) || 'expected' in done) throw new Error(JSON.stringify(done))
    say({ object, ...(done.complete ? { complete: id } : { received: done.received, upload: id }) })
  }
  await jobs.drain(new Date())
  say({ object, taken: id })

  async function beginAnother(): Promise<{ id: string; object: string }> {
    const details = { ...emptyDetails, titles: { en: `A scan ${name}` } }
    const organisationId = cast.organisations.museum
    const made = await runner.perform(context, (work) =>
      makeObject(work, { organisationId, details, node: 'test' }),
    )
    if (isRefused(made)) throw new Error(made.message.key)
    const started = await runner.perform(context, (work) =>
      beginMediumUpload(work, {
        objectId: made.objectId,
        name: `${name}.png`,
        lengthBytes: sent.length,
        promisedSha256: createHash('sha256').update(sent).digest('hex'),
      }),
    )
    if (isRefused(started)) throw new Error(started.message.key)
    return { id: started.id, object: made.objectId }
  }
}

async function curator(database: House['database']): Promise<WorkContext> {
  const now = new Date()
  const personId = cast.people.curator
  const grants = await grantsOf(database.kysely, personId, now)
  return { actor: { kind: 'person', personId, grants }, now, language: 'en' }
}
