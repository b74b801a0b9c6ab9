import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type Language, type PersonName } from '#kernel/values'
import { studentById, type StudentRow } from './students.ts'

/** Somebody who shares a student's page: the student, or a mentor who holds a place. */
export interface Sharer {
  personId: string
  as: 'student' | 'academic' | 'industry'
  name: PersonName
  timeZone: string
  language: Language
  /** Since when a mentor shares it; null for the student, whose page it is. */
  since: Date | null
}

/** The latest goals of a student, with who agreed to them. */
export interface Goals {
  id: string
  number: number
  text: string
  writtenBy: string
  writer: PersonName
  writtenAt: Date
  agreed: { personId: string; at: Date }[]
}

/** A time that was proposed for a meeting, with whom it suits. */
export interface MeetingTime {
  id: string
  startsAt: Date
  answers: { personId: string; suits: boolean }[]
}

/** A meeting of those who share a page. */
export interface Meeting {
  id: string
  menteeId: string
  topic: string
  place: string
  minutes: number
  state: 'proposed' | 'fixed' | 'held' | 'cancelled'
  startsAt: Date | null
  sequence: number
  proposedBy: string
  times: MeetingTime[]
}

/** A note that the sharers see. */
export interface Note {
  id: string
  meetingId: string | null
  text: string
  writtenBy: string
  writer: PersonName
  writtenAt: Date
}

/** Who shares a student's page now, the student first; one query. */
export async function sharersOf(work: Work, student: StudentRow): Promise<Sharer[]> {
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('persons as p', 'p.id', 's.mentor_id')
    .select(['p.id', 's.kind', 's.answered_at', 'p.name', 'p.time_zone', 'p.preferred_language'])
    .where('s.mentee_id', '=', student.id)
    .where('s.state', 'in', ['accepted', 'active'])
    .where('p.state', '=', 'active')
    .orderBy('s.kind')
    .execute()
  return [
    {
      personId: student.person_id,
      as: 'student',
      name: student.name,
      timeZone: student.time_zone,
      language: student.preferred_language,
      since: null,
    },
    ...rows.map((row) => ({
      personId: row.id,
      as: row.kind,
      name: row.name,
      timeZone: row.time_zone,
      language: row.preferred_language,
      since: row.answered_at,
    })),
  ]
}

/** The goals of a student as they stand, or null; two queries. */
export async function goalsOf(work: Work, menteeId: string): Promise<Goals | null> {
  const row = await work.read
    .selectFrom('mentee_goals as g')
    .innerJoin('persons as p', 'p.id', 'g.written_by')
    .select(['g.id', 'g.number', 'g.text', 'g.written_by', 'p.name', 'g.written_at'])
    .where('g.mentee_id', '=', menteeId)
    .orderBy('g.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const agreed = await work.read
    .selectFrom('mentee_goal_agreements')
    .select(['person_id', 'agreed_at'])
    .where('goals_id', '=', row.id)
    .orderBy('agreed_at')
    .execute()
  return {
    id: row.id,
    number: row.number,
    text: row.text,
    writtenBy: row.written_by,
    writer: row.name,
    writtenAt: row.written_at,
    agreed: agreed.map(({ person_id: personId, agreed_at: at }) => ({ personId, at })),
  }
}

/** The meetings of a student that were not cancelled, the next first and the past last; two queries. */
export async function meetingsOf(work: Work, menteeId: string): Promise<Meeting[]> {
  const rows = await work.read
    .selectFrom('mentee_meetings')
    .selectAll()
    .where('mentee_id', '=', menteeId)
    .where('state', '<>', 'cancelled')
    .orderBy(sql`coalesce(starts_at, proposed_at)`, 'desc')
    .orderBy('id')
    .limit(60)
    .execute()
  return withTimes(work, rows)
}

/** The meetings of a student that were fixed once, those that were cancelled too, by time; one query. */
export async function timedMeetingsOf(
  work: Work,
  menteeId: string,
): Promise<(Omit<Meeting, 'times' | 'startsAt'> & { startsAt: Date })[]> {
  const rows = await work.read
    .selectFrom('mentee_meetings')
    .selectAll()
    .where('mentee_id', '=', menteeId)
    .where('starts_at', 'is not', null)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    menteeId: row.mentee_id,
    topic: row.topic,
    place: row.place,
    minutes: row.minutes,
    state: row.state,
    startsAt: row.starts_at!,
    sequence: row.sequence,
    proposedBy: row.proposed_by,
  }))
}

