import type { Work } from '#kernel/database'

/** A person's cases but the withdrawn ones, with host and home, the earliest first. */
export function casesInJourney(work: Work, personId: string) {
  return work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.due_on',
      'c.lines_open',
      'c.recognised_credit',
      'c.created_at',
      'c.decided_at',
      'c.released_at',
      'host.id as host_id',
      'host.names as host_names',
      'home.id as home_id',
      'home.names as home_names',
      'home.time_zone',
    ])
    .where('c.person_id', '=', personId)
    .where('c.state', '<>', 'withdrawn')
    .orderBy('c.created_at')
    .execute()
}
