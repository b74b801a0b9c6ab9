import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

const origin = 'matrix.example'
const host = idOf(60, 1)
const hostOfAnother = idOf(60, 2)

const positions = [
  { label: 'here', id: idOf(61, 1), organisation: places.home },
  { label: 'elsewhere', id: idOf(61, 2), organisation: places.other },
  { label: 'here, another', id: idOf(61, 3), organisation: places.home },
] as const

const applications = [
  { label: 'sent', id: idOf(62, 1), of: 0, person: subjects.student, state: 'sent' },
  { label: 'offered', id: idOf(62, 2), of: 0, person: subjects.studentOfWrong, state: 'offered' },
  {
    label: 'elsewhere',
    id: idOf(62, 3),
    of: 1,
    person: subjects.studentElsewhere,
    state: 'accepted',
  },
  { label: 'accepted', id: idOf(62, 4), of: 2, person: subjects.student, state: 'accepted' },
  {
    label: 'withdrawn',
    id: idOf(62, 5),
    of: 2,
    person: subjects.studentOfWrong,
    state: 'withdrawn',
  },
  {
    label: 'of somebody who works here',
    id: idOf(62, 6),
    of: 0,
    person: subjects.principal,
    state: 'sent',
  },
] as const

const placements = [
  { label: 'here', id: idOf(63, 1), of: applications[3] },
  { label: 'elsewhere', id: idOf(63, 2), of: applications[2] },
] as const

const proposals = [
  {
    label: 'sent',
    id: idOf(65, 1),
    organisation: places.home,
    person: subjects.student,
    state: 'sent',
  },
  {
    label: 'withdrawn',
    id: idOf(65, 2),
    organisation: places.home,
    person: subjects.studentOfWrong,
    state: 'withdrawn',
  },
  {
    label: 'elsewhere',
    id: idOf(65, 3),
    organisation: places.other,
    person: subjects.studentElsewhere,
    state: 'sent',
  },
] as const

const rounds = [
  { label: 'here', id: idOf(66, 1), organisation: places.home },
  { label: 'elsewhere', id: idOf(66, 2), organisation: places.other },
] as const

const roundHosts = [
  { label: 'of the office', id: idOf(67, 1), round: rounds[0], host, place: null },
  {
    label: 'of an organisation',
    id: idOf(67, 2),
    round: rounds[0],
    host: hostOfAnother,
    place: places.other,
  },
  { label: 'elsewhere', id: idOf(67, 3), round: rounds[1], host, place: null },
] as const

const incidents = [
  { label: 'here', id: idOf(68, 1), of: placements[0] },
  { label: 'elsewhere', id: idOf(68, 2), of: placements[1] },
] as const

const past = [
  {
    label: 'here',
    id: idOf(69, 1),
    list: idOf(69, 3),
    place: places.home,
    person: subjects.student,
  },
  {
    label: 'elsewhere',
    id: idOf(69, 2),
    list: idOf(69, 4),
    place: places.other,
    person: subjects.studentElsewhere,
  },
] as const

const evaluations = [
  { label: 'own', id: idOf(64, 1), of: placements[0], party: 'student' },
  { label: 'of a tutor', id: idOf(64, 2), of: placements[0], party: 'tutor' },
] as const

