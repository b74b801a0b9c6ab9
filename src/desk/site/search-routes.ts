import { type Answer, type Call, page, type Route } from '#kernel/http'
import { type Hit, search } from '#kernel/search'
import { renderPage } from '#ui'
import { SearchPage } from '../pages/search.tsx'

const hitsPerPage = 30
const longestQuery = 200

/** Search over everything that modules have put into the index, as far as the reader may see it. */
export const searchRoutes: Route[] = [
  page('GET', '/search', { action: 'site.open', handle: showSearch }),
  page('GET', '/search/options', { action: 'site.open', handle: options }),
]

async function showSearch(call: Call): Promise<Answer> {
  const typed = typedOf(call)
  const current = Math.min(
    100,
    Math.max(1, Number.parseInt(call.query.get('page') ?? '1', 10) || 1),
  )
  const found = await search(call.work, typed, {
    limit: hitsPerPage + 1,
    offset: (current - 1) * hitsPerPage,
  })
  const more = found.hits.length > hitsPerPage
  call.shows(personsIn(found.hits.slice(0, hitsPerPage)))
  const html = renderPage(
    SearchPage({
      frame: call.frame,
      t: call.t,
      typed,
      similar: found.similar,
      hits: found.hits.slice(0, hitsPerPage).map((hit) => ({ ...hit, href: call.href(hit.href) })),
      previous: current > 1 ? call.href('/search', { q: typed, page: current - 1 }) : null,
      next: more ? call.href('/search', { q: typed, page: current + 1 }) : null,
    }),
  )
  return { kind: 'html', html }
}

/** Choices for a combobox: of one kind, or of any. */
async function options(call: Call): Promise<Answer> {
  const kind = call.query.get('kind')
  const { hits } = await search(call.work, typedOf(call), {
    limit: 10,
    ...(kind ? { kinds: [kind] } : {}),
  })
  call.shows(personsIn(hits))
  const choice = (hit: Hit) => ({
    value: hit.objectId,
    label: hit.title.text,
    ...(hit.subtitle ? { hint: hit.subtitle.text } : {}),
  })
  return { kind: 'json', data: hits.map(choice) }
}

/** The persons among the hits: one is found for each organisation that knows them. */
function personsIn(hits: readonly Hit[]): string[] {
  return hits.flatMap((hit) => (hit.kind === 'person' ? (hit.objectId.split('@')[0] ?? []) : []))
}

function typedOf(call: Call): string {
  return (call.query.get('q') ?? '').slice(0, longestQuery)
}
