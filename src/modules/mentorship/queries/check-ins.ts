import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type PersonName } from '#kernel/values'
import type { Sharer } from './sharing.ts'
import { studentById, type StudentRow } from './students.ts'

/** How somebody says that it goes. */
export const howItGoes = ['well', 'mixed', 'help'] as const
export type HowItGoes = (typeof howItGoes)[number]

/** A question to those who share a student's page: how it goes. */
export interface CheckIn {
  id: string
  menteeId: string
  askedAt: Date
  answerBy: DateOnly
  closedAt: Date | null
  answers: CheckInAnswer[]
}

/** What one of them answered; the office reads it, and whoever wrote it. */
export interface CheckInAnswer {
  personId: string
  name: PersonName
  how: HowItGoes
  tooMuch: boolean
  note: string
  answeredAt: Date
}

/** Who of those who share a page was asked and has not answered; whoever came to it later was not asked. */
export function silentOf(sharers: readonly Sharer[], { askedAt, answers }: CheckIn): Sharer[] {
  const answered = new Set(answers.map(({ personId }) => personId))
  return sharers.filter(
    ({ personId, since }) => !answered.has(personId) && (since === null || since <= askedAt),
  )
}

interface CheckInColumns {
  id: string
  mentee_id: string
  asked_at: Date
  answer_by: DateOnly
  closed_at: Date | null
}

/** The latest check-ins of a student with their answers, the newest first; two queries. */
export async function checkInsOf(work: Work, menteeId: string): Promise<CheckIn[]> {
  const rows = await work.read
    .selectFrom('mentee_check_ins')
    .select(['id', 'mentee_id', 'asked_at', 'answer_by', 'closed_at'])
    .where('mentee_id', '=', menteeId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(6)
    .execute()
  return withAnswers(work, rows)
}

/** One check-in with the student whose it is, or null; `lock` keeps others from answering until the commit. */
export async function checkInById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<{ checkIn: CheckIn; student: StudentRow } | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('mentee_check_ins')
    .select(['id', 'mentee_id', 'asked_at', 'answer_by', 'closed_at'])
    .where('id', '=', id)
    .$if(lock === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  const student = row ? await studentById(work, row.mentee_id) : null
  if (!row || !student) return null
  const [checkIn] = await withAnswers(work, [row])
  return { checkIn: checkIn!, student }
}

/** The students who are to be asked how it goes: mentored, and not asked for as many weeks as their engagement says. */
export async function dueForCheckIn(work: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from mentees t join mentored_engagements g on g.id = t.engagement_id
    join organisations o on o.id = t.organisation_id
    where t.state = 'open' and g.closed_at is null and g.check_in_weeks is not null
      and (g.ends_on is null or g.ends_on >= (${work.now}::timestamptz at time zone o.time_zone)::date)
      and not exists (select from mentee_check_ins c where c.mentee_id = t.id and c.closed_at is null)
      and coalesce((select max(c.asked_at) from mentee_check_ins c where c.mentee_id = t.id),
        (select min(s.began_on)::timestamp at time zone o.time_zone from mentorships s
          where s.mentee_id = t.id and s.state = 'active'))
        + g.check_in_weeks * interval '7 days' <= ${work.now}
      and exists (select from mentorships s where s.mentee_id = t.id and s.state = 'active')
    order by t.id limit 5000`.execute(work.read as never)
  return rows.map(({ id }) => id)
}

/** The check-ins whose day of answering is over where the student's school is. */
export async function openCheckIns(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentee_check_ins as c')
    .innerJoin('mentees as t', 't.id', 'c.mentee_id')
    .innerJoin('organisations as o', 'o.id', 't.organisation_id')
    .select('c.id')
    .where('c.closed_at', 'is', null)
    .where(sql<SqlBool>`c.answer_by < (${work.now}::timestamptz at time zone o.time_zone)::date`)
    .orderBy('c.id')
    .limit(5000)
    .execute()
  return rows.map(({ id }) => id)
}

async function withAnswers(work: Work, rows: readonly CheckInColumns[]): Promise<CheckIn[]> {
  const ids = rows.map(({ id }) => id)
  const answers =
    ids.length === 0
      ? []
      : await work.read
          .selectFrom('mentee_check_in_answers as a')
          .innerJoin('persons as p', 'p.id', 'a.person_id')
          .select(['a.check_in_id', 'a.person_id', 'p.name', 'a.how', 'a.too_much', 'a.note'])
          .select('a.answered_at')
          .where(sql<SqlBool>`a.check_in_id = any(${ids}::uuid[])`)
          .orderBy('a.answered_at')
          .execute()
  const byCheckIn = Map.groupBy(answers, (row) => row.check_in_id)
  return rows.map((row) => ({
    id: row.id,
    menteeId: row.mentee_id,
    askedAt: row.asked_at,
    answerBy: row.answer_by,
    closedAt: row.closed_at,
    answers: (byCheckIn.get(row.id) ?? []).map((each) => ({
      personId: each.person_id,
      name: each.name,
      how: each.how,
      tooMuch: each.too_much,
      note: each.note,
      answeredAt: each.answered_at,
    })),
  }))
}
