import type { Work } from '#kernel/database'
import type { Whereabouts } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'

/**
 * Who is there now by a stay: from the day on which the host confirmed the arrival to that of the departure. Whoever
 * interrupted a stay stands here too until somebody confirms that they left: nobody knows where else they would be.
 */
export async function staysThere(work: Work): Promise<Whereabouts[]> {
  const rows = await work.read
    .selectFrom('mobilities')
    .innerJoin('persons as p', 'p.id', 'mobilities.person_id')
    .innerJoin('organisations as r', 'r.id', 'mobilities.receiving_organisation_id')
    .select(['mobilities.id', 'mobilities.person_id as personId', 'p.name', 'r.names', 'r.country'])
    .select(['mobilities.starts_on as startsOn', 'mobilities.ends_on as endsOn'])
    .select(['r.latitude', 'r.longitude', 'sending_organisation_id as sent'])
    .select('receiving_organisation_id as received')
    .where(work.scope('mobility.stay.list', 'mobilities'))
    .where('mobilities.state', '=', 'live')
    .orderBy('mobilities.starts_on')
    .orderBy('mobilities.id')
    .execute()
  return rows.map(({ names, latitude, longitude, sent, received, ...row }) => ({
    ...row,
    officeIds: [sent, received],
    kind: 'mobility',
    place: localised(names, work.language).text,
    latitude: latitude === null ? null : Number(latitude),
    longitude: longitude === null ? null : Number(longitude),
    label: m('found.kind'),
    href: `/mobility/${row.id}`,
  }))
}
