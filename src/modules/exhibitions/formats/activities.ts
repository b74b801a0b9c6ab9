/** What became public, changed, or was taken back, as it is told to harvesters. */
export interface Activity {
  id: string
  exhibition_id: string
  kind: 'Create' | 'Update' | 'Delete'
  happened_at: Date
}

const context = 'http://iiif.io/api/discovery/1/context.json'

/** How many activities stand on a page. */
export const activitiesOnAPage = 100

/** Which pages there are, by how many activities. */
export interface ActivityPlaces {
  origin: string
  total: number
  manifestOf: (exhibitionId: string) => string
}

/** The collection of all activities (IIIF Change Discovery 1.0, §2.2): it leads to its last page. */
export function activityCollection({ origin, total }: ActivityPlaces): Record<string, unknown> {
  const last = lastPage(total)
  return {
    '@context': context,
    id: `${origin}/iiif/activity/all-changes.json`,
    type: 'OrderedCollection',
    totalItems: total,
    first: { id: pageAddress(origin, 0), type: 'OrderedCollectionPage' },
    last: { id: pageAddress(origin, last), type: 'OrderedCollectionPage' },
  }
}

/** One page (§2.3), the oldest activity first; level 2: what happened to which manifest, and when. */
export function activityPage(
  { origin, total, manifestOf }: ActivityPlaces,
  page: number,
  activities: readonly Activity[],
): Record<string, unknown> {
  const last = lastPage(total)
  return {
    '@context': context,
    id: pageAddress(origin, page),
    type: 'OrderedCollectionPage',
    startIndex: page * activitiesOnAPage,
    partOf: { id: `${origin}/iiif/activity/all-changes.json`, type: 'OrderedCollection' },
    ...(page > 0
      ? { prev: { id: pageAddress(origin, page - 1), type: 'OrderedCollectionPage' } }
      : {}),
    ...(page < last
      ? { next: { id: pageAddress(origin, page + 1), type: 'OrderedCollectionPage' } }
      : {}),
    orderedItems: activities.map((each) => ({
      id: `${origin}/iiif/activity/${each.id}`,
      type: each.kind,
      object: {
        id: manifestOf(each.exhibition_id),
        type: 'Manifest',
        canonical: manifestOf(each.exhibition_id),
      },
      endTime: each.happened_at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    })),
  }
}

/** The number of the last page, from 0; there is one even where nothing has happened. */
export function lastPage(total: number): number {
  return Math.max(0, Math.ceil(total / activitiesOnAPage) - 1)
}

function pageAddress(origin: string, page: number): string {
  return `${origin}/iiif/activity/pages/${page}.json`
}
