import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects, viewers } from './viewers.ts'

const origin = 'matrix.example'

const personOf = (label: string) => viewers.find((each) => each.label === label)!.who.person!

/** What students of each school are mentored in. */
const engagements = [
  { label: 'here', id: idOf(81, 1), organisation: places.home },
  { label: 'elsewhere', id: idOf(81, 2), organisation: places.other },
] as const

/** A student of the world in an engagement, with who mentors them where the reader of the page may be it. */
const students = [
  {
    label: 'here',
    id: idOf(82, 1),
    engagement: engagements[0],
    person: subjects.student,
    mentor: personOf('academic-mentor here'),
  },
  {
    label: 'who works here',
    id: idOf(82, 2),
    engagement: engagements[0],
    person: subjects.principal,
    mentor: null,
  },
  {
    label: 'elsewhere',
    id: idOf(82, 3),
    engagement: engagements[1],
    person: subjects.studentElsewhere,
    mentor: null,
  },
] as const

/** Between a student and a mentor: who, and where it stands. */
const mentorships = [
  {
    label: 'that stands',
    id: idOf(83, 1),
    student: students[0],
    mentor: personOf('academic-mentor here'),
    kind: 'academic',
    state: 'active',
  },
  {
    label: 'that waits',
    id: idOf(83, 2),
    student: students[0],
    mentor: personOf('evaluator here'),
    kind: 'industry',
    state: 'proposed',
  },
  {
    label: 'declined',
    id: idOf(83, 3),
    student: students[1],
    mentor: personOf('evaluator here'),
    kind: 'academic',
    state: 'declined',
  },
] as const

/** Who is a mentor: of the school, and of the other. */
const profiles = [
  { label: 'here', id: idOf(84, 1), person: personOf('academic-mentor here'), at: places.home },
  { label: 'elsewhere', id: idOf(84, 2), person: personOf('curator here'), at: places.other },
] as const

/** Who is asked which students they would like. */
const requests = [
  { label: 'here', id: idOf(85, 1), engagement: engagements[0], mentor: profiles[0].person },
  { label: 'elsewhere', id: idOf(85, 2), engagement: engagements[1], mentor: profiles[1].person },
] as const

/** The meeting that was proposed for each student. */
const meetingOf = (studentId: string) => studentId.replace('0052-', '0055-')

/** How it goes, asked about each student. */
const checkInOf = (studentId: string) => studentId.replace('0052-', '0056-')

/** Mentors of both schools, and students whom they mentor or are asked for. */
export async function insertMentorship(database: Database, now: Date): Promise<void> {
  for (const { id, organisation } of engagements) {
    await insert(database, 'mentored_engagements', [
      {
        id,
        origin,
        subject_kind: 'own',
        subject_id: id,
        organisation_id: organisation,
        titles: { en: 'A lab' },
        needs: ['academic', 'industry'],
        created_at: now,
      },
    ])
  }
  for (const { id, engagement, person } of students) {
    await insert(database, 'mentees', [
      {
        id,
        origin,
        engagement_id: engagement.id,
        person_id: person,
        organisation_id: engagement.organisation,
        joined_at: now,
      },
    ])
    await insert(database, 'mentee_check_ins', [
      { id: checkInOf(id), origin, mentee_id: id, asked_at: now, answer_by: '2026-12-01' },
    ])
    await insert(database, 'mentee_meetings', [
      {
        id: meetingOf(id),
        origin,
        mentee_id: id,
        topic: 'First talk',
        minutes: 45,
        proposed_by: person,
        proposed_at: now,
      },
    ])
  }
  for (const { id, person, at } of profiles) {
    await insert(database, 'mentor_profiles', [
      {
        id,
        origin,
        person_id: person,
        organisation_id: at,
        kind: 'academic',
        languages: ['en'],
        capacity: 3,
        created_at: now,
        changed_at: now,
      },
    ])
  }
  for (const { id, engagement, mentor } of requests) {
    await insert(database, 'mentor_wish_requests', [
      {
        id,
        origin,
        engagement_id: engagement.id,
        mentor_id: mentor,
        asked_at: now,
        answer_by: '2026-12-01',
      },
    ])
  }
  for (const { id, student, mentor, kind, state } of mentorships) {
    await insert(database, 'mentorships', [
      {
        id,
        origin,
        mentee_id: student.id,
        person_id: student.person,
        organisation_id: student.engagement.organisation,
        mentor_id: mentor,
        mentor_organisation_id: places.home,
        kind,
        state,
        way: 'choice',
        proposed_at: now,
        answer_by: '2026-12-01',
        answered_at: state === 'proposed' ? null : now,
        began_on: state === 'active' ? '2026-11-01' : null,
      },
    ])
  }
}

/** What the addresses of mentoring lead to. */
export function ofMentorship(path: string) {
  if (path.startsWith('/mentoring/engagements/:id')) {
    return engagements.map(({ label, id, organisation }) => ({
      label: `engagement ${label}`,
      params: { id },
      what: { ...nothing, id, organisation } as What,
    }))
  }
  if (path.startsWith('/mentoring/mentors/:id')) {
    return profiles.map(({ label, id, person, at }) => ({
      label: `mentor ${label}`,
      params: { id },
      what: { ...nothing, id, organisation: at, person } as What,
    }))
  }
  if (/^\/mentoring\/(students\/:id|meetings\/:meeting|check-ins\/:checkIn)/.test(path)) {
    return students.map(({ label, id, engagement, person, mentor }) => ({
      label: `mentored student ${label}`,
      params: { id, meeting: meetingOf(id), checkIn: checkInOf(id) },
      what: {
        ...nothing,
        id,
        organisation: engagement.organisation,
        person,
        asked: mentor,
      } as What,
    }))
  }
  if (path.startsWith('/mentoring/wishes/:id')) {
    return requests.map(({ label, id, engagement, mentor }) => ({
      label: `wishes asked ${label}`,
      params: { id },
      what: { ...nothing, id, organisation: engagement.organisation, asked: mentor } as What,
    }))
  }
  if (!/^\/mentoring\/(mentorships|proposals)\/:id/.test(path)) return null
  return mentorships.map(({ label, id, student, mentor, state }) => ({
    label: `mentorship ${label}`,
    params: { id },
    what: {
      ...nothing,
      id,
      organisation: student.engagement.organisation,
      person: student.person,
      asked: mentor,
      state,
    } as What,
  }))
}

/** Puts the states back that a form may have changed. */
export async function restoreMentorship(database: Database): Promise<void> {
  await database.execute("update mentee_meetings set state = 'proposed' where state <> 'proposed'")
  await database.execute('update mentored_engagements set closed_at = null')
  await database.execute('update mentee_check_ins set closed_at = null')
  await database.execute("update mentees set state = 'open', left_at = null where state = 'left'")
  for (const { id, state } of mentorships) {
    await database.execute(
      `update mentorships set state = $1, ended_on = null, end_reason = null,
         answered_at = case when $1 = 'proposed' then null else proposed_at end,
         began_on = case when $1 = 'active' then date '2026-11-01' end
       where id = $2 and state <> $1`,
      [state, id],
    )
  }
}
