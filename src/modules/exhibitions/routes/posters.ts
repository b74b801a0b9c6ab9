import { isRefused, refuse, type Refusal } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { mostPixels } from '../images/pyramid.ts'
import { m } from '../messages/index.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { pictureKinds } from '../service/sent-medium.ts'
import { choosePoster } from '../service/posters.ts'
import { loadMedium } from './captions.ts'

/** The most bytes of a picture that is sent for a film. */
export const mostPosterBytes = 32 * 1024 * 1024

/** The picture that stands for a film: a file, a moment of it that the page took, or a picture that is here. */
export const posterRoutes: readonly Route[] = [
  page<ObjectRow>('POST', '/objects/media/:medium/poster', {
    action: 'exhibitions.object.edit',
    load: async (work, params) => (await loadMedium(work, params)) ?? null,
    maxBytes: mostPosterBytes,
    handle: takePoster,
  }),
]

async function takePoster(given: Call<ObjectRow>): Promise<Answer> {
  const call = given as Call
  const back = `/objects/${given.object.id}/edit`
  const poster = await posterIn(call)
  const done = isRefused(poster)
    ? poster
    : await call.perform((work) =>
        choosePoster(work, { mediaId: call.params['medium'] ?? '', poster }),
      )
  if (isRefused(done)) return call.redirect(back, done.message, 'attention')
  return call.redirect(back, m('poster.taken'))
}

/** A file comes before a choice: whoever took a moment of the film means it. */
async function posterIn(
  call: Call,
): Promise<Parameters<typeof choosePoster>[1]['poster'] | Refusal> {
  const [upload] = (call.form.uploads['poster'] ?? []).filter(({ bytes }) => bytes.length > 0)
  if (upload) {
    const rules = { allow: pictureKinds, maxBytes: mostPosterBytes, maxPixels: mostPixels }
    const original = await receiveFile(call.services.blobs, upload, rules)
    return isRefused(original) ? original : { original, node: call.services.node }
  }
  if (call.form.values['picture'] === undefined) return refuse(422, m('refusal.no-poster'))
  const mediumId = valueOf(call, 'picture')
  return mediumId === '' ? null : { mediumId }
}
