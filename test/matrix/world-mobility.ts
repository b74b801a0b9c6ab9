import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert, uniqueName } from './rows.ts'
import { enrolmentOf, places, subjects } from './viewers.ts'

const origin = 'matrix.example'

/** A student of the other school whom nobody else here knows: the one who comes. */
const guest = { person: idOf(42, 1), enrolment: idOf(42, 2) }

/** A stay of the world: whose, from where to where, and where it stands. */
const stays = [
  {
    label: 'out, waiting',
    id: idOf(43, 1),
    person: subjects.student,
    programme: places.right,
    organisation: places.home,
    host: places.host,
    state: 'waiting',
  },
  {
    label: 'out, pending',
    id: idOf(43, 2),
    person: subjects.studentOfWrong,
    programme: places.wrong,
    organisation: places.home,
    host: places.host,
    state: 'pending',
  },
  {
    label: 'in, pending',
    id: idOf(43, 3),
    person: guest.person,
    programme: places.elsewhere,
    organisation: places.other,
    host: places.home,
    state: 'pending',
  },
  {
    label: 'in, waiting',
    id: idOf(43, 4),
    person: guest.person,
    programme: places.elsewhere,
    organisation: places.other,
    host: places.home,
    state: 'waiting',
  },
  {
    label: 'of somebody who works here',
    id: idOf(43, 5),
    person: subjects.principal,
    programme: places.right,
    organisation: places.home,
    host: places.host,
    state: 'pending',
  },
  {
    label: 'out, approved',
    id: idOf(43, 6),
    person: subjects.student,
    programme: places.right,
    organisation: places.home,
    host: places.host,
    state: 'approved',
  },
] as const

/** Students who go and who come, nominated and waiting. */
export async function insertMobilities(database: Database, now: Date): Promise<void> {
  const name = uniqueName(9001)
  await insert(database, 'persons', [
    {
      id: guest.person,
      origin,
      name,
      native_key: name.native.toLowerCase(),
      romanised_key: name.romanised.toLowerCase(),
      preferred_language: 'en',
      time_zone: 'Asia/Bangkok',
      state: 'active',
      demonstration: true,
      registered_at: now,
    },
  ])
  await insert(database, 'enrolments', [
    {
      id: guest.enrolment,
      origin,
      person_id: guest.person,
      organisation_id: places.other,
      degree_programme_id: places.elsewhere,
      student_number: 'guest',
      intake_year: 2024,
      starts_on: '2024-08-01',
    },
  ])
  for (const { id, person, programme, organisation, host, state } of stays) {
    const isWaiting = state === 'waiting'
    await insert(database, 'mobilities', [
      {
        id,
        origin,
        person_id: person,
        enrolment_id: person === guest.person ? guest.enrolment : enrolmentOf(person),
        degree_programme_id: programme,
        sending_organisation_id: organisation,
        receiving_organisation_id: host,
        kind: 'study',
        sending_year: '2026/2027',
        receiving_year: '2026/2027',
        starts_on: '2027-02-15',
        ends_on: '2027-06-20',
        field: '0213',
        level: 6,
        seat_is_shared: false,
        state,
        proposal_id: id,
        remark: '',
        waiting_since: isWaiting ? now : null,
        nominated_at: isWaiting ? null : now,
        next_step: isWaiting ? null : 'answer',
        next_due_on: isWaiting ? null : '2026-12-20',
        created_at: now,
        changed_at: now,
      },
    ])
  }
  await insertChecks(database, now)
  await insertSelections(database, now)
}

/** Selections of both schools, with a published and a told call of the world. */
const selections = [
  { label: 'here', id: idOf(44, 11), call: idOf(25, 3), organisation: places.home },
  { label: 'elsewhere', id: idOf(44, 12), call: idOf(25, 4), organisation: places.other },
] as const

async function insertSelections(database: Database, now: Date): Promise<void> {
  for (const { id, call, organisation } of selections) {
    await insert(database, 'mobility_selections', [
      {
        id,
        origin,
        organisation_id: organisation,
        call_id: call,
        sending_year: '2026/2027',
        starts_on: '2027-02-15',
        ends_on: '2027-06-20',
        opened_at: now,
      },
    ])
  }
}

/** What the addresses of selections lead to. */
export function ofSelections() {
  return selections.map(({ label, id, organisation }) => ({
    label: `selection ${label}`,
    params: { selection: id },
    what: { ...nothing, id, organisation } as What,
  }))
}

/** Questions whether people are safe, of both schools; nobody has answered yet. */
const checks = [
  {
    label: 'here',
    id: idOf(44, 1),
    organisation: places.home,
    person: subjects.student,
    stay: idOf(43, 6),
  },
  {
    label: 'elsewhere',
    id: idOf(44, 2),
    organisation: places.other,
    person: guest.person,
    stay: idOf(43, 3),
  },
] as const

async function insertChecks(database: Database, now: Date): Promise<void> {
  for (const { id, organisation, person, stay } of checks) {
    await insert(database, 'care_checks', [
      { id, origin, organisation_id: organisation, words: 'Are you safe?', asked_at: now },
    ])
    await insert(database, 'care_answers', [
      {
        check_id: id,
        person_id: person,
        href: `/mobility/${stay}`,
        place: 'A host',
        country: 'CN',
      },
    ])
  }
}

/** What the addresses of these questions lead to: for the office the question, for a student their own answer. */
export function ofSafety(path: string) {
  const isAnswer = path.endsWith('/answer')
  return checks.map(({ label, id, organisation, person }) => ({
    label: `question ${label}`,
    params: { check: id },
    what: {
      ...nothing,
      id,
      organisation,
      ...(isAnswer ? { person } : {}),
    } as What,
  }))
}

const leading: readonly string[] = ['out, approved', 'in, pending', 'in, waiting']

/** No letter is called so: an address of an absent stay looks the same. */
const absentLetter = idOf(99, 1)

/** What the addresses of stays lead to: all of them for their page, some for what else is read and done there. */
export function ofMobility(path: string) {
  const isPage = /^\/mobility\/:id(\/(answer|nomination|cancellation|agreement))?$/.test(path)
  const shown = isPage ? stays : stays.filter(({ label }) => leading.includes(label))
  return shown.map(({ label, id, person, programme, organisation, host, state }) => ({
    label: `stay ${label}`,
    params: { id, kind: absentLetter },
    what: { ...nothing, id, person, programme, organisation, host, state } as What,
  }))
}

/** Puts the states back that a form may have changed. */
export async function restoreMobilities(database: Database): Promise<void> {
  for (const { id, state } of stays) {
    const isWaiting = state === 'waiting'
    await database.execute(
      `update mobilities set state = $1, cancelled_at = null, cancelled_by = null, cancel_reason = '',
         waiting_since = case when $3 then created_at end, nominated_at = case when $3 then null else created_at end,
         next_step = case when $3 then null else 'answer' end,
         next_due_on = case when $3 then null else date '2026-12-20' end
       where id = $2 and state <> $1`,
      [state, id, isWaiting],
    )
  }
}
