import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects, viewers } from './viewers.ts'

const origin = 'matrix.example'

/** A call of the world: whose, and where it stands. */
const calls = [
  { label: 'draft here', id: idOf(25, 1), organisation: places.home, state: 'draft' },
  { label: 'draft elsewhere', id: idOf(25, 2), organisation: places.other, state: 'draft' },
  { label: 'published here', id: idOf(25, 3), organisation: places.home, state: 'published' },
  { label: 'told elsewhere', id: idOf(25, 4), organisation: places.other, state: 'told' },
] as const

/** An application of the world: whose, to which call, and where it stands. */
const applications = [
  { label: 'draft', id: idOf(26, 1), call: calls[2], person: subjects.student, state: 'draft' },
  {
    label: 'sent',
    id: idOf(26, 2),
    call: calls[2],
    person: subjects.studentOfWrong,
    state: 'submitted',
  },
  {
    label: 'of somebody who works here',
    id: idOf(26, 3),
    call: calls[2],
    person: subjects.principal,
    state: 'submitted',
  },
  {
    label: 'elsewhere',
    id: idOf(26, 4),
    call: calls[3],
    person: subjects.studentElsewhere,
    state: 'submitted',
  },
  {
    label: 'withdrawn',
    id: idOf(26, 5),
    call: calls[2],
    person: subjects.student,
    state: 'withdrawn',
  },
] as const

/** No step has such a number: an address of an absent application looks the same. */
const absentStep = idOf(99, 1)

const text = { en: 'A question' }
const definition = {
  questions: [
    { id: 'q1', kind: 'text', label: text, hint: {}, required: true, most: null, options: [] },
  ],
  destinations: [],
  eligibility: [],
}

/** Calls of both schools, and what was written to them. */
export async function insertCalls(database: Database, now: Date): Promise<void> {
  const day = 86_400_000
  for (const { id, organisation, state } of calls) {
    const isDraft = state === 'draft'
    const isTold = state === 'told'
    await insert(database, 'calls', [
      {
        id,
        origin,
        organisation_id: organisation,
        titles: { en: 'A call' },
        summaries: {},
        definition,
        languages: ['en'],
        opens_at: new Date(now.getTime() - day),
        closes_at: new Date(now.getTime() + day),
        results_at: new Date(now.getTime() + 2 * day),
        lot_seed: isDraft ? null : 'a'.repeat(64),
        state,
        created_by: subjects.evaluatorWhoStudies,
        created_at: now,
        published_at: isDraft ? null : now,
        decided_at: isTold ? now : null,
        told_at: isTold ? now : null,
      },
    ])
  }
  for (const [place, { id, call, person, state }] of applications.entries()) {
    const isSent = state !== 'draft'
    await insert(database, 'call_applications', [
      {
        id,
        origin,
        call_id: call.id,
        organisation_id: call.organisation,
        person_id: person,
        number: isSent ? 100 + place : null,
        language: 'en',
        answers: {},
        state,
        begun_at: now,
        saved_at: now,
        submitted_at: isSent ? now : null,
        withdrawn_at: state === 'withdrawn' ? now : null,
      },
    ])
  }
  await insertReviews(database, now)
  await insertSittings(database, now)
}

/** A review of the world: of an application of the school, by somebody of it, and where it stands. */
const reviews = [
  { label: 'that waits', id: idOf(27, 1), by: 'evaluator here', state: 'open' },
  { label: 'given', id: idOf(27, 2), by: 'academic-mentor here', state: 'given' },
  { label: 'handed back', id: idOf(27, 3), by: 'curator here', state: 'declined' },
] as const

/** A sitting of a call's committee: of each school, with one application on its agenda. */
const sittings = [
  { label: 'here', id: idOf(28, 1), item: idOf(28, 3), application: applications[1] },
  { label: 'elsewhere', id: idOf(28, 2), item: idOf(28, 4), application: applications[3] },
] as const
const officers = { chair: subjects.principal, secretary: subjects.evaluatorWhoStudies }
const member = 'academic-mentor here'

