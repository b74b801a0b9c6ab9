import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { MentorKind, MentorshipState } from '../schema.ts'
import type { EngagementKey } from './engagements.ts'
import { heldMentors } from './students.ts'

/** A mentor of a student of an engagement, or somebody who is asked, as another module shows them. */
export interface MentorOf {
  mentorshipId: string
  studentId: string
  mentorId: string
  kind: MentorKind
  state: MentorshipState
  name: PersonName
  organisation: LocalText
  answerBy: DateOnly
}

/** A mentor who holds a place with a student, as a paper names them. */
export interface MentorBeside {
  mentorId: string
  kind: MentorKind
  name: PersonName
  /** Their primary address; null where none is known. */
  email: string | null
  organisationId: string
}

/** A student who still lacks a mentor that the engagement demands. */
export interface LackingStudent {
  menteeId: string
  engagement: EngagementKey
  studentId: string
  /** The kinds for which nobody holds the place. */
  lacks: MentorKind[]
  /** Of these, those for which somebody is asked. */
  asked: MentorKind[]
}

interface MenteeOf {
  id: string
  person_id: string
  subject_id: string
  needs: MentorKind[]
}

/**
 * Who mentors in these engagements of one kind, by their ids there, the mentors whose answer is awaited too; three queries,
 * however many. Whether the actor may see them, the caller has asked.
 */
export async function mentorsOf(
  work: Work,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, MentorOf[]>> {
  const mentees = await menteesOf(work, kind, ids)
  const byMentee = new Map(mentees.map((each) => [each.id, each]))
  const held = await heldMentors(work, [...byMentee.keys()])
  const told = held.map((each) => {
    const mentee = byMentee.get(each.menteeId)!
    return {
      subjectId: mentee.subject_id,
      mentorshipId: each.id,
      studentId: mentee.person_id,
      mentorId: each.mentorId,
      kind: each.kind,
      state: each.state,
      name: each.name,
      organisation: each.organisation,
      answerBy: each.answerBy,
    }
  })
  return Map.groupBy(told, ({ subjectId }) => subjectId)
}

/**
 * Who has accepted to mentor a student of a school in these days, one of each kind at most: two who mentor together go before
 * others, then whoever accepted last; one query. Whether the actor may see them, the caller has asked.
 */
export async function mentorsBeside(
  work: Work,
  student: { personId: string; organisationId: string; startsOn: DateOnly; endsOn: DateOnly },
): Promise<Partial<Record<MentorKind, MentorBeside>>> {
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('mentees as t', 't.id', 's.mentee_id')
    .innerJoin('mentored_engagements as g', 'g.id', 't.engagement_id')
    .innerJoin('persons as p', 'p.id', 's.mentor_id')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 's.mentor_id').on('e.is_primary', '=', true),
    )
    .select(['s.mentor_id as mentorId', 's.kind', 'p.name', 'e.address as email'])
    .select('s.mentor_organisation_id as organisationId')
    .where('s.person_id', '=', student.personId)
    .where('s.organisation_id', '=', student.organisationId)
    .where('s.state', 'in', ['accepted', 'active'])
    .where('p.state', '=', 'active')
    .where('g.closed_at', 'is', null)
    .where((eb) => eb.or([eb('g.starts_on', 'is', null), eb('g.starts_on', '<=', student.endsOn)]))
    .where((eb) => eb.or([eb('g.ends_on', 'is', null), eb('g.ends_on', '>=', student.startsOn)]))
    .orderBy(sql`count(*) over (partition by s.mentee_id)`, 'desc')
    .orderBy('s.answered_at', 'desc')
    .orderBy('s.id')
    .execute()
  return Object.fromEntries(rows.toReversed().map((row) => [row.kind, row]))
}

/** The addresses at which the mentor of a mentorship is written to, whether it stands or has ended; one query. */
export async function mentorAddresses(work: Work, mentorshipId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('person_emails as e', 'e.person_id', 's.mentor_id')
    .select('e.address')
    .where('s.id', '=', mentorshipId)
    .orderBy('e.address')
    .execute()
  return rows.map(({ address }) => address)
}

/** The students of these engagements of one kind who lack a mentor that is demanded; two queries, however many. */
export async function lacksMentors(
  work: Work,
  kind: string,
  ids: readonly string[],
): Promise<LackingStudent[]> {
  const mentees = await menteesOf(work, kind, ids)
  const held = Map.groupBy(
    await heldMentors(
      work,
      mentees.map(({ id }) => id),
    ),
    ({ menteeId }) => menteeId,
  )
  return mentees
    .map((each) => {
      const mentors = held.get(each.id) ?? []
      const lacks = each.needs.filter(
        (need) => !mentors.some((mentor) => mentor.kind === need && mentor.state !== 'proposed'),
      )
      return {
        menteeId: each.id,
        engagement: { kind, id: each.subject_id },
        studentId: each.person_id,
        lacks,
        asked: lacks.filter((need) => mentors.some((mentor) => mentor.kind === need)),
      }
    })
    .filter(({ lacks }) => lacks.length > 0)
}

async function menteesOf(work: Work, kind: string, ids: readonly string[]): Promise<MenteeOf[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  return work.read
    .selectFrom('mentees as t')
    .innerJoin('mentored_engagements as g', 'g.id', 't.engagement_id')
    .select(['t.id', 't.person_id', 'g.subject_id', 'g.needs'])
    .where('g.subject_kind', '=', kind)
    .where('g.subject_id', 'in', known)
    .where('t.state', '=', 'open')
    .orderBy('t.id')
    .execute()
}