/** One meeting with the student whose it is, or null; `lock` keeps others from changing it until the commit. */
export async function meetingById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<{ meeting: Meeting; student: StudentRow } | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('mentee_meetings')
    .selectAll()
    .where('id', '=', id)
    .$if(lock === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  const student = row ? await studentById(work, row.mentee_id) : null
  if (!row || !student) return null
  const [meeting] = await withTimes(work, [row])
  return { meeting: meeting!, student }
}

/** The notes of a student, the latest first; one query. */
export async function notesOf(work: Work, menteeId: string): Promise<Note[]> {
  const rows = await work.read
    .selectFrom('mentee_notes as n')
    .innerJoin('persons as p', 'p.id', 'n.written_by')
    .select(['n.id', 'n.meeting_id', 'n.text', 'n.written_by', 'p.name', 'n.written_at'])
    .where('n.mentee_id', '=', menteeId)
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    text: row.text,
    writtenBy: row.written_by,
    writer: row.name,
    writtenAt: row.written_at,
  }))
}

/** The minutes of meetings that were held while a mentor held the place, by mentorship; one query. */
export async function minutesByMentorship(
  work: Work,
  mentorId: string,
): Promise<Map<string, number>> {
  const rows = await work.read
    .selectFrom('mentee_meetings as e')
    .innerJoin('mentorships as s', 's.mentee_id', 'e.mentee_id')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['s.id', sql<number>`sum(e.minutes)::int`.as('minutes')])
    .where('e.state', '=', 'held')
    .where('s.mentor_id', '=', mentorId)
    .where('s.state', 'in', ['accepted', 'active', 'ended', 'replaced'])
    .where(
      sql<SqlBool>`(s.answered_at <= e.starts_at and (s.ended_on is null or s.ended_on >= (e.starts_at at time zone o.time_zone)::date))`,
    )
    .groupBy('s.id')
    .execute()
  return new Map(rows.map(({ id, minutes }) => [id, Number(minutes)]))
}

/** The minutes of a mentor's meetings that were held, over everything; one query. */
export async function minutesOf(work: Work, mentorId: string): Promise<number> {
  const all = await minutesByMentorship(work, mentorId)
  return [...all.values()].reduce((sum, minutes) => sum + minutes, 0)
}

interface MeetingColumns {
  id: string
  mentee_id: string
  topic: string
  place: string
  minutes: number
  state: Meeting['state']
  starts_at: Date | null
  sequence: number
  proposed_by: string
}

async function withTimes(work: Work, rows: readonly MeetingColumns[]): Promise<Meeting[]> {
  const ids = rows.map(({ id }) => id)
  const times =
    ids.length === 0
      ? []
      : await work.read
          .selectFrom('mentee_meeting_times as t')
          .leftJoin('mentee_meeting_answers as a', 'a.time_id', 't.id')
          .select(['t.id', 't.meeting_id', 't.starts_at', 'a.person_id', 'a.suits'])
          .where(sql<SqlBool>`t.meeting_id = any(${ids}::uuid[])`)
          .orderBy('t.starts_at')
          .orderBy('a.person_id')
          .execute()
  const byMeeting = Map.groupBy(times, (row) => row.meeting_id)
  return rows.map((row) => ({
    id: row.id,
    menteeId: row.mentee_id,
    topic: row.topic,
    place: row.place,
    minutes: row.minutes,
    state: row.state,
    startsAt: row.starts_at,
    sequence: row.sequence,
    proposedBy: row.proposed_by,
    times: [...Map.groupBy(byMeeting.get(row.id) ?? [], (time) => time.id).values()].map(
      (group) => ({
        id: group[0]!.id,
        startsAt: group[0]!.starts_at,
        answers: group.flatMap(({ person_id: personId, suits }) =>
          personId === null || suits === null ? [] : [{ personId, suits }],
        ),
      }),
    ),
  }))
}