/** A host, positions of both schools, what was sent to them, and who is placed. */
export async function insertInternships(database: Database, now: Date): Promise<void> {
  await insert(
    database,
    'internship_hosts',
    [host, hostOfAnother].map((id) => ({
      id,
      origin,
      organisation_id: places.home,
      host_organisation_id: id === hostOfAnother ? places.other : null,
      name: 'A host',
      country: 'TH',
      city: 'Bangkok',
      time_zone: 'Asia/Bangkok',
      tutor_name: 'A tutor',
      tutor_email: 'tutor@host.example',
      signatory_name: 'A signatory',
      signatory_email: 'signatory@host.example',
      papers: 'Papers',
      state: 'vetted',
      vetted_until: '2028-12-31',
      proposed_at: now,
      decided_at: now,
    })),
  )
  for (const { id, organisation } of positions) {
    await insert(database, 'internship_positions', [
      {
        id,
        origin,
        host_id: host,
        organisation_id: organisation,
        titles: { en: 'A position' },
        descriptions: { en: 'What is done' },
        places: 5,
        starts_on: '2027-01-11',
        ends_on: '2027-04-30',
        hours_per_week: 20,
        mode: 'site',
        language: 'en',
        language_level: 'B1',
        field: '0211',
        skills: [],
        apply_by: '2026-12-31',
        state: 'published',
        made_at: now,
      },
    ])
  }
  for (const { id, of, person, state } of applications) {
    const { organisation, id: position } = positions[of]
    await insert(database, 'internship_applications', [
      {
        id,
        origin,
        position_id: position,
        organisation_id: organisation,
        enrolled_organisation_id: organisation,
        person_id: person,
        motivation: 'A motive',
        enrolled_there: false,
        clearance: 'yes',
        state,
        answer_by: state === 'offered' ? '2026-12-24' : null,
        sent_at: now,
      },
    ])
  }
  for (const { id, of } of placements) {
    const { organisation, id: position } = positions[of.of]
    await insert(database, 'internship_placements', [
      {
        id,
        origin,
        application_id: of.id,
        position_id: position,
        organisation_id: organisation,
        enrolled_organisation_id: organisation,
        person_id: of.person,
        starts_on: '2027-01-11',
        ends_on: '2027-04-30',
        hours_per_week: 20,
        time_zone: 'Asia/Bangkok',
        made_at: now,
      },
    ])
  }
  await insertProposals(database, now)
  await insertIncidents(database, now)
  await insertRounds(database, now)
  await insertPast(database, now)
  for (const { id, of, party } of evaluations) {
    const isTutor = party === 'tutor'
    await insert(database, 'internship_evaluations', [
      {
        id,
        placement_id: of.id,
        round: 'midterm',
        party,
        name: isTutor ? 'A tutor' : null,
        email: isTutor ? 'tutor@host.example' : null,
        language: 'th',
        asked_at: now,
        due_on: '2026-12-31',
      },
    ])
  }
}

async function insertIncidents(database: Database, now: Date): Promise<void> {
  for (const { id, of } of incidents) {
    const { organisation } = positions[of.of.of]
    await insert(database, 'internship_incidents', [
      {
        id,
        placement_id: of.id,
        organisation_id: organisation,
        enrolled_organisation_id: organisation,
        person_id: of.of.person,
        kind: 'health',
        urgent: false,
        on_day: '2027-01-12',
        words: 'What happened',
        words_language: 'en',
        party: 'student',
        reported_by: of.of.person,
        reported_at: now,
      },
    ])
  }
}

async function insertPast(database: Database, now: Date): Promise<void> {
  for (const { id, list, place, person } of past) {
    await insert(database, 'internship_past_imports', [
      { id: list, origin, organisation_id: place, imported_at: now, completed: '[]' },
    ])
    await insert(database, 'internship_past_placements', [
      {
        id,
        origin,
        import_id: list,
        organisation_id: place,
        person_id: person,
        host: 'A host',
        country: 'TH',
        starts_on: '2025-01-13',
        ends_on: '2025-04-30',
      },
    ])
  }
}

async function insertRounds(database: Database, now: Date): Promise<void> {
  for (const { id, organisation } of rounds) {
    await insert(database, 'internship_rounds', [
      {
        id,
        origin,
        organisation_id: organisation,
        titles: { en: 'A round' },
        wishes_until: '2026-12-10',
        ranks_until: '2026-12-17',
        answer_by: '2026-12-24',
        lot_seed: 'a'.repeat(64),
        opened_at: now,
      },
    ])
  }
  for (const { id, round, host: hostId } of roundHosts) {
    await insert(database, 'internship_round_hosts', [{ id, round_id: round.id, host_id: hostId }])
  }
}

async function insertProposals(database: Database, now: Date): Promise<void> {
  for (const { id, organisation, person, state } of proposals) {
    await insert(database, 'internship_proposals', [
      {
        id,
        origin,
        person_id: person,
        organisation_id: organisation,
        host_name: 'A workshop',
        country: 'TH',
        city: 'Bangkok',
        time_zone: 'Asia/Bangkok',
        tutor_name: 'A tutor',
        tutor_email: 'tutor@workshop.example',
        signatory_name: 'A signatory',
        signatory_email: 'signatory@workshop.example',
        title: 'Something found',
        tasks: 'What is done',
        words_language: 'en',
        starts_on: '2027-01-11',
        ends_on: '2027-04-30',
        hours_per_week: 20,
        mode: 'site',
        language: 'en',
        language_level: 'B1',
        field: '0211',
        enrolled_there: false,
        clearance: 'yes',
        state,
        sent_at: now,
      },
    ])
  }
}

