import { isRefused, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, page, plain, type Route, valueOf } from '#kernel/http'
import { isLanguage } from '#kernel/values'
import { m } from '../messages/index.ts'
import { mediumById } from '../queries/media.ts'
import { type ObjectRow } from '../queries/objects.ts'
import { readCaptions, writeWebVtt } from '../rules/web-vtt.ts'
import { captionMedium } from '../service/captions.ts'
import { keptFor } from './kept-for.ts'
import type { MediumOfObject } from './send-medium.ts'

const mostBytes = 1024 * 1024

/** Captions of films and recordings: for players, and from whoever writes them. */
export const captionRoutes: readonly Route[] = [
  plain<MediumOfObject>('GET', '/objects/media/:medium/captions/:language', {
    action: 'exhibitions.object.read',
    load: loadMedium,
    handle: sendCaptions,
  }),
  page<ObjectRow>('POST', '/objects/media/:medium/captions', {
    action: 'exhibitions.object.edit',
    load: async (work, params) => (await loadMedium(work, params)) ?? null,
    maxBytes: mostBytes,
    handle: takeCaptions,
  }),
]

/** The medium that the address of a route names, with its object. */
export async function loadMedium(
  work: Work,
  params: Record<string, string>,
): Promise<MediumOfObject | null> {
  const found = await mediumById(work, params['medium'] ?? '')
  return found && { ...found.object, medium: found.medium }
}

async function sendCaptions({ object, params }: Call<MediumOfObject>): Promise<Answer> {
  const language = params['language'] ?? ''
  const text = isLanguage(language) ? object.medium.captions[language] : undefined
  if (!text) return { kind: 'absent' }
  return {
    kind: 'file',
    body: new TextEncoder().encode(text),
    type: 'text/vtt; charset=utf-8',
    name: `${language}.vtt`,
    inline: true,
    headers: keptFor([object], { seconds: 600 }),
  }
}

/** Takes a file of captions in one language, or takes those away that stand there. */
async function takeCaptions(given: Call<ObjectRow>): Promise<Answer> {
  const call = given as Call
  const back = `/objects/${given.object.id}/edit`
  const language = valueOf(call, 'language')
  const [upload] = (call.form.uploads['captions'] ?? []).filter(({ bytes }) => bytes.length > 0)
  const isRemoval = valueOf(call, 'remove') === 'yes'
  const text = upload ? new TextDecoder().decode(upload.bytes) : ''
  const cues = isRemoval ? [] : readCaptions(text)
  const done =
    !isLanguage(language) || cues === null
      ? refuse(422, m('refusal.captions'), { captions: m('refusal.captions') })
      : await call.perform((work) =>
          captionMedium(work, {
            mediaId: call.params['medium'] ?? '',
            language,
            captions: isRemoval ? null : writeWebVtt(cues),
          }),
        )
  if (isRefused(done)) return call.redirect(back, done.message, 'attention')
  return call.redirect(back, m(isRemoval ? 'captions.removed' : 'captions.taken'))
}
