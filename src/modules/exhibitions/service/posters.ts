import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import { m } from '../messages/index.ts'
import { mediaOf, mediumById } from '../queries/media.ts'
import { takeImage } from './media.ts'
import { editableObject } from './objects.ts'

/**
 * Has a picture stand for a film until it is played: one that its object has, or one that is sent, perhaps a moment of the
 * film, and becomes a picture of the object. Null has the first picture of the object stand for it again.
 */
export async function choosePoster(
  work: Work,
  input: {
    mediaId: string
    poster: { mediumId: string } | { original: ReceivedFile; node: string } | null
  },
): Promise<true | Refusal> {
  const found = await mediumById(work, input.mediaId)
  const object = found && (await editableObject(work, found.object.id))
  if (!found || !object) return refuse(404, m('refusal.no-object'))
  if (found.medium.kind !== 'video') return refuse(422, m('refusal.no-film'))
  const posterId = await posterFrom(work, object.id, input.poster)
  if (isRefused(posterId)) return posterId
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('exhibition_media')
      .set({ poster_medium_id: posterId })
      .where('id', '=', input.mediaId)
      .execute(),
  )
  return true
}

async function posterFrom(
  work: Work,
  objectId: string,
  poster: Parameters<typeof choosePoster>[1]['poster'],
): Promise<string | null | Refusal> {
  if (poster === null) return null
  if ('mediumId' in poster) {
    const media = (await mediaOf(work, [objectId])).get(objectId) ?? []
    const chosen = media.find(({ id, kind }) => id === poster.mediumId && kind === 'image')
    return chosen ? chosen.id : refuse(422, m('refusal.no-poster'))
  }
  const taken = await takeImage(work, { objectId, alts: {}, ...poster })
  return isRefused(taken) ? taken : taken.mediaId
}
