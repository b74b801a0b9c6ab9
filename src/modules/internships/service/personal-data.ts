import { sql } from 'kysely'
import { type PersonalData, renamePerson, type Work, type Writer } from '#kernel/database'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { agreementOf, interruptionsOf } from '../queries/agreements.ts'
import { applicationsOf } from '../queries/applications.ts'
import { evaluationsOf } from '../queries/evaluations.ts'
import { slotsPickedBy } from '../queries/interviews.ts'
import { pastPlacementsOf } from '../queries/past.ts'
import { hoursOf, placementsOf } from '../queries/placements.ts'
import { proposalsOf } from '../queries/proposals.ts'
import { roundsOfPerson } from '../queries/rounds.ts'
import { incidentsOfPerson } from '../queries/incidents.ts'
import { papersOf } from './application-papers.ts'
import { countReporting, exportIncidents, exportReporting } from './incidents-personal-data.ts'
import { freeSlotOf } from './interviews.ts'
import { nobodyDecides } from './erasure.ts'
import { countEvaluating, exportEvaluationsBy } from './evaluators-personal-data.ts'
import {
  countConfirming,
  evidenceOf,
  exportConfirming,
  exportJournal,
} from './journal-personal-data.ts'
import { countVisiting, exportVisiting, exportVisits } from './visits-personal-data.ts'

/** What internships tell of what they hold of a person. */
export const internshipData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const applications = await applicationsOf(work, personId)
    const placements = await placementsOf(work, personId)
    const proposals = await proposalsOf(work, personId)
    const counts = await countsOf(work, personId)
    return [
      { what: m('held.applications'), count: applications.length, stays: m('held.stays') },
      { what: m('held.proposals'), count: proposals.length, stays: m('held.stays') },
      {
        what: m('held.rounds'),
        count: (await roundsOfPerson(work, personId)).length,
        stays: m('held.stays'),
      },
      { what: m('held.placements'), count: placements.length, stays: m('held.stays') },
      {
        what: m('held.past'),
        count: (await pastPlacementsOf(work, personId)).length,
        stays: m('held.past-stays'),
      },
      { what: m('held.hours'), count: counts.hours, stays: m('held.stays') },
      { what: m('held.agreements'), count: counts.agreements, stays: m('held.agreements-stay') },
      { what: m('held.evaluations'), count: counts.evaluations, stays: m('held.marks-stay') },
      { what: m('held.interruptions'), count: counts.interruptions, stays: m('held.stays') },
      {
        what: m('held.evaluating'),
        count: await countEvaluating(work, personId),
        stays: m('held.marks-stay'),
      },
      { what: m('held.weeks'), count: counts.weeks, stays: m('held.hours-stay') },
      {
        what: m('held.confirming'),
        count: await countConfirming(work, personId),
        stays: m('held.hours-stay'),
      },
      { what: m('held.visits'), count: counts.visits, stays: m('held.visits-stay') },
      {
        what: m('held.incidents'),
        count: (await incidentsOfPerson(work, personId)).length,
        stays: m('held.incidents-stay'),
      },
      {
        what: m('held.reporting'),
        count: await countReporting(work, personId),
        stays: m('held.incidents-stay'),
      },
      {
        what: m('held.visiting'),
        count: await countVisiting(work, personId),
        stays: m('held.visits-stay'),
      },
    ]
  },
  files: async (work, personId) => [
    ...(await papersOf(work, personId)),
    ...(await evidenceOf(work, personId)),
  ],
  async hinders(work, personId) {
    const placements = await placementsOf(work, personId)
    const runs = placements.some(({ endsOn, timeZone }) => endsOn >= dateInZone(work.now, timeZone))
    return runs ? [m('held.runs')] : []
  },
}

/** How much there is about the placements of a person; one query. */
async function countsOf(work: Work, personId: string) {
  const { rows } = await sql<
    Record<'hours' | 'agreements' | 'evaluations' | 'interruptions' | 'weeks' | 'visits', number>
  >`
    with own as (select id from internship_placements where person_id = ${personId})
    select (select count(*)::int from internship_hours where placement_id in (select id from own)) as hours,
      (select count(*)::int from internship_agreements where placement_id in (select id from own)) as agreements,
      (select count(*)::int from internship_evaluations where placement_id in (select id from own)) as evaluations,
      (select count(*)::int from internship_interruptions where placement_id in (select id from own))
        as interruptions,
      (select count(*)::int from internship_weeks where placement_id in (select id from own)) as weeks,
      (select count(*)::int from internship_visits where placement_id in (select id from own)) as visits`.execute(
    work.read as never,
  )
  return rows[0]!
}

