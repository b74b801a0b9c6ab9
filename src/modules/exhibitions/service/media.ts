import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import type { LocalText } from '#kernel/values'
import { mediaAdded } from '../entries.ts'
import { m } from '../messages/index.ts'
import { mediaOf } from '../queries/media.ts'
import { aboutObject, editableObject } from './objects.ts'

/** A picture that is stored already, with the pyramid that was made of it. */
export interface ReadyImage {
  original: ReceivedFile
  pyramid: ReceivedFile
  /** Of the picture as it stands upright, in pixels. */
  width: number
  height: number
}

/** Adds a picture with its pyramid to an object, as its last. */
export async function addImage(
  work: Work,
  input: { objectId: string; image: ReadyImage; alts: LocalText; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const self = personOf(work.actor)
  const object = await editableObject(work, input.objectId)
  if (self === null || !object) return refuse(404, m('refusal.no-object'))
  const { original, pyramid, width, height } = input.image
  const owner = { ownerKind: 'exhibitions.object', ownerId: object.id, origin: input.node }
  const file = await addFile(work, original, owner)
  const tiles = await addFile(work, pyramid, { ...owner, ownerKind: 'exhibitions.pyramid' })
  const present = (await mediaOf(work, [object.id])).get(object.id) ?? []
  const id = randomUUIDv7()
  const { sha256 } = original
  const data = { mediaId: id, kind: 'image' as const, sha256 }
  await work.write(mediaAdded({ ...aboutObject(object), data }), (tx) =>
    tx
      .insertInto('exhibition_media')
      .values({
        id,
        origin: input.node,
        object_id: object.id,
        position: (present.at(-1)?.position ?? 0) + 1,
        kind: 'image',
        file_id: file.id,
        sha256,
        media_type: original.mediaType,
        file_name: original.name,
        size_bytes: BigInt(original.sizeBytes),
        width,
        height,
        duration_ms: null,
        pyramid_file_id: tiles.id,
        pyramid_sha256: pyramid.sha256,
        state: 'ready',
        fault: null,
        alts: JSON.stringify(input.alts),
        embedded: '{}',
        rights_uri: null,
        source_url: null,
        created_by: self,
        created_at: work.now,
        ready_at: work.now,
        removed_at: null,
      })
      .execute(),
  )
  return { mediaId: id }
}
