import { type Call, emptyManifest, type Manifest, operation, page } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from './messages/index.ts'
import { type ApiDocument, describeApi } from './openapi.ts'
import { ApiPage } from './pages/api.tsx'

/** The description of the API, made from the same schemas that parse and answer: for programs, and to be read. */
export function createApi(manifests: readonly Manifest[]): Manifest {
  const routes = manifests.flatMap((manifest) => manifest.routes)
  const forAll = new Set(
    manifests.flatMap(({ rules }) =>
      rules.filter(({ subject }) => subject === 'public').map(({ action }) => action),
    ),
  )
  const documents = new Map<string, ApiDocument>()
  const documentFor = (call: Call): ApiDocument => {
    const { origin } = call.services
    const key = `${call.language} ${origin}`
    const known =
      documents.get(key) ?? describeApi(routes, origin, call.t, (action) => forAll.has(action))
    documents.set(key, known)
    return known
  }
  return {
    ...emptyManifest,
    name: 'api',
    messages: [m.catalogue],
    footer: [{ label: m('api.title'), path: '/api', action: 'site.open', order: 30 }],
    routes: [
      operation('GET', '/openapi.json', {
        action: 'site.open',
        handle: async (call) => ({ kind: 'json', data: documentFor(call) }),
        api: { summary: m('api.operation'), tag: m('api.tag') },
      }),
      page('GET', '/api', {
        action: 'site.open',
        handle: async (call) => ({
          kind: 'html',
          html: renderPage(ApiPage({ frame: call.frame, t: call.t, document: documentFor(call) })),
        }),
      }),
    ],
  }
}
