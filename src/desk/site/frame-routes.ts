import { type Answer, type Call, page, type Route } from '#kernel/http'
import { galleryPage, renderPage } from '#ui'
import { goTo } from '../cookies.ts'
import { valueOf } from '../form-state.ts'

const year = 31_536_000

/** What belongs to the frame of every page: the appearance, and the gallery of its components in a demonstration. */
export const frameRoutes: Route[] = [
  page('POST', '/appearance', { action: 'site.open', handle: keepAppearance }),
  page('GET', '/ui', {
    action: 'site.open',
    handle: async (call) =>
      call.services.demonstration
        ? { kind: 'html', html: renderPage(galleryPage(call.language, call.frame)) }
        : { kind: 'absent' },
  }),
]

async function keepAppearance(call: Call): Promise<Answer> {
  const theme = valueOf(call, 'theme')
  const chosen = theme === 'light' || theme === 'dark'
  call.setCookie('weft-theme', chosen ? theme : '', { maxAgeSeconds: chosen ? year : 0 })
  return goTo(call, valueOf(call, 'return'))
}
