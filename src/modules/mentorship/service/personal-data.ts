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
  return {
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
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('mentor_profiles').where('person_id', '=', personId).execute()
    await tx
      .updateTable('mentorships')
      .set({ message: '', answer_note: '' })
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('mentor_id', '=', personId)]))
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
