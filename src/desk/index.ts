import { emptyManifest, type Manifest, page } from '#kernel/http'
import type { PipelineParts } from '#kernel/http'
import { renderPage } from '#ui'
import { createFrame, type FrameParts } from './frame.ts'
import { m } from './messages/index.ts'
import { FailurePage } from './pages/failure.tsx'
import { HomePage } from './pages/home.tsx'

/** Makes the pages that cross modules; they learn of the modules from the manifests alone. */
export function createDesk(_manifests: readonly Manifest[]): Manifest {
  return {
    ...emptyManifest,
    name: 'desk',
    messages: [m.catalogue],
    routes: [
      page('GET', '/', {
        action: 'site.open',
        handle: async (call) => ({
          kind: 'html',
          html: renderPage(HomePage({ frame: call.frame, t: call.t })),
        }),
      }),
    ],
  }
}

/** The desk's hand in every page: the frame, the page that says why there is none, where to sign in. */
createDesk.parts = (
  parts: FrameParts,
): Pick<PipelineParts, 'frame' | 'failurePage' | 'signInPath'> => ({
  frame: createFrame(parts),
  failurePage(frame, failure, requestId) {
    const t = parts.translator.for(frame.language)
    return renderPage(
      FailurePage({
        frame,
        title: t(failure.title),
        text: t(failure.text),
        number: failure.status >= 500 ? t(m('failure.number', { request: requestId })) : null,
        home: t(m('failure.home')),
      }),
    )
  },
  signInPath: '/sign-in',
})
