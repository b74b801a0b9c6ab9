import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { removeDocument } from '#kernel/search'
import { localised, type LocalText } from '#kernel/values'
import { m } from '../messages/index.ts'
import { affiliationsOf } from '../queries/affiliations.ts'
import { organisationsAround } from '../queries/duplicates.ts'
import { isLastOfSecretariat } from '../queries/secretariat.ts'
import { roleLabel } from '../role-labels.ts'
import type { AppointmentRole } from '../schema.ts'

/** What the alliance tells of what it holds, and why somebody who acts or studies somewhere is not erased meanwhile. */
export const allianceData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const held = await exportPerson(work, personId)
    const years = new Set(held.cohorts.map(({ code, year }) => `${code} ${year}`))
    return [
      {
        what: m('held.appointments'),
        count: held.appointments.length,
        stays: m('held.appointments-stay'),
      },
      {
        what: m('held.enrolments'),
        count: held.enrolments.length,
        stays: m('held.enrolments-stay'),
      },
      { what: m('held.participations'), count: years.size, stays: m('held.participations-stay') },
    ]
  },
  async hinders(work, personId) {
    const running = await affiliationsOf(work, { personIds: [personId] })
    return running.map(({ role, organisation }) => hindrance(work, role, organisation?.name))
  },
  async bars(work, personId) {
    return (await isLastOfSecretariat(work, personId)) ? [m('fault.last-of-secretariat')] : []
  },
}

function hindrance(work: Work, role: string, names: LocalText | undefined): Message {
  const word = roleLabel(role as AppointmentRole | 'student')
  if (names === undefined) return m('hinder.appointed-alliance', { role: word })
  const organisation = localised(names, work.language).text
  return role === 'student'
    ? m('hinder.enrolled', { organisation })
    : m('hinder.appointed', { organisation, role: word })
}

/** Everything that the alliance holds of a person, for the export that they may ask for. */
export async function exportPerson(work: Work, personId: string) {
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

/**
 * Removes notes on the person's steps, and the person from the search at once; roles, studies and participation stay,
 * and have no name any more once identity has erased the person.
 */
export async function erasePerson(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const places = await organisationsAround(work, [personId])
  const participations = await work.writeUnchronicled(async (tx) => {
    for (const place of places) await removeDocument(tx, 'person', `${personId}@${place}`)
    const members = await tx
      .selectFrom('cohort_members')
      .select('id')
      .where('person_id', '=', personId)
      .execute()
    const ids = members.map(({ id }) => id)
    if (ids.length === 0) return 0
    await tx
      .updateTable('cohort_steps')
      .set({ note: null })
      .where('cohort_member_id', 'in', ids)
      .execute()
    return ids.length
  })
  return { kept: places.length + participations > 0 ? [m('erasure.kept-records')] : [] }
}
