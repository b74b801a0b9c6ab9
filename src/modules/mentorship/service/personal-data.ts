import { sql, type SqlBool } from 'kysely'
import type { PersonalData, Work, Writer } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { openTask } from '#kernel/tasks'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { mentorshipById, type MentorshipRow, standingOf } from '../queries/mentorships.ts'
import { successorTask } from '../task-kinds.ts'
import { endAsking } from './asks.ts'
import { cancelMeetings } from './leaving.ts'
import { endSharing } from './sharing.ts'

/** What mentorship tells of what it holds of a person. */
export const mentorshipData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { profile, mentored, mentor } = await countsOf(work, personId)
    return [
      { what: m('held.profile'), count: profile, stays: null, correct: '/mentoring/profile' },
      { what: m('held.mentored'), count: mentored, stays: m('held.stays') },
      { what: m('held.mentor'), count: mentor, stays: m('held.stays') },
    ]
  },
  async hinders(work, personId) {
    const standing = (await standingOf(work, personId)).filter(({ state }) => state !== 'proposed')
    const students = standing.filter(({ mentor_id: id }) => id === personId).length
    return [
      ...(students > 0 ? [m('held.mentors-now', { count: students })] : []),
      ...(standing.length > students ? [m('held.mentored-now')] : []),
    ]
  },
}

async function countsOf(work: Work, personId: string) {
  const row = await work.read
    .selectNoFrom([
      sql<bigint>`(select count(*) from mentor_profiles where person_id = ${personId})`.as(
        'profile',
      ),
      sql<bigint>`(select count(*) from mentorships where person_id = ${personId})`.as('mentored'),
      sql<bigint>`(select count(*) from mentorships where mentor_id = ${personId})`.as('mentor'),
    ])
    .executeTakeFirstOrThrow()
  return {
    profile: Number(row.profile),
    mentored: Number(row.mentored),
    mentor: Number(row.mentor),
  }
}

