import type { Work } from '#kernel/database'

/** A person's enrolments with the school and the degree programme of each, the earliest first. */
export function enrolmentsInJourney(work: Work, personId: string) {
  return work.read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.id', 'e.starts_on', 'e.outcome', 'o.id as organisation_id', 'o.names'])
    .select('d.names as programme')
    .where('e.person_id', '=', personId)
    .orderBy('e.starts_on')
    .orderBy('e.id')
    .execute()
}
