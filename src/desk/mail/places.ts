import type { Work } from '#kernel/database'
import type { Call, Manifest } from '#kernel/http'
import type { Message, Translate } from '#kernel/messages'
import { documentsNamed, search } from '#kernel/search'

/** A thing with which a mail is filed, as the reader may see it. */
export interface Place {
  kind: string
  id: string
  /** What kind of thing it is, in words. */
  what: string | null
  title: string
  /** Its page, without the language. */
  href: string
}

/** What a mail is about, as the database has it. */
export interface About {
  kind: string
  id: string
}

const mostFound = 12

/** Names what mails are about, as far as the reader may see it, under the key `kind id`. */
export async function placesNamed(
  work: Work,
  t: Translate,
  manifests: readonly Manifest[],
  wanted: readonly About[],
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const put = ({ kind, id }: About, title: string, href: string) =>
    void places.set(`${kind} ${id}`, { kind, id, title, href, what: whatOf(t, manifests, kind) })
  const inSearch: About[] = []
  for (const place of manifests.flatMap(({ filing = [] }) => filing)) {
    const about = wanted.filter(({ kind }) => kind === place.kind)
    if (about.length === 0) continue
    if (!place.named) {
      inSearch.push(...about)
      continue
    }
    const ids = [...new Set(about.map(({ id }) => id))]
    for (const [id, { title, href }] of await place.named(work, ids)) {
      put({ kind: place.kind, id }, t(title), href)
    }
  }
  const found = await documentsNamed(work, inSearch)
  for (const about of inSearch) {
    const document = found.get(`${about.kind} ${about.id}`)
    if (document) put(about, document.title, document.href)
  }
  return places
}

/** Finds things by what somebody typed: a case by its number, a person or organisation by name. */
export async function findPlaces(
  { work, t }: Pick<Call, 'work' | 't'>,
  manifests: readonly Manifest[],
  typed: string,
): Promise<Place[]> {
  if (typed.trim() === '') return []
  const kinds = manifests.flatMap(({ filing = [] }) => filing.map(({ kind }) => kind))
  const exact = []
  for (const { find } of manifests) if (find) exact.push(...(await find(work, typed)))
  const { hits } = await search(work, typed, { kinds, limit: mostFound })
  const places = [
    ...exact
      .filter(({ kind }) => kinds.includes(kind))
      .map((each) => ({ ...each, title: t(each.title) })),
    ...hits.map((hit) => ({ ...hit, title: hit.title.text })),
  ].map(({ kind, objectId, title, href }): Place => ({
    kind,
    id: objectId.split('@', 1)[0] ?? '',
    what: whatOf(t, manifests, kind),
    title,
    href,
  }))
  return [...new Map(places.map((place) => [`${place.kind} ${place.id}`, place])).values()]
}

function whatOf(t: Translate, manifests: readonly Manifest[], kind: string): string | null {
  const label: Message | undefined = manifests
    .map(({ searchKinds }) => searchKinds?.[kind])
    .find((each) => each !== undefined)
  return label ? t(label) : null
}