/** The profile of a mentor, who mentors them, and whom they mentor, without the names of others. */
export async function exportPersonMentorship(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const profile = await work.read
    .selectFrom('mentor_profiles')
    .select(['kind', 'about', 'fields', 'languages', 'capacity', 'paused_at', 'created_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const rows = await work.read
    .selectFrom('mentorships as s')
    .innerJoin('mentees as t', 't.id', 's.mentee_id')
    .innerJoin('mentored_engagements as g', 'g.id', 't.engagement_id')
    .select(['s.mentor_id', 's.kind', 's.state', 's.message', 's.answer_note', 's.proposed_at'])
    .select(['s.answered_at', 's.began_on', 's.ended_on', 's.end_reason', 's.handover', 'g.titles'])
    .where((eb) => eb.or([eb('s.person_id', '=', personId), eb('s.mentor_id', '=', personId)]))
    .orderBy('s.proposed_at')
    .execute()
  const notes = await work.read
    .selectFrom('mentee_notes')
    .select(['text', 'written_at'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .execute()
  const goals = await work.read
    .selectFrom('mentee_goals as g')
    .innerJoin('mentees as t', 't.id', 'g.mentee_id')
    .select(['g.number', 'g.text', 'g.written_at'])
    .where((eb) => eb.or([eb('t.person_id', '=', personId), eb('g.written_by', '=', personId)]))
    .orderBy('g.written_at')
    .execute()
  const meetings = await work.read
    .selectFrom('mentee_meetings as e')
    .innerJoin('mentees as t', 't.id', 'e.mentee_id')
    .select(['e.topic', 'e.starts_at', 'e.minutes', 'e.state'])
    .where((eb) => eb.or([eb('t.person_id', '=', personId), eb('e.proposed_by', '=', personId)]))
    .orderBy('e.proposed_at')
    .execute()
  return {
    ...(await wordsOf(work, personId)),
    goals,
    meetings,
    notesWritten: notes,
    profile: profile ?? null,
    mentorships: rows.flatMap(({ mentor_id: mentor, message, answer_note, handover, ...rest }) => {
      const isMentor = mentor === personId
      // What was proposed and not accepted was never told to the student.
      if (!isMentor && ['proposed', 'declined', 'withdrawn'].includes(rest.state)) return []
      return [
        {
          as: isMentor ? 'mentor' : 'student',
          ...rest,
          ...(isMentor ? { message, answer_note, handover } : {}),
        },
      ]
    }),
  }
}

/** What a person wished, and how they said that it goes. */
async function wordsOf(work: Work, personId: string) {
  const wishes = await work.read
    .selectFrom('mentoring_wishes as w')
    .innerJoin('mentees as t', 't.id', 'w.mentee_id')
    .select(['w.said_by', 'w.place', 'w.said_at'])
    .where(
      sql<SqlBool>`((w.said_by = 'student' and t.person_id = ${personId})
        or (w.said_by = 'mentor' and w.mentor_id = ${personId}))`,
    )
    .orderBy('w.said_at')
    .execute()
  const statements = await work.read
    .selectFrom('mentees')
    .select(['statement', 'languages', 'wished_at'])
    .where('person_id', '=', personId)
    .where('wished_at', 'is not', null)
    .execute()
  const checkIns = await work.read
    .selectFrom('mentee_check_in_answers')
    .select(['how', 'too_much', 'note', 'answered_at'])
    .where('person_id', '=', personId)
    .orderBy('answered_at')
    .execute()
  const askedForWishes = await work.read
    .selectFrom('mentor_wish_requests as r')
    .innerJoin('mentored_engagements as g', 'g.id', 'r.engagement_id')
    .select(['g.titles', 'r.asked_at', 'r.answer_by', 'r.answered_at'])
    .where('r.mentor_id', '=', personId)
    .orderBy('r.asked_at')
    .execute()
  return { wishes, statements, checkIns, askedForWishes }
}

/**
 * Removes the profile and what was written, and ends what stands: whoever is asked need not answer, and the office of a
 * student finds a successor. That a mentorship was stays, without words, for the other's record.
 */
export async function erasePersonMentorship(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { mentored, mentor } = await countsOf(work, personId)
  for (const { id } of await standingOf(work, personId)) {
    await endForErasure(work, (await mentorshipById(work, id, 'lock'))!, personId)
  }
  await leaveEngagements(work, personId)
  const own = (tx: Writer) =>
    tx.selectFrom('mentees').select('id').where('person_id', '=', personId)
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('mentor_profiles').where('person_id', '=', personId).execute()
    await tx
      .deleteFrom('mentoring_wishes')
      .where((eb) => eb.or([eb('mentor_id', '=', personId), eb('mentee_id', 'in', own(tx))]))
      .execute()
    await tx.deleteFrom('mentee_check_in_answers').where('person_id', '=', personId).execute()
    await tx.deleteFrom('mentor_wish_requests').where('mentor_id', '=', personId).execute()
    await tx
      .updateTable('mentees')
      .set({ statement: '', languages: [] })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('mentorships')
      .set({ message: '', answer_note: '', handover: '' })
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('mentor_id', '=', personId)]))
      .execute()
    await tx
      .updateTable('mentee_notes')
      .set({ text: '' })
      .where((eb) => eb.or([eb('written_by', '=', personId), eb('mentee_id', 'in', own(tx))]))
      .execute()
    await tx
      .updateTable('mentee_goals')
      .set({ text: '' })
      .where((eb) => eb.or([eb('written_by', '=', personId), eb('mentee_id', 'in', own(tx))]))
      .execute()
    await tx
      .updateTable('mentee_meetings')
      .set({ topic: '', place: '' })
      .where((eb) => eb.or([eb('proposed_by', '=', personId), eb('mentee_id', 'in', own(tx))]))
      .execute()
  })
  return { kept: mentored + mentor > 0 ? [m('held.stays')] : [] }
}

/** Ends one mentorship of somebody who is erased. */
async function endForErasure(work: Work, each: MentorshipRow, personId: string): Promise<void> {
  const left = each.mentor_id === personId ? ('mentor-left' as const) : ('student-left' as const)
  const isAsked = each.state === 'proposed'
  const today = dateInZone(work.now, each.organisation_time_zone)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mentorships')
      .set(isAsked ? { state: 'withdrawn' } : { state: 'ended', ended_on: today, end_reason: left })
      .where('id', '=', each.id)
      .execute(),
  )
  await endAsking(work, each.id, 'cancelled')
  if (!isAsked) await endSharing(work, each.mentee_id, each.mentor_id)
  if (left === 'student-left') return
  await openTask(work, {
    kind: successorTask,
    assignee: { role: 'coordinator', organisationId: each.organisation_id },
    object: { kind: 'mentorship', id: each.id },
    subject: m(`task.successor.${each.kind}`),
    href: `/mentoring/students/${each.mentee_id}`,
  })
}

/** Nobody agrees to goals of, meets, or finds a mentor for, a student who is erased. */
async function leaveEngagements(work: Work, personId: string): Promise<void> {
  const left = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mentees')
      .set({ state: 'left', left_at: work.now })
      .where('person_id', '=', personId)
      .where('state', '=', 'open')
      .returning('id')
      .execute(),
  )
  for (const { id } of left) {
    await cancelMeetings(work, id)
    await endSharing(work, id, null)
  }
}
