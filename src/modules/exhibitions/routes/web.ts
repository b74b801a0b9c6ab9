import { type Answer, type Call, valueOf } from '#kernel/http'
import { languages, type LocalText } from '#kernel/values'
import { renderPage } from '#ui'
import type { Scene } from '../pages/scene.tsx'

/** What every page is told about the request; the clock is the reader's. */
export function sceneOf(call: Call): Scene {
  return {
    frame: call.frame,
    language: call.language,
    t: call.t,
    href: call.href,
    timeZone: call.timeZone,
    now: call.now,
  }
}

/** Answers with a page. */
export function show(page: Parameters<typeof renderPage>[0], status = 200): Answer {
  return { kind: 'html', html: renderPage(page), status }
}

/** A text in the five languages, as `name.<language>`; a language in which nothing was typed is left out. */
export function localOf(call: Pick<Call, 'form'>, name: string): LocalText {
  const text: LocalText = {}
  for (const each of languages) {
    const typed = valueOf(call, `${name}.${each}`)
    if (typed !== '') text[each] = typed
  }
  return text
}
