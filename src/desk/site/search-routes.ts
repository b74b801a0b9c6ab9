import {
  type Answer,
  type Call,
  type FoundByName,
  type Manifest,
  page,
  pageNumber,
  type Route,
} from '#kernel/http'
import type { Message } from '#kernel/messages'
import { type Hit, search } from '#kernel/search'
import { renderPage } from '#ui'
import { SearchPage } from '../pages/search.tsx'

const hitsPerPage = 30
const longestQuery = 200

/** Search over everything that modules have put into the index, as far as the reader may see it, and by exact names. */
export function searchRoutes(manifests: readonly Manifest[]): Route[] {
  return [
    page('GET', '/search', {
      action: 'site.open',
      handle: (call) => showSearch(call, manifests),
    }),
    page('GET', '/search/options', { action: 'site.open', handle: options }),
  ]
}

/** Things with exactly this name, by the modules that know them; on the first page alone. */
async function named(call: Call, manifests: readonly Manifest[], typed: string) {
  const found: FoundByName[] = []
  if (typed.trim() === '') return found
  for (const { find } of manifests) if (find) found.push(...(await find(call.work, typed)))
  return found
}

async function showSearch(call: Call, manifests: readonly Manifest[]): Promise<Answer> {
  const typed = typedOf(call)
  const current = Math.min(100, pageNumber(call))
  const found = await search(call.work, typed, {
    limit: hitsPerPage + 1,
    offset: (current - 1) * hitsPerPage,
  })
  const more = found.hits.length > hitsPerPage
  call.shows(personsIn(found.hits.slice(0, hitsPerPage)))
  const exact = current === 1 ? await named(call, manifests, typed) : []
  const kinds = Object.assign(
    {},
    ...manifests.map(({ searchKinds }) => searchKinds ?? {}),
  ) as Record<string, Message>
  const kindOf = (kind: string) => (kinds[kind] ? call.t(kinds[kind]) : null)
  const html = renderPage(
    SearchPage({
      frame: call.frame,
      t: call.t,
      typed,
      // Whoever named something exactly does not mean what is only called alike.
      similar: found.similar && exact.length === 0,
      named: exact.map((each) => ({
        key: `${each.kind} ${each.objectId}`,
        kind: kindOf(each.kind),
        title: call.t(each.title),
        subtitle: each.subtitle && call.t(each.subtitle),
        href: call.href(each.href),
      })),
      hits: found.hits
        .slice(0, hitsPerPage)
        .map((hit) => ({ ...hit, kind: kindOf(hit.kind), href: call.href(hit.href) })),
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
