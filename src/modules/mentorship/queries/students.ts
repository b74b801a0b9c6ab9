import { sql, type SqlBool } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { MentorKind, MentorshipState } from '../schema.ts'

/** A mentor of a student, as a list shows them. */
export interface HeldMentor {
  id: string
  kind: MentorKind
  state: MentorshipState
  mentorId: string
  name: PersonName
  organisation: LocalText
  answerBy: DateOnly
}

/** A student in an engagement; its columns are the facts that the rules look at. */
export interface StudentRow {
  [fact: string]: unknown
  id: string
  engagement_id: string
  person_id: string
  organisation_id: string
  state: 'open' | 'left'
  name: PersonName
  preferred_language: Language
  time_zone: string
  organisation: LocalText
  organisation_time_zone: string
  organisation_country: string
  student_number: string | null
  degree_programme: LocalText | null
  field: string | null
  titles: LocalText
  needs: MentorKind[]
  starts_on: DateOnly | null
  ends_on: DateOnly | null
  engagement_href: string | null
  subject_kind: string
  subject_id: string
  engagement_closed: boolean
  /** Whether students and mentors read who is asked before the answer. */
  tells_proposals: boolean
  /** Until when the student says wishes; null where none are asked for. */
  wishes_until: DateOnly | null
  statement: string
  /** In which languages the student can be mentored; none where they have not said so. */
  languages: string[]
  wished_at: Date | null
  /** The reader, where they hold a mentor's place with this student. */
  mentor_id: string | null
}

/** A student of a list, with the mentors whom they have or for whom somebody is asked. */
export interface ListedStudent extends StudentRow {
  mentors: HeldMentor[]
}

/** What narrows the office's list of students; kept in the address. */
export interface StudentFilter {
  q: string
  engagement: string | null
  /** Who lacks a mentor of a kind, waits for an answer, or has everybody. */
  has: 'lacks-academic' | 'lacks-industry' | 'waits' | 'complete' | null
}

/** How many students a page of the list has. */
export const studentsPerPage = 50

const standing = sql`('proposed', 'accepted', 'active')`
const holds = (
  kind: MentorKind,
) => sql<SqlBool>`exists (select from mentorships s where s.mentee_id = mentees.id
  and s.kind = ${kind} and s.state in ('accepted', 'active'))`
/** Whether a student is still to get a mentor of this kind: nobody holds the place. */
const lacks = (kind: MentorKind) => sql<SqlBool>`(${kind} = any(g.needs) and not ${holds(kind)})`

/** One student in an engagement, or null. */
export async function studentById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<StudentRow | null> {
  if (!isUuid(id)) return null
  const row = await studentRows(work)
    .where('mentees.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of mentees`))
    .executeTakeFirst()
  return row ?? null
}

/** The engagements in which a person is a student, the newest first, with their mentors; two queries. */
export async function ownEngagements(work: Work, personId: string): Promise<ListedStudent[]> {
  const rows = await studentRows(work)
    .where('mentees.person_id', '=', personId)
    .where('mentees.state', '=', 'open')
    .orderBy('mentees.joined_at', 'desc')
    .orderBy('mentees.id')
    .execute()
  return withMentors(work, rows, 'told')
}

/** The students of the actor's offices by name, with their mentors and how many there are; three queries. */
export async function studentsHere(
  work: Work,
  filter: StudentFilter,
  slice: { limit: number; offset: number } | null,
): Promise<{ rows: ListedStudent[]; total: number }> {
  const matches = filtered(filter)
  const listed = work.scope('mentorship.student.list', 'mentees')
  const rows = await studentRows(work)
    .where(matches)
    .where(listed)
    .orderBy('p.romanised_key')
    .orderBy('mentees.id')
    .$if(slice !== null, (query) => query.limit(slice!.limit).offset(slice!.offset))
    .execute()
  const { total } = await work.read
    .selectFrom('mentees')
    .innerJoin('mentored_engagements as g', 'g.id', 'mentees.engagement_id')
    .innerJoin('persons as p', 'p.id', 'mentees.person_id')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(matches)
    .where(listed)
    .executeTakeFirstOrThrow()
  return { rows: await withMentors(work, rows), total: Number(total) }
}

/** The students of an engagement who have not left, by name, with their mentors; two queries. */
export async function allOfEngagement(work: Work, engagementId: string): Promise<ListedStudent[]> {
  const rows = await studentRows(work)
    .where('g.id', '=', engagementId)
    .where('mentees.state', '=', 'open')
    .where(work.scope('mentorship.student.list', 'mentees'))
    .orderBy('p.romanised_key')
    .orderBy('mentees.id')
    .execute()
  return withMentors(work, rows)
}

/** The ids of all students of an engagement who have not left, whoever asks. */
export async function openMentees(work: Work, engagementId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentees')
    .select('id')
    .where('engagement_id', '=', engagementId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many students of the actor's offices lack whom, wait for an answer, or have everybody; one query. */
export async function studentCounts(work: Work) {
  const row = await work.read
    .selectFrom('mentees')
    .innerJoin('mentored_engagements as g', 'g.id', 'mentees.engagement_id')
    .select([
      sql<bigint>`count(*)`.as('all'),
      sql<bigint>`count(*) filter (where ${lacks('academic')})`.as('academic'),
      sql<bigint>`count(*) filter (where ${lacks('industry')})`.as('industry'),
      sql<bigint>`count(*) filter (where not ${lacks('academic')} and not ${lacks('industry')})`.as(
        'complete',
      ),
      sql<bigint>`count(*) filter (where exists (select from mentorships s where s.mentee_id = mentees.id
        and s.state = 'proposed'))`.as('waits'),
    ])
    .where('mentees.state', '=', 'open')
    .where('g.closed_at', 'is', null)
    .where(work.scope('mentorship.student.list', 'mentees'))
    .executeTakeFirstOrThrow()
  return {
    all: Number(row.all),
    academic: Number(row.academic),
    industry: Number(row.industry),
    complete: Number(row.complete),
    waits: Number(row.waits),
  }
}

/** The engagements of a mentor's students, with all mentors of each; two queries. */
export async function studentsOfMentor(work: Work, mentorId: string): Promise<ListedStudent[]> {
  const rows = await studentRows(work)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('mentorships as s')
          .select('s.id')
          .whereRef('s.mentee_id', '=', 'mentees.id')
          .where('s.mentor_id', '=', mentorId)
          .where('s.state', 'in', ['accepted', 'active']),
      ),
    )
    .orderBy('p.romanised_key')
    .orderBy('mentees.id')
    .execute()
  return withMentors(work, rows, 'told')
}

/** What those who share a student's page may know of mentors: who is asked only where the engagement says so. */
export function toldMentors<T extends { state: MentorshipState }>(
  { tells_proposals: tells }: Pick<StudentRow, 'tells_proposals'>,
  mentors: readonly T[],
): T[] {
  return mentors.filter(({ state }) => tells || state !== 'proposed')
}

/** The mentors whom these students have, or for whom somebody is asked, with the student's id; one query. */
export async function heldMentors(
  work: Work,
  menteeIds: readonly string[],
): Promise<(HeldMentor & { menteeId: string })[]> {
  if (menteeIds.length === 0) return []
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('persons as p', 'p.id', 's.mentor_id')
    .innerJoin('organisations as o', 'o.id', 's.mentor_organisation_id')
    .select(['s.id', 's.mentee_id', 's.kind', 's.state', 's.mentor_id', 's.answer_by', 'p.name'])
    .select('o.names as organisation')
    .where(sql<SqlBool>`s.mentee_id = any(${[...menteeIds]}::uuid[])`)
    .where(sql<SqlBool>`s.state in ${standing}`)
    .orderBy('s.kind')
    .orderBy(sql`s.state = 'proposed'`)
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    menteeId: row.mentee_id,
    kind: row.kind,
    state: row.state,
    mentorId: row.mentor_id,
    name: row.name,
    organisation: row.organisation,
    answerBy: row.answer_by,
  }))
}

