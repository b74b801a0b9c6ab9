import type { Answer, Call } from '#kernel/http'
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