async function insertSittings(database: Database, now: Date): Promise<void> {
  for (const { id, item, application } of sittings) {
    const { id: call, organisation } = application.call
    await insert(database, 'call_sittings', [
      {
        id,
        origin,
        call_id: call,
        organisation_id: organisation,
        held_on: '2026-11-22',
        place: 'Room 1',
        chair_id: officers.chair,
        secretary_id: officers.secretary,
        created_by: officers.secretary,
        created_at: now,
      },
    ])
    await insert(database, 'call_sitting_members', [
      { sitting_id: id, person_id: personOf(member) },
    ])
    await insert(database, 'call_sitting_items', [
      { id: item, sitting_id: id, call_id: call, application_id: application.id, position: 1 },
    ])
  }
}

const personOf = (label: string) => viewers.find((each) => each.label === label)!.who.person!

async function insertReviews(database: Database, now: Date): Promise<void> {
  const sent = applications[1]
  for (const { id, by, state } of reviews) {
    await insert(database, 'call_reviews', [
      {
        id,
        call_id: sent.call.id,
        organisation_id: sent.call.organisation,
        application_id: sent.id,
        reviewer_id: personOf(by),
        state,
        assigned_by: subjects.evaluatorWhoStudies,
        assigned_at: now,
        by_hand: true,
        given_at: state === 'given' ? now : null,
      },
    ])
  }
}

/** What the addresses of calls, applications and reviews lead to. */
export function ofCalls(path: string) {
  if (path.startsWith('/calls/:id')) {
    const isForAll = path === '/calls/:id' || path === '/calls/:id/application'
    // That a draft is not there for others is asked beside the routes: to everybody a call is open without a sign-in.
    const shown = calls.filter(({ state }) => !isForAll || state !== 'draft')
    return shown.map(({ label, id, organisation, state }) => ({
      label: `call ${label}`,
      params: { id },
      what: { ...nothing, id, organisation, state } as What,
    }))
  }
  if (path.startsWith('/reviews/:id')) {
    return reviews.map(({ label, id, by, state }) => ({
      label: `review ${label}`,
      params: { id },
      what: {
        ...nothing,
        id,
        organisation: places.home,
        person: applications[1].person,
        asked: personOf(by),
        state,
      } as What,
    }))
  }
  if (path.startsWith('/sittings/:id')) {
    return sittings.map(({ label, id, item, application }) => ({
      label: `sitting ${label}`,
      params: { id, item },
      what: {
        ...nothing,
        id,
        organisation: application.call.organisation,
        ...officers,
        asked: personOf(member),
      } as What,
    }))
  }
  return applications.map(({ label, id, call, person, state }) => ({
    label: `application ${label}`,
    params: { id, step: absentStep },
    what: { ...nothing, id, organisation: call.organisation, person, state } as What,
  }))
}

/** Puts the states back that a form may have changed, and takes away what one may have begun. */
export async function restoreCalls(database: Database): Promise<void> {
  for (const { id, state } of reviews) {
    await database.execute(
      `update call_reviews set state = $1, given_at = case when $1 = 'given' then assigned_at end
       where id = $2 and state <> $1`,
      [state, id],
    )
  }
  const ids = applications.map(({ id }) => id)
  await database.execute(
    `delete from call_applications where not id = any($1::uuid[])
     and id not in (select application_id from call_decisions)`,
    [ids],
  )
  for (const { id, state } of applications) {
    await database.execute(
      `update call_applications set state = $1, withdrawn_at = case when $1 = 'withdrawn' then begun_at end
       where id = $2 and state <> $1`,
      [state, id],
    )
  }
  for (const { id, state } of calls) {
    if (state !== 'draft') continue
    await database.execute(
      `update calls set state = 'draft', published_at = null, lot_seed = null where id = $1 and state <> 'draft'`,
      [id],
    )
  }
}