async function withMentors(
  work: Work,
  rows: readonly StudentRow[],
  which?: 'told',
): Promise<ListedStudent[]> {
  const mentors = await heldMentors(
    work,
    rows.map(({ id }) => id),
  )
  const byStudent = Map.groupBy(mentors, ({ menteeId }) => menteeId)
  return rows.map((row) => {
    const mentors = byStudent.get(row.id) ?? []
    return { ...row, mentors: which === 'told' ? toldMentors(row, mentors) : mentors }
  })
}

function filtered({ q, engagement, has }: StudentFilter) {
  const like = `%${q
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const parts = [
    sql<SqlBool>`mentees.state = 'open' and g.closed_at is null`,
    ...(q.trim() === ''
      ? []
      : [
          sql<SqlBool>`(p.romanised_key like ${like} or p.native_key like ${like} or exists
            (select from enrolments e where e.person_id = mentees.person_id and e.student_number like ${like}))`,
        ]),
    ...(engagement === null ? [] : [sql<SqlBool>`g.id = ${engagement}`]),
    ...(has === 'lacks-academic' ? [lacks('academic')] : []),
    ...(has === 'lacks-industry' ? [lacks('industry')] : []),
    ...(has === 'complete'
      ? [sql<SqlBool>`not ${lacks('academic')} and not ${lacks('industry')}`]
      : []),
    ...(has === 'waits'
      ? [
          sql<SqlBool>`exists (select from mentorships s where s.mentee_id = mentees.id and s.state = 'proposed')`,
        ]
      : []),
  ]
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function studentRows(work: Work) {
  const self = personOf(work.actor)
  return work.read
    .selectFrom('mentees')
    .innerJoin('mentored_engagements as g', 'g.id', 'mentees.engagement_id')
    .innerJoin('persons as p', 'p.id', 'mentees.person_id')
    .innerJoin('organisations as o', 'o.id', 'mentees.organisation_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('enrolments as e')
          .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
          .select(['e.student_number', 'd.names', 'd.isced_f'])
          .whereRef('e.person_id', '=', 'mentees.person_id')
          .whereRef('e.organisation_id', '=', 'mentees.organisation_id')
          .orderBy('e.starts_on', 'desc')
          .limit(1)
          .as('e'),
      (join) => join.onTrue(),
    )
    .select(['mentees.id', 'mentees.engagement_id', 'mentees.person_id', 'mentees.state'])
    .select(['mentees.organisation_id', 'p.name', 'p.preferred_language', 'p.time_zone'])
    .select(['o.names as organisation', 'o.time_zone as organisation_time_zone'])
    .select(['o.country as organisation_country', 'e.student_number'])
    .select(['e.names as degree_programme', 'e.isced_f as field'])
    .select(['g.titles', 'g.needs', 'g.starts_on', 'g.ends_on', 'g.href as engagement_href'])
    .select(['g.subject_kind', 'g.subject_id', 'g.tells_proposals'])
    .select(['g.wishes_until', 'mentees.statement', 'mentees.languages', 'mentees.wished_at'])
    .select(sql<boolean>`g.closed_at is not null`.as('engagement_closed'))
    .select(
      sql<string | null>`(select s.mentor_id from mentorships s where s.mentee_id = mentees.id
        and s.mentor_id = ${self} and s.state in ('accepted', 'active') limit 1)`.as('mentor_id'),
    )
}
