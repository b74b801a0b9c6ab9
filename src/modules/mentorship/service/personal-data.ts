import { sql, type SqlBool } from 'kysely'
import type { PersonalData, Work, Writer } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

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
    .select(['s.answered_at', 's.began_on', 's.ended_on', 's.end_reason', 'g.titles'])
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
    goals,
    meetings,
    notesWritten: notes,
    profile: profile ?? null,
    mentorships: rows.flatMap(({ mentor_id: mentor, message, answer_note, ...rest }) => {
      const isMentor = mentor === personId
      // What was proposed and not accepted was never told to the student.
      if (!isMentor && (rest.state === 'proposed' || rest.began_on === null)) return []
      return [
        {
          as: isMentor ? 'mentor' : 'student',
          ...rest,
          ...(isMentor ? { message, answer_note } : {}),
        },
      ]
    }),
  }
}

/** Removes the profile and what was written; that a mentorship was stays, without words, for the other's record. */
export async function erasePersonMentorship(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { mentored, mentor } = await countsOf(work, personId)
  const own = (tx: Writer) =>
    tx.selectFrom('mentees').select('id').where('person_id', '=', personId)
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('mentor_profiles').where('person_id', '=', personId).execute()
    await tx
      .updateTable('mentorships')
      .set({ message: '', answer_note: '' })
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
    await tx
      .updateTable('mentorships')
      .set({ state: 'withdrawn' })
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('mentor_id', '=', personId)]))
      .where('state', '=', 'proposed')
      .execute()
  })
  return { kept: mentored + mentor > 0 ? [m('held.stays')] : [] }
}

/** Moves a profile and mentorships to the one who stays; of two profiles the one that they have stays. */
export async function mergePersonMentorship(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    const has = await tx
      .selectFrom('mentor_profiles')
      .select('id')
      .where('person_id', '=', into)
      .executeTakeFirst()
    if (has) await tx.deleteFrom('mentor_profiles').where('person_id', '=', from).execute()
    await tx
      .updateTable('mentor_profiles')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .execute()
    for (const column of ['offered_by'] as const) {
      await tx
        .updateTable('mentor_profiles')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
    await tx
      .updateTable('mentored_engagements')
      .set({ created_by: into })
      .where('created_by', '=', from)
      .execute()
    await mergeMentees(tx, from, into)
    await mergeShared(tx, from, into)
    for (const column of ['mentor_id', 'proposed_by'] as const) {
      await tx
        .updateTable('mentorships')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
  })
}

/** Two records of one student in one engagement become one; of two mentors for one place the one of who stays is kept. */
async function mergeMentees(tx: Writer, from: string, into: string): Promise<void> {
  // Nobody mentors themselves, as which two who are one may have been entered.
  await tx
    .deleteFrom('mentorships')
    .where('person_id', 'in', [from, into])
    .where('mentor_id', 'in', [from, into])
    .execute()
  const twins = await tx
    .selectFrom('mentees as a')
    .innerJoin('mentees as b', 'b.engagement_id', 'a.engagement_id')
    .select(['a.id as from_id', 'b.id as into_id', 'b.organisation_id'])
    .where('a.person_id', '=', from)
    .where('b.person_id', '=', into)
    .execute()
  for (const { from_id, into_id, organisation_id } of twins) {
    await closeTwins(tx, from_id, into_id)
    await tx
      .updateTable('mentorships')
      .set({ mentee_id: into_id, person_id: into, organisation_id })
      .where('mentee_id', '=', from_id)
      .execute()
    await moveShared(tx, from_id, into_id)
    await tx.deleteFrom('mentees').where('id', '=', from_id).execute()
  }
  await tx.updateTable('mentees').set({ person_id: into }).where('person_id', '=', from).execute()
}

async function closeTwins(tx: Writer, fromId: string, intoId: string): Promise<void> {
  const asks = sql<SqlBool>`exists (select from mentorships o where o.mentee_id = ${intoId}
    and o.kind = mentorships.kind and o.state = 'proposed')`
  const holds = sql<SqlBool>`exists (select from mentorships o where o.mentee_id = ${intoId}
    and o.kind = mentorships.kind and o.state in ('accepted', 'active'))`
  const own = tx.updateTable('mentorships').where('mentee_id', '=', fromId)
  await own.set({ state: 'withdrawn' }).where('state', '=', 'proposed').where(asks).execute()
  await own
    .set({
      state: 'ended',
      ended_on: sql<string>`coalesce(began_on, answered_at::date)`,
      end_reason: 'other',
    })
    .where('state', 'in', ['accepted', 'active'])
    .where(holds)
    .execute()
}

/** What stands on the page of one student moves to that of the other; the goals of who stays come after those of the other. */
async function moveShared(tx: Writer, fromId: string, intoId: string): Promise<void> {
  const { count } = await tx
    .selectFrom('mentee_goals')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('mentee_id', '=', fromId)
    .executeTakeFirstOrThrow()
  const shift = Number(count)
  // In two steps, so that no number stands twice on the way.
  for (const by of [100_000 + shift, -100_000]) {
    await tx
      .updateTable('mentee_goals')
      .set({ number: sql<number>`number + ${by}` })
      .where('mentee_id', '=', intoId)
      .execute()
  }
  for (const table of ['mentee_goals', 'mentee_meetings', 'mentee_notes'] as const) {
    await tx.updateTable(table).set({ mentee_id: intoId }).where('mentee_id', '=', fromId).execute()
  }
}

/** What was written, agreed to and answered becomes that of who stays; of two words on one thing theirs stays. */
async function mergeShared(tx: Writer, from: string, into: string): Promise<void> {
  await tx
    .updateTable('mentee_goals')
    .set({ written_by: into })
    .where('written_by', '=', from)
    .execute()
  await tx
    .updateTable('mentee_notes')
    .set({ written_by: into })
    .where('written_by', '=', from)
    .execute()
  await tx
    .updateTable('mentee_meetings')
    .set({ proposed_by: into })
    .where('proposed_by', '=', from)
    .execute()
  await tx
    .deleteFrom('mentee_goal_agreements')
    .where('person_id', '=', from)
    .where(
      'goals_id',
      'in',
      tx.selectFrom('mentee_goal_agreements').select('goals_id').where('person_id', '=', into),
    )
    .execute()
  await tx
    .deleteFrom('mentee_meeting_answers')
    .where('person_id', '=', from)
    .where(
      'time_id',
      'in',
      tx.selectFrom('mentee_meeting_answers').select('time_id').where('person_id', '=', into),
    )
    .execute()
  for (const table of ['mentee_goal_agreements', 'mentee_meeting_answers'] as const) {
    await tx.updateTable(table).set({ person_id: into }).where('person_id', '=', from).execute()
  }
}
