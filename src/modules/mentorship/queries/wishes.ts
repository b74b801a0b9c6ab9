import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { SaidWish } from '../rules/wishes.ts'

/** A mentor who is asked which students of an engagement they would like; its columns are the facts of the rules. */
export interface WishRequestRow {
  [fact: string]: unknown
  id: string
  engagement_id: string
  organisation_id: string
  mentor_id: string
  answer_by: DateOnly
  asked_at: Date
  answered_at: Date | null
  mentor: PersonName
  mentor_language: Language
  mentor_email: string | null
  titles: LocalText
  organisation: LocalText
  time_zone: string
  engagement_closed: boolean
}

/** A student as a mentor who is asked for wishes reads them. */
export interface WishingStudent {
  id: string
  person_id: string
  name: PersonName
  organisation: LocalText
  degree_programme: LocalText | null
  statement: string
}

/** What was wished, and ruled out, in these students' engagement; one query. */
export async function wishesOf(work: Work, menteeIds: readonly string[]): Promise<SaidWish[]> {
  if (menteeIds.length === 0) return []
  const rows = await work.read
    .selectFrom('mentoring_wishes')
    .select(['mentee_id', 'mentor_id', 'said_by', 'place'])
    .where(sql<SqlBool>`mentee_id = any(${[...menteeIds]}::uuid[])`)
    .orderBy('mentee_id')
    .orderBy('place')
    .orderBy('mentor_id')
    .execute()
  return rows.map((row) => ({
    menteeId: row.mentee_id,
    mentorId: row.mentor_id,
    saidBy: row.said_by,
    wish: row.place ?? 'never',
  }))
}

/** One request, or null; `lock` keeps others from answering it until the commit. */
export async function wishRequestById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<WishRequestRow | null> {
  if (!isUuid(id)) return null
  const row = await requestRows(work)
    .where('r.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of r`))
    .executeTakeFirst()
  return row ?? null
}

/** The mentors who are asked for their wishes in an engagement, by when they were asked. */
export async function wishRequestsOf(work: Work, engagementId: string): Promise<WishRequestRow[]> {
  return requestRows(work)
    .where('r.engagement_id', '=', engagementId)
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute()
}

/** The requests that wait for a mentor. */
export async function wishRequestsTo(work: Work, mentorId: string): Promise<WishRequestRow[]> {
  return requestRows(work)
    .where('r.mentor_id', '=', mentorId)
    .where('r.answered_at', 'is', null)
    .where('g.closed_at', 'is', null)
    .orderBy('r.answer_by')
    .orderBy('r.id')
    .execute()
}

/** The students of an engagement who still lack a mentor of this person's kind, by name. */
export async function studentsToWishFor(
  work: Work,
  { engagement_id: engagementId, mentor_id: mentorId }: WishRequestRow,
): Promise<WishingStudent[]> {
  const { rows } = await sql<WishingStudent>`
    select t.id, t.person_id, p.name, o.names as organisation, d.names as degree_programme, t.statement
    from mentees t
    join persons p on p.id = t.person_id
    join organisations o on o.id = t.organisation_id
    join mentor_profiles m on m.person_id = ${mentorId}
    left join lateral (select d.names from enrolments e join degree_programmes d on d.id = e.degree_programme_id
      where e.person_id = t.person_id and e.organisation_id = t.organisation_id
      order by e.starts_on desc limit 1) d on true
    where t.engagement_id = ${engagementId} and t.state = 'open' and t.person_id <> ${mentorId}
      and not exists (select from mentorships s where s.mentee_id = t.id and s.kind = m.kind
        and s.state in ('accepted', 'active'))
    order by p.romanised_key, t.id limit 300`.execute(work.read as never)
  return rows
}

function requestRows(work: Work) {
  return work.read
    .selectFrom('mentor_wish_requests as r')
    .innerJoin('mentored_engagements as g', 'g.id', 'r.engagement_id')
    .innerJoin('organisations as o', 'o.id', 'g.organisation_id')
    .innerJoin('persons as p', 'p.id', 'r.mentor_id')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'r.mentor_id').on('e.is_primary', '=', true),
    )
    .select(['r.id', 'r.engagement_id', 'g.organisation_id', 'r.mentor_id', 'r.answer_by'])
    .select(['r.asked_at', 'r.answered_at', 'p.name as mentor', 'g.titles'])
    .select(['p.preferred_language as mentor_language', 'e.address as mentor_email'])
    .select(['o.names as organisation', 'o.time_zone'])
    .select(sql<boolean>`g.closed_at is not null`.as('engagement_closed'))
}
