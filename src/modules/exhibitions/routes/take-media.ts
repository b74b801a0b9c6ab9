import { isRefused, refuse, type Refusal } from '#kernel/database'
import { type BlobStore, fileKinds, receiveFile, type ReceivedFile } from '#kernel/files'
import type { Call, Upload } from '#kernel/http'
import { mostPixels } from '../images/pyramid.ts'
import { m } from '../messages/index.ts'
import { mostFormBytes } from '../pages/object-media.tsx'
import { addGiven, type GivenMedium, takeImage } from '../service/media.ts'
import { givenFrom, isPicture, mediumKinds } from '../service/sent-medium.ts'

const rules = {
  allow: mediumKinds,
  maxBytes: mostFormBytes,
  maxPixels: mostPixels,
}

/** Takes the files of a form to an object, all of them or none; gives their number. What a file is, its content says. */
export async function takeMedia(call: Call, objectId: string): Promise<number | Refusal> {
  const uploads = (call.form.uploads['pictures'] ?? []).filter(({ bytes }) => bytes.byteLength > 0)
  if (uploads.length === 0) return wrong(refuse(422, m('refusal.no-pictures')))
  const { blobs, node } = call.services
  const received: (ReceivedFile | GivenMedium)[] = []
  for (const upload of uploads) {
    const given = await receiveMedium(blobs, upload)
    if (isRefused(given)) return wrong(given)
    received.push(given)
  }
  const done = await call.perform(async (work) => {
    for (const each of received) {
      const taken = await ('original' in each
        ? addGiven(work, { objectId, given: each, node })
        : takeImage(work, { objectId, original: each, alts: {}, node }))
      if (isRefused(taken)) return taken
    }
    return received.length
  })
  return isRefused(done) ? wrong(done) : done
}

/** A refusal that stands at the field of the files. */
function wrong({ status, message }: Refusal): Refusal {
  return refuse(status, message, { pictures: message })
}

/** Stores a file that is sent, with what its content says of itself; a picture is looked at by a job. */
export async function receiveMedium(
  blobs: BlobStore,
  upload: Pick<Upload, 'name' | 'bytes'>,
): Promise<ReceivedFile | GivenMedium | Refusal> {
  const original = await receiveFile(blobs, upload, rules)
  if (isRefused(original) || isPicture(original)) return original
  return givenFrom(upload.bytes, original)
}

/** The same of a file that is stored already; null where its content is gone. */
export async function mediumFromStore(
  blobs: BlobStore,
  stored: Omit<ReceivedFile, 'mediaType'>,
): Promise<ReceivedFile | GivenMedium | null> {
  const original = { ...stored, mediaType: fileKinds[stored.kind].mediaType }
  if (isPicture(original)) return original
  const stream = await blobs.get(original.sha256)
  if (stream === null) return null
  const given = await givenFrom(new Uint8Array(await new Response(stream).arrayBuffer()), original)
  return isRefused(given) ? null : given
}
