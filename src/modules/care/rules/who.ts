import type { Whereabouts } from '#kernel/http'

/** A row's key: somebody may be there by two things, and stands in the list with both. */
export function keyOf({ kind, id }: Pick<Whereabouts, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** A place with everybody who is there. */
export interface Place {
  id: string
  place: string
  country: string
  latitude: number | null
  longitude: number | null
  people: number
}

/** The places where somebody is, those with most people first; of two alike by name. */
export function placesOf(there: readonly Whereabouts[]): Place[] {
  const places = new Map<string, Place & { ids: Set<string> }>()
  for (const each of there) {
    const id = `${each.country}-${each.place}`
    const known = places.get(id)
    if (known) known.ids.add(each.personId)
    else {
      const { place, country, latitude, longitude } = each
      const ids = new Set([each.personId])
      places.set(id, { id, place, country, latitude, longitude, people: 0, ids })
    }
  }
  return [...places.values()]
    .map(({ ids, ...place }) => ({ ...place, people: ids.size }))
    .toSorted((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1))
}