/** Every application and placement of the person, with the hours that they logged. */
export async function exportInternshipsOf(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const applications = await applicationsOf(work, personId)
  const placements = await placementsOf(work, personId)
  const withHours = await Promise.all(
    placements.map(async (placement) => ({
      title: placement.titles,
      host: placement.host,
      startsOn: placement.startsOn,
      endsOn: placement.endsOn,
      endedOn: placement.endedOn,
      agreement: (await agreementOf(work, placement.id))?.draft ?? null,
      evaluations: (await evaluationsOf(work, placement.id)).map(
        ({ round, party, marks, overall, strengths, wishes, givenAt }) => ({
          round,
          party,
          marks,
          overall,
          strengths,
          wishes,
          givenAt,
        }),
      ),
      interruptions: (await interruptionsOf(work, placement.id)).map(
        ({ id: _id, ...each }) => each,
      ),
      journal: await exportJournal(work, placement.id),
      visits: await exportVisits(work, placement.id),
      hours: (await hoursOf(work, placement.id)).map(({ id: _id, ...hours }) => hours),
    })),
  )
  return {
    applications: applications.map(
      ({ titles, host, motivation, state, sentAt, enrolledThere, wish }) => ({
        title: titles,
        host,
        motivation,
        enrolledThere,
        state,
        sentAt,
        wish,
      }),
    ),
    rounds: await exportRoundsOf(work, personId),
    proposals: await exportProposalsOf(work, personId),
    placements: withHours,
    pastPlacements: await exportPastOf(work, personId),
    interviews: (await slotsPickedBy(work, personId)).map(({ host, startsAt, minutes, place }) => ({
      host,
      startsAt,
      minutes,
      place,
    })),
    evaluationsAsked: await exportEvaluationsBy(work, personId),
    hoursToConfirm: await exportConfirming(work, personId),
    visitsAsked: await exportVisiting(work, personId),
    incidents: await exportIncidents(work, personId),
    incidentsReported: await exportReporting(work, personId),
  }
}

/** What lists of past years said of a person. */
async function exportPastOf(work: Work, personId: string) {
  return (await pastPlacementsOf(work, personId)).map(
    ({ host, country, city, title, startsOn, endsOn, hours, tutor, mentor, result, credit }) => ({
      host,
      country,
      city,
      title,
      startsOn,
      endsOn,
      hours,
      tutor,
      mentor,
      result,
      credit,
    }),
  )
}

/** What a person found and proposed themselves. */
async function exportProposalsOf(work: Work, personId: string) {
  return (await proposalsOf(work, personId)).map(
    ({ hostName, city, title, tasks, startsOn, endsOn, state, remark }) => ({
      host: hostName,
      city,
      title,
      tasks,
      startsOn,
      endsOn,
      state,
      remark,
    }),
  )
}

/** The rounds in which a person takes part, with the name that certificates have for them. */
async function exportRoundsOf(work: Work, personId: string) {
  return (await roundsOfPerson(work, personId)).map(({ id, titles, wishedAt }) => ({
    title: titles,
    wishedAt,
    nameInCertificates: id,
  }))
}

/** Moves applications and placements to the one who stays; of two live ones for a position the later is withdrawn. */
export async function mergeInternshipsOf(work: Work, from: string, into: string): Promise<void> {
  const ended = await work.writeUnchronicled(async (tx) => {
    const withdrawn = await tx
      .updateTable('internship_applications')
      .set({ state: 'withdrawn', answered_at: work.now })
      .where('person_id', '=', from)
      .where('state', 'in', ['sent', 'offered'])
      .where(
        sql<boolean>`exists (select from internship_applications other
          where other.position_id = internship_applications.position_id and other.person_id = ${into}
          and other.state in ('sent', 'offered', 'accepted'))`,
      )
      .returning('id')
      .execute()
    const declined = await tx
      .updateTable('internship_applications')
      .set({ state: 'declined', answered_at: work.now })
      .where('person_id', '=', into)
      .where('state', 'in', ['sent', 'offered', 'accepted'])
      .where(
        sql<boolean>`exists (select from internship_applications other
          where other.position_id = internship_applications.position_id and other.person_id = ${from}
          and other.state = 'accepted')`,
      )
      .returning('id')
      .execute()
    await joinRounds(tx, from, into)
    await renamePerson(
      tx,
      {
        internship_round_students: ['person_id'],
        internship_applications: ['person_id'],
        internship_placements: ['person_id'],
        internship_past_placements: ['person_id'],
        internship_proposals: ['person_id'],
        internship_incidents: ['person_id', 'reported_by', 'closed_by'],
        internship_incident_steps: ['said_by'],
      },
      from,
      into,
    )
    return [...withdrawn, ...declined].map(({ id }) => id)
  })
  for (const id of ended) await freeSlotOf(work, id)
  await nobodyDecides(work, ended)
}

/** Of two parts in one round the one of who stays remains: the wishes of both follow each other. */
async function joinRounds(tx: Writer, from: string, into: string): Promise<void> {
  await tx
    .deleteFrom('internship_round_students')
    .where('person_id', '=', from)
    .where(
      sql<boolean>`exists (select from internship_round_students other
        where other.round_id = internship_round_students.round_id and other.person_id = ${into})`,
    )
    .execute()
}
