import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import { rightsWith } from '../rules/strictest-rights.ts'
import type { MediaKind, MediaState } from '../schema.ts'
import { objectById, type ObjectRow } from './objects.ts'

/** A picture, recording or model of an object. */
export interface MediaRow {
  id: string
  object_id: string
  position: number
  kind: MediaKind
  file_id: string
  sha256: string
  media_type: string
  file_name: string
  size_bytes: bigint
  width: number | null
  height: number | null
  duration_ms: bigint | null
  pyramid_file_id: string | null
  pyramid_sha256: string | null
  state: MediaState
  fault: string | null
  /** How much of a picture that is processing is made, in hundredths. */
  made_percent: number
  alts: LocalText
  /** WebVTT of a film or a recording, by language. */
  captions: LocalText
  transcripts: LocalText
  /** Of a film: the picture that stands for it until it is played. */
  poster_medium_id: string | null
  embedded: Record<string, unknown>
  rights_uri: string | null
  source_url: string | null
  created_by: string
  created_at: Date
}

/** A picture that is ready to be shown. */
export type ReadyPicture = MediaRow & { width: number; height: number; pyramid_sha256: string }

/** The picture by which an object is known: the first that is ready to be shown, or null. */
export function readyPicture(media: readonly MediaRow[] | undefined): ReadyPicture | null {
  return media?.find(isReadyPicture) ?? null
}

/** How far the pictures of an object are that are being made. */
export interface Making {
  ready: number
  total: number
  /** Of those that are not ready: how much of each is made comes together to so many pictures. */
  begun: number
}

/** How many pictures of an object are ready while others are still being made; null where none is. */
export function makingOf(media: readonly MediaRow[]): Making | null {
  const pictures = media.filter(({ kind }) => kind === 'image')
  const waiting = pictures.filter(({ state }) => state === 'processing')
  if (waiting.length === 0) return null
  const begun = waiting.reduce((sum, { made_percent: percent }) => sum + percent, 0) / 100
  return { ready: pictures.length - waiting.length, total: pictures.length, begun }
}

/** The picture that stands for a film until it is played: the one that was chosen, else the first of its object. */
export function posterOf(
  film: Pick<MediaRow, 'poster_medium_id'>,
  media: readonly MediaRow[] | undefined,
): ReadyPicture | null {
  const chosen = media?.find(({ id }) => id === film.poster_medium_id)
  return chosen && isReadyPicture(chosen) ? chosen : readyPicture(media)
}

/** Whether a medium is a picture that is ready to be shown. */
export function isReadyPicture(medium: MediaRow): medium is ReadyPicture {
  const { kind, state, width, height, pyramid_sha256: pyramid } = medium
  return kind === 'image' && state === 'ready' && width !== null && height !== null && !!pyramid
}

/** The film or the recording of an object: the first that is ready to be played, or null. */
export function readyRecording(media: readonly MediaRow[] | undefined): MediaRow | null {
  const isPlayed = ({ kind, state }: MediaRow) =>
    (kind === 'audio' || kind === 'video') && state === 'ready'
  return media?.find(isPlayed) ?? null
}

/** The model of an object: the first that is ready to be turned, or null. */
export function readyModel(media: readonly MediaRow[] | undefined): MediaRow | null {
  return media?.find(({ kind, state }) => kind === 'model' && state === 'ready') ?? null
}

/** An object under the terms that hold once its ready media are shown with it: the strictest of all of them. */
export function withMediaRights(
  object: ObjectRow,
  media: readonly MediaRow[] | undefined,
): ObjectRow {
  const shown = (media ?? []).filter(({ state }) => state === 'ready')
  return { ...object, rights_uri: rightsWith(object, shown) }
}

/** The media of these objects in their order: one query, however many objects. */
export async function mediaOf(
  work: Work,
  objectIds: readonly string[],
): Promise<Map<string, MediaRow[]>> {
  if (objectIds.length === 0) return new Map()
  const rows = await mediaRows(work)
    .where('object_id', 'in', [...objectIds])
    .orderBy('object_id')
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ object_id }) => object_id)
}

/** A medium with its object, whose facts say who may see it; null for one that was removed. */
export async function mediumById(
  work: Work,
  id: string,
): Promise<{ medium: MediaRow; object: ObjectRow } | null> {
  if (!isUuid(id)) return null
  const medium = await mediaRows(work).where('id', '=', id).executeTakeFirst()
  const object = medium && (await objectById(work, medium.object_id))
  return medium && object ? { medium, object } : null
}

function mediaRows(work: Work) {
  return work.read
    .selectFrom('exhibition_media')
    .select(['id', 'object_id', 'position', 'kind', 'file_id', 'sha256', 'media_type'])
    .select(['file_name', 'size_bytes', 'width', 'height', 'duration_ms'])
    .select(['pyramid_file_id', 'pyramid_sha256', 'state', 'fault', 'alts', 'embedded'])
    .select(['rights_uri', 'source_url', 'created_by', 'created_at'])
    .select(['captions', 'transcripts', 'poster_medium_id', 'made_percent'])
    .where('removed_at', 'is', null)
}
