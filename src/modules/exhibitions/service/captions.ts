import { refuse, type Refusal, type Work } from '#kernel/database'
import type { Language, LocalText } from '#kernel/values'
import { m } from '../messages/index.ts'
import { mediumById } from '../queries/media.ts'
import { editableObject } from './objects.ts'

/** Puts the captions of a film or a recording in one language in place of those that stood there; null takes them away. */
export async function captionMedium(
  work: Work,
  input: { mediaId: string; language: Language; captions: string | null },
): Promise<true | Refusal> {
  const found = await mediumById(work, input.mediaId)
  const object = found && (await editableObject(work, found.object.id))
  if (!found || !object) return refuse(404, m('refusal.no-object'))
  const { kind } = found.medium
  if (kind !== 'audio' && kind !== 'video') return refuse(422, m('refusal.no-sound'))
  // Read again behind the lock of its object: somebody may have sent another language meanwhile.
  const now = (await mediumById(work, input.mediaId))?.medium.captions ?? {}
  const { [input.language]: _before, ...others } = now
  const captions: LocalText =
    input.captions === null ? others : { ...others, [input.language]: input.captions }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('exhibition_media')
      .set({ captions: JSON.stringify(captions) })
      .where('id', '=', input.mediaId)
      .execute(),
  )
  return true
}