/** What the addresses of internships lead to. */
export function ofInternships(path: string) {
  if (path.startsWith('/internships/hosts/:id')) {
    return [{ label: 'host', params: { id: host }, what: { ...nothing, id: host } as What }]
  }
  if (path.startsWith('/internships/past-placements/:id')) {
    return past.map(({ label, id, place, person }) => ({
      label: `past placement ${label}`,
      params: { id },
      what: { ...nothing, id, organisation: place, person } as What,
    }))
  }
  if (path.startsWith('/internships/positions/:id')) {
    return positions.map(({ label, id, organisation }) => ({
      label: `position ${label}`,
      params: { id },
      what: { ...nothing, id, organisation } as What,
    }))
  }
  if (path.startsWith('/internships/proposals/:id')) {
    return proposals.map(({ label, id, organisation, person, state }) => ({
      label: `proposal ${label}`,
      params: { id },
      what: { ...nothing, id, organisation, person, state } as What,
    }))
  }
  if (path.startsWith('/internships/rounds/:id')) {
    return rounds.map(({ label, id, organisation }) => ({
      label: `round ${label}`,
      params: { id },
      what: { ...nothing, id, organisation } as What,
    }))
  }
  if (path.startsWith('/internships/round-hosts/:id')) {
    return roundHosts.map(({ label, id, round, place }) => ({
      label: `host in a round ${label}`,
      params: { id },
      what: { ...nothing, id, organisation: round.organisation, host: place } as What,
    }))
  }
  if (path.startsWith('/internships/evaluations/:id')) {
    return evaluations.map(({ label, id, of, party }) => ({
      label: `evaluation ${label}`,
      params: { id },
      what: { ...nothing, id, person: party === 'student' ? of.of.person : null } as What,
    }))
  }
  if (path.startsWith('/internships/incidents/:id')) {
    return incidents.map(({ label, id, of }) => ({
      label: `incident ${label}`,
      params: { id },
      what: {
        ...nothing,
        id,
        organisation: positions[of.of.of].organisation,
        sending: positions[of.of.of].organisation,
        person: of.of.person,
      } as What,
    }))
  }
  if (path.startsWith('/internships/placements/:id')) {
    return placements.map(({ label, id, of }) => ({
      label: `placement ${label}`,
      params: { id, week: '2027-01-11' },
      what: {
        ...nothing,
        id,
        organisation: positions[of.of].organisation,
        sending: positions[of.of].organisation,
        person: of.person,
      } as What,
    }))
  }
  return applications.map(({ label, id, of, person, state }) => ({
    label: `application ${label}`,
    params: { id },
    what: {
      ...nothing,
      id,
      organisation: positions[of].organisation,
      sending: positions[of].organisation,
      person,
      state,
    } as What,
  }))
}

/** Puts the states back that a form may have changed, and takes away what one may have begun. */
export async function restoreInternships(database: Database): Promise<void> {
  await database.execute('delete from internship_hours')
  await database.execute('delete from internship_weeks')
  await database.execute('delete from internship_visits')
  await database.execute('delete from internship_incident_steps')
  await database.execute('delete from internship_incidents where not id = any($1::uuid[])', [
    incidents.map(({ id }) => id),
  ])
  await database.execute(
    `update internship_incidents set outcome = '', outcome_language = null, closed_at = null, closed_by = null
      where closed_at is not null`,
  )
  await database.execute('delete from internship_slots')
  await database.execute('delete from internship_round_students')
  await database.execute(
    'update internship_rounds set closed_at = null, called_off = false where closed_at is not null',
  )
  await database.execute('delete from internship_proposals where not id = any($1::uuid[])', [
    proposals.map(({ id }) => id),
  ])
  for (const { id, state } of proposals) {
    await database.execute(
      `update internship_proposals set state = $1, host_id = null where id = $2 and state <> $1`,
      [state, id],
    )
  }
  await database.execute('delete from internship_disagreements')
  await database.execute('delete from internship_evaluations where not id = any($1::uuid[])', [
    evaluations.map(({ id }) => id),
  ])
  await database.execute('delete from internship_interruptions')
  await database.execute('delete from internship_agreements where state = $1', ['draft'])
  await database.execute('delete from internship_placements where not id = any($1::uuid[])', [
    placements.map(({ id }) => id),
  ])
  await database.execute('delete from internship_applications where not id = any($1::uuid[])', [
    applications.map(({ id }) => id),
  ])
  for (const { id, state } of applications) {
    await database.execute(
      `update internship_applications set state = $1,
         answer_by = case when $1 = 'offered' then date '2026-12-24' end where id = $2 and state <> $1`,
      [state, id],
    )
  }
  await database.execute(
    `update internship_positions set state = 'published' where state <> 'published' and id = any($1::uuid[])`,
    [positions.map(({ id }) => id)],
  )
  await database.execute(
    `update internship_hosts set state = 'vetted', vetted_until = date '2028-12-31' where id = $1`,
    [host],
  )
}
