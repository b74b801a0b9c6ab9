import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** Everything that the alliance holds of a person, for the export that they may ask for. */
export async function exportPerson(work: Work, personId: string): Promise<Record<string, unknown>> {
  const [appointments, enrolments, cohorts] = await Promise.all([
    work.read
      .selectFrom('appointments as a')
      .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
      .select(['a.id', 'a.role', 'o.names as organisation', 'a.title', 'a.starts_on', 'a.ends_on'])
      .where('a.person_id', '=', personId)
      .orderBy('a.starts_on')
      .execute(),
    work.read
      .selectFrom('enrolments as e')
      .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
      .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
      .select([
        'e.id',
        'o.names as organisation',
        'd.code as degree_programme',
        'e.student_number',
        'e.intake_year',
        'e.starts_on',
        'e.ends_on',
        'e.outcome',
      ])
      .where('e.person_id', '=', personId)
      .orderBy('e.starts_on')
      .execute(),
    work.read
      .selectFrom('cohort_members as c')
      .innerJoin('programme_years as y', 'y.id', 'c.programme_year_id')
      .innerJoin('alliance_programmes as p', 'p.id', 'c.programme_id')
      .leftJoin('cohort_steps as s', 's.cohort_member_id', 'c.id')
      .select([
        'p.code',
        'y.year',
        'c.state',
        'c.recognised_credit',
        'c.joined_on',
        's.kind as step',
        's.reached_on',
        's.note',
      ])
      .where('c.person_id', '=', personId)
      .orderBy('y.year')
      .execute(),
  ])
  return { appointments, enrolments, cohorts }
}

/** Nothing is removed here: what stays has no name any more once identity has erased the person. */
export async function erasePerson(): Promise<{ kept: Message[] }> {
  return { kept: [m('erasure.kept-records')] }
}
