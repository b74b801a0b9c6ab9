import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import { enqueue } from '#kernel/jobs'
import type { LocalText } from '#kernel/values'
import type { ReadyImage } from '../images/pyramid.ts'
import { mediaAdded, mediaRemoved } from '../entries.ts'
import { m } from '../messages/index.ts'
import { mediaOf, type MediaRow, mediumById } from '../queries/media.ts'
import { objectById, type ObjectRow } from '../queries/objects.ts'
import type { ExhibitionMediaTable } from '../schema.ts'
import { ingestImage } from './ingest.ts'
import { aboutObject, editableObject } from './objects.ts'

/** The most media of one object. */
export const mostMedia = 200

/** What the content of a recording or model says of itself. */
export interface GivenMedium {
  original: ReceivedFile
  kind: 'audio' | 'video' | 'model'
  width: number | null
  height: number | null
  durationMs: number | null
  embedded: Record<string, string>
  rightsUri: string | null
}

/** Adds a recording, a film or a model, which is shown as it was sent, to an object as its last. */
export function addGiven(
  work: Work,
  input: { objectId: string; given: GivenMedium; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const { objectId, given, node } = input
  const medium = { objectId, original: given.original, alts: {}, node }
  return insertMedium(work, medium, stateOfGiven(work, given))
}

function stateOfGiven(work: Work, given: GivenMedium): MediumState {
  const { kind, width, height, durationMs, embedded, rightsUri } = given
  const shape = width !== null && height !== null ? { width, height } : {}
  return {
    kind,
    state: 'ready',
    ready_at: work.now,
    ...shape,
    duration_ms: durationMs === null ? null : BigInt(durationMs),
    embedded: JSON.stringify(embedded),
    rights_uri: rightsUri,
  }
}

/** Takes what somebody sent in pieces to its object, in their name: that they might, was asked when the last piece came. */
export async function takeUploaded(
  work: Work,
  input: { objectId: string; self: string; sent: ReceivedFile | GivenMedium; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const { objectId, self, sent, node } = input
  const object = await objectById(work, objectId, 'lock')
  if (!object) return refuse(404, m('refusal.no-object'))
  if ('original' in sent) {
    const medium = { original: sent.original, alts: {}, node, self }
    return storeMedium(work, object, medium, stateOfGiven(work, sent))
  }
  const medium = { original: sent, alts: {}, node, self }
  const added = await storeMedium(work, object, medium, pictureToMake)
  if ('mediaId' in added) await enqueue(work, ingestImage, { mediaId: added.mediaId })
  return added
}

const pictureToMake = { kind: 'image', state: 'processing', ready_at: null } as const

/** Takes a picture that was sent and stored to an object, as its last; a job makes it ready to be shown. */
export async function takeImage(
  work: Work,
  input: { objectId: string; original: ReceivedFile; alts: LocalText; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const added = await insertMedium(work, input, pictureToMake)
  if ('mediaId' in added) await enqueue(work, ingestImage, { mediaId: added.mediaId })
  return added
}

/** Adds a picture with its pyramid to an object, as its last. */
export async function addImage(
  work: Work,
  input: { objectId: string; image: ReadyImage; alts: LocalText; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const { pyramid, width, height, original } = input.image
  const owner = { ownerKind: 'exhibitions.pyramid', ownerId: input.objectId, origin: input.node }
  if (!(await editableObject(work, input.objectId))) return refuse(404, m('refusal.no-object'))
  const tiles = await addFile(work, pyramid, owner)
  return insertMedium(
    work,
    { ...input, original },
    {
      kind: 'image',
      state: 'ready',
      ready_at: work.now,
      width,
      height,
      pyramid_file_id: tiles.id,
      pyramid_sha256: pyramid.sha256,
    },
  )
}

type MediumState = Pick<ExhibitionMediaTable, 'kind' | 'state' | 'ready_at'> &
  Partial<
    Pick<
      ExhibitionMediaTable,
      | 'width'
      | 'height'
      | 'duration_ms'
      | 'pyramid_file_id'
      | 'pyramid_sha256'
      | 'rights_uri'
      | 'source_url'
    >
  > & { embedded?: string }

/** Adds a medium to an object of the actor's, as its last. */
export async function insertMedium(
  work: Work,
  input: { objectId: string; original: ReceivedFile; alts: LocalText; node: string },
  state: MediumState,
): Promise<{ mediaId: string } | Refusal> {
  const self = personOf(work.actor)
  const object = await editableObject(work, input.objectId)
  if (self === null || !object) return refuse(404, m('refusal.no-object'))
  return storeMedium(work, object, { ...input, self }, state)
}

/** Whether something of this address stands with an object already, or did until somebody took it away. */
export async function mediumTaken(work: Work, objectId: string, address: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('exhibition_media')
    .select('id')
    .where('object_id', '=', objectId)
    .where('source_url', '=', address)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a picture that a manifest of the object names, on its terms and in the name of whoever took the manifest. */
export async function takeImageFor(
  work: Work,
  manifest: Pick<MediaRow, 'id' | 'object_id' | 'created_by' | 'rights_uri'>,
  input: { original: ReceivedFile; alts: LocalText; sourceUrl: string; node: string },
): Promise<{ mediaId: string } | Refusal> {
  const object = await objectById(work, manifest.object_id, 'lock')
  // The picture was fetched meanwhile: whoever took the manifest away wants its pictures no longer.
  if (!object || !(await mediumById(work, manifest.id))) return refuse(404, m('refusal.no-object'))
  const added = await storeMedium(
    work,
    object,
    { ...input, self: manifest.created_by },
    {
      kind: 'image',
      state: 'processing',
      ready_at: null,
      source_url: input.sourceUrl,
      rights_uri: manifest.rights_uri,
    },
  )
  if ('mediaId' in added) await enqueue(work, ingestImage, { mediaId: added.mediaId })
  return added
}

async function storeMedium(
  work: Work,
  object: ObjectRow,
  input: { self: string; original: ReceivedFile; alts: LocalText; node: string },
  state: MediumState,
): Promise<{ mediaId: string } | Refusal> {
  const present = (await mediaOf(work, [object.id])).get(object.id) ?? []
  if (present.length >= mostMedia) return refuse(422, m('refusal.many-media', { most: mostMedia }))
  const { original, alts, node, self } = input
  const owner = { ownerKind: 'exhibitions.object', ownerId: object.id, origin: node }
  const file = await addFile(work, original, owner)
  const id = randomUUIDv7()
  const { sha256 } = original
  const data = { mediaId: id, kind: state.kind, sha256 }
  await work.write(mediaAdded({ ...aboutObject(object), data }), (tx) =>
    tx
      .insertInto('exhibition_media')
      .values({
        id,
        origin: node,
        object_id: object.id,
        position: (present.at(-1)?.position ?? 0) + 1,
        file_id: file.id,
        sha256,
        media_type: original.mediaType,
        file_name: original.name,
        size_bytes: BigInt(original.sizeBytes),
        width: null,
        height: null,
        duration_ms: null,
        pyramid_file_id: null,
        pyramid_sha256: null,
        fault: null,
        alts: JSON.stringify(alts),
        embedded: '{}',
        rights_uri: null,
        source_url: null,
        ...state,
        created_by: self,
        created_at: work.now,
        removed_at: null,
      })
      .execute(),
  )
  return { mediaId: id }
}

/** A film of a day, word by word. */
const longestTranscript = 200_000

/** Says in words what a medium shows, for whoever does not see it. */
export async function describeMedium(
  work: Work,
  input: { mediaId: string; alts: LocalText; transcripts?: LocalText },
): Promise<true | Refusal> {
  const found = await mediumById(work, input.mediaId)
  const object = found && (await editableObject(work, found.object.id))
  if (!object) return refuse(404, m('refusal.no-object'))
  const long = Object.values(input.transcripts ?? {}).find(
    (text) => text.length > longestTranscript,
  )
  if (long !== undefined)
    return refuse(422, m('refusal.long', { most: longestTranscript, length: long.length }))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('exhibition_media')
      .set({
        alts: JSON.stringify(input.alts),
        ...(input.transcripts ? { transcripts: JSON.stringify(input.transcripts) } : {}),
      })
      .where('id', '=', input.mediaId)
      .execute(),
  )
  return true
}

/** Takes a medium from its object. What was sent is kept for the record, and shown to nobody. */
export async function removeMedium(work: Work, mediaId: string): Promise<true | Refusal> {
  const found = await mediumById(work, mediaId)
  const object = found && (await editableObject(work, found.object.id))
  if (!found || !object) return refuse(404, m('refusal.no-object'))
  await work.write(mediaRemoved({ ...aboutObject(object), data: { mediaId } }), (tx) =>
    tx
      .updateTable('exhibition_media')
      .set({ removed_at: work.now })
      .where('id', '=', mediaId)
      .execute(),
  )
  return true
}
