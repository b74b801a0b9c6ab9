import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { Whereabouts } from '#kernel/http'
import { addDays, dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'

/**
 * Who is at a host now by a placement, on the host's own clock; who works from home is nowhere else. A host of the alliance
 * stands where its organisation does, another where one of its city is.
 */
export async function placementsThere(work: Work): Promise<Whereabouts[]> {
  const today = dateInZone(work.now, 'UTC')
  const rows = await work.read
    .selectFrom('internship_placements')
    .innerJoin('internship_positions as p', 'p.id', 'internship_placements.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'internship_placements.person_id')
    .leftJoin('organisations as o', (join) =>
      join.on(
        sql<boolean>`o.id = coalesce(h.host_organisation_id, (select c.id from organisations c
          where c.country = h.country and c.latitude is not null and c.city ->> 'en' = h.city
          order by c.id limit 1))`,
      ),
    )
    .select(['internship_placements.id', 'internship_placements.person_id as personId', 's.name'])
    .select(['internship_placements.organisation_id as office'])
    .select(['internship_placements.enrolled_organisation_id as home'])
    .select(['h.name as place', 'h.country', 'o.latitude', 'o.longitude'])
    .select(['internship_placements.starts_on as startsOn', 'internship_placements.time_zone'])
    .select(
      sql<string>`coalesce((select x.day from internship_interruptions x
        where x.placement_id = internship_placements.id and x.kind = 'ended'),
        internship_placements.ends_on)`.as('endsOn'),
    )
    .where(work.scope('internships.placement.list', 'internship_placements'))
    .where('p.mode', '<>', 'remote')
    .where('internship_placements.starts_on', '<=', addDays(today, 1))
    .where('internship_placements.ends_on', '>=', addDays(today, -1))
    .orderBy('internship_placements.starts_on')
    .orderBy('internship_placements.id')
    .execute()
  return rows.flatMap(({ latitude, longitude, time_zone: zone, office, home, ...row }) => {
    const here = dateInZone(work.now, zone)
    if (row.startsOn > here || row.endsOn < here) return []
    return [
      {
        ...row,
        kind: 'internship',
        officeIds: [office, home],
        latitude: latitude === null ? null : Number(latitude),
        longitude: longitude === null ? null : Number(longitude),
        label: m('placement.title'),
        href: `/internships/placements/${row.id}`,
      },
    ]
  })
}
