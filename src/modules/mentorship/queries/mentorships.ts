import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { EndReason, MentorKind, MentorshipState, ProposalWay } from '../schema.ts'

/** Who mentors whom, in what; its columns are the facts that the rules look at. */
export interface MentorshipRow {
  [fact: string]: unknown
  id: string
  mentee_id: string
  person_id: string
  organisation_id: string
  mentor_id: string
  mentor_organisation_id: string
  kind: MentorKind
  state: MentorshipState
  way: ProposalWay
  message: string
  proposed_by: string | null
  proposed_at: Date
  answer_by: DateOnly
  answered_at: Date | null
  answered_by_link: boolean
  answer_note: string
  began_on: DateOnly | null
  ended_on: DateOnly | null
  end_reason: EndReason | null
  replaces: string | null
  reminded_at: Date | null
  /** What a mentor who left tells whoever comes after. */
  handover: string
  student: PersonName
  student_language: Language
  mentor: PersonName
  mentor_language: Language
  mentor_email: string | null
  proposer: PersonName | null
  organisation: LocalText
  organisation_time_zone: string
  organisation_country: string
  mentor_organisation: LocalText
  degree_programme: LocalText | null
  titles: LocalText
  starts_on: DateOnly | null
  ends_on: DateOnly | null
  subject_kind: string
  subject_id: string
}

/** One mentorship, or null; `lock` keeps others from answering or ending it until the commit. */
export async function mentorshipById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<MentorshipRow | null> {
  if (!isUuid(id)) return null
  const row = await mentorshipRows(work)
    .where('s.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of s`))
    .executeTakeFirst()
  return row ?? null
}

/** Everything that was ever between a student of an engagement and mentors, the latest first. */
export async function mentorshipsOfStudent(work: Work, menteeId: string): Promise<MentorshipRow[]> {
  return mentorshipRows(work)
    .where('s.mentee_id', '=', menteeId)
    .orderBy('s.proposed_at', 'desc')
    .orderBy('s.id')
    .execute()
}

/** Whom a mentor is asked for, by the day until which they answer. */
export async function proposalsTo(work: Work, mentorId: string): Promise<MentorshipRow[]> {
  return mentorshipRows(work)
    .where('s.mentor_id', '=', mentorId)
    .where('s.state', '=', 'proposed')
    .orderBy('s.answer_by')
    .orderBy('s.id')
    .execute()
}

/** The mentorships of a student that began, the earliest first. */
export async function mentorshipsInJourney(work: Work, personId: string): Promise<MentorshipRow[]> {
  return mentorshipRows(work)
    .where('s.person_id', '=', personId)
    .where('s.began_on', 'is not', null)
    .orderBy('s.began_on')
    .orderBy('s.id')
    .execute()
}

/** What those who left a place wrote for whoever holds it now, the latest first; one query. */
export async function handoversOf(
  work: Work,
  menteeId: string,
): Promise<{ id: string; kind: MentorKind; name: PersonName; text: string }[]> {
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('persons as p', 'p.id', 's.mentor_id')
    .select(['s.id', 's.kind', 'p.name', 's.handover'])
    .where('s.mentee_id', '=', menteeId)
    .where('s.handover', '<>', '')
    .orderBy('s.ended_on', 'desc')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id, kind, name, handover: text }) => ({ id, kind, name, text }))
}

/** What stands of a person, as student or as mentor: asked for, accepted, begun. */
export async function standingOf(work: Work, personId: string) {
  return work.read
    .selectFrom('mentorships')
    .select(['id', 'mentor_id', 'state'])
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('mentor_id', '=', personId)]))
    .where('state', 'in', ['proposed', 'accepted', 'active'])
    .orderBy('id')
    .execute()
}

/** The mentorships of a mentor that stand or ended, the latest first: their record. */
export async function recordOf(work: Work, mentorId: string): Promise<MentorshipRow[]> {
  return mentorshipRows(work)
    .where('s.mentor_id', '=', mentorId)
    .where('s.state', 'in', ['accepted', 'active', 'ended', 'replaced'])
    .orderBy('s.proposed_at', 'desc')
    .orderBy('s.id')
    .limit(200)
    .execute()
}

/** What tasks are about: the engagement of each mentorship, student or meeting, and no name; one query. */
export async function engagementsOfTasks(
  work: Work,
  table:
    | 'mentorships'
    | 'mentees'
    | 'mentee_meetings'
    | 'mentee_check_ins'
    | 'mentor_wish_requests',
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (table === 'mentor_wish_requests') {
    return work.read
      .selectFrom('mentor_wish_requests as r')
      .innerJoin('mentored_engagements as g', 'g.id', 'r.engagement_id')
      .select(['r.id', 'g.titles'])
      .where('r.id', 'in', ids.filter(isUuid))
      .execute()
  }
  const mentee = table === 'mentees' ? sql.ref('x.id') : sql.ref('x.mentee_id')
  const { rows } = await sql<{ id: string; titles: LocalText }>`
    select x.id, g.titles from ${sql.table(table)} x
    join mentees t on t.id = ${mentee}
    join mentored_engagements g on g.id = t.engagement_id
    where x.id = any(${ids.filter(isUuid)}::uuid[])`.execute(work.read as never)
  return rows
}

function mentorshipRows(work: Work) {
  return work.read
    .selectFrom('mentorships as s')
    .innerJoin('mentees as t', 't.id', 's.mentee_id')
    .innerJoin('mentored_engagements as g', 'g.id', 't.engagement_id')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .innerJoin('persons as n', 'n.id', 's.mentor_id')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('organisations as w', 'w.id', 's.mentor_organisation_id')
    .leftJoin('persons as b', 'b.id', 's.proposed_by')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 's.mentor_id').on('e.is_primary', '=', true),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('enrolments as r')
          .innerJoin('degree_programmes as d', 'd.id', 'r.degree_programme_id')
          .select('d.names')
          .whereRef('r.person_id', '=', 's.person_id')
          .whereRef('r.organisation_id', '=', 's.organisation_id')
          .orderBy('r.starts_on', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .select(['s.id', 's.mentee_id', 's.person_id', 's.organisation_id', 's.mentor_id', 's.kind'])
    .select(['s.mentor_organisation_id', 's.state', 's.way', 's.message', 's.proposed_by'])
    .select(['s.proposed_at', 's.answer_by', 's.answered_at', 's.answered_by_link'])
    .select(['s.answer_note', 's.began_on', 's.ended_on', 's.end_reason', 's.replaces'])
    .select(['s.reminded_at', 's.handover'])
    .select(['p.name as student', 'p.preferred_language as student_language', 'n.name as mentor'])
    .select(['n.preferred_language as mentor_language', 'e.address as mentor_email'])
    .select(['b.name as proposer', 'o.names as organisation', 'w.names as mentor_organisation'])
    .select('o.country as organisation_country')
    .select(['o.time_zone as organisation_time_zone', 'd.names as degree_programme'])
    .select(['g.titles', 'g.starts_on', 'g.ends_on', 'g.subject_kind', 'g.subject_id'])
}

/** The mentorships that are accepted and have not begun. */
export async function accepted(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentorships')
    .select('id')
    .where('state', '=', 'accepted')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
