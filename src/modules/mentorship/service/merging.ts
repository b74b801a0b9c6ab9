import { sql, type SqlBool } from 'kysely'
import { renamePerson, renamePersonOnce, type Work, type Writer } from '#kernel/database'
import { endAsking } from './asks.ts'
import { endSharing } from './sharing.ts'
import { endWishRequests } from './wishes.ts'

interface Both {
  from: string
  into: string
}

/** Moves a profile and mentorships to the one who stays; of two profiles the one that they have stays. */
export async function mergePersonMentorship(work: Work, from: string, into: string): Promise<void> {
  const both = { from, into }
  for (const id of await selfMentorships(work, both)) await endAsking(work, id, 'cancelled')
  await work.writeUnchronicled(async (tx) => {
    await dropSelfMentorships(tx, both)
    const known = tx.selectFrom('mentor_profiles').select('id').where('person_id', '=', into)
    await tx
      .deleteFrom('mentor_profiles')
      .where('person_id', '=', from)
      .where((eb) => eb.exists(known))
      .execute()
    await renamePerson(tx, { mentor_profiles: ['person_id'] }, from, into)
  })
  await mergeMentees(work, both)
  await endWishRequests(work, await doubleWishRequests(work, both))
  await work.writeUnchronicled(async (tx) => {
    await renamePerson(
      tx,
      {
        mentor_profiles: ['offered_by'],
        mentored_engagements: ['created_by'],
        mentor_rounds: ['made_by'],
        mentor_wish_requests: ['asked_by'],
        mentorships: ['mentor_id', 'proposed_by'],
        mentee_goals: ['written_by'],
        mentee_notes: ['written_by'],
        mentee_meetings: ['proposed_by'],
      },
      from,
      into,
    )
    const requested = { person: 'mentor_id', of: 'engagement_id' } as const
    await renamePersonOnce(tx, 'mentor_wish_requests', requested, from, into)
    const checked = { person: 'person_id', of: 'check_in_id' } as const
    await renamePersonOnce(tx, 'mentee_check_in_answers', checked, from, into)
    const wished = { person: 'mentor_id', of: ['mentee_id', 'said_by'] } as const
    await renamePersonOnce(tx, 'mentoring_wishes', wished, from, into)
    const agreed = { person: 'person_id', of: 'goals_id' } as const
    await renamePersonOnce(tx, 'mentee_goal_agreements', agreed, from, into)
    const answered = { person: 'person_id', of: 'time_id' } as const
    await renamePersonOnce(tx, 'mentee_meeting_answers', answered, from, into)
  })
}

/** Where both are asked for wishes in one engagement: the request of the one who goes is not answered any more. */
async function doubleWishRequests(work: Work, { from, into }: Both): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentor_wish_requests as a')
    .innerJoin('mentor_wish_requests as b', 'b.engagement_id', 'a.engagement_id')
    .select('a.id')
    .where('a.mentor_id', '=', from)
    .where('b.mentor_id', '=', into)
    .execute()
  return rows.map(({ id }) => id)
}

/** Nobody mentors themselves, as which two who are one may have been entered. */
async function selfMentorships(work: Work, { from, into }: Both): Promise<string[]> {
  const rows = await work.read
    .selectFrom('mentorships')
    .select('id')
    .where('person_id', 'in', [from, into])
    .where('mentor_id', 'in', [from, into])
    .execute()
  return rows.map(({ id }) => id)
}

async function dropSelfMentorships(tx: Writer, { from, into }: Both): Promise<void> {
  const own = tx
    .selectFrom('mentorships')
    .select('id')
    .where('person_id', 'in', [from, into])
    .where('mentor_id', 'in', [from, into])
  await tx.updateTable('mentorships').set({ replaces: null }).where('replaces', 'in', own).execute()
  await tx.deleteFrom('mentorships').where('id', 'in', own).execute()
}

/** Two records of one student in one engagement become one; of two mentors for one place the one of who stays is kept. */
async function mergeMentees(work: Work, both: Both): Promise<void> {
  const twins = await work.read
    .selectFrom('mentees as a')
    .innerJoin('mentees as b', 'b.engagement_id', 'a.engagement_id')
    .select(['a.id as from_id', 'b.id as into_id', 'b.organisation_id'])
    .where('a.person_id', '=', both.from)
    .where('b.person_id', '=', both.into)
    .execute()
  for (const { from_id, into_id, organisation_id } of twins) {
    for (const id of await closeTwins(work, from_id, into_id)) {
      await endAsking(work, id, 'cancelled')
    }
    await endSharing(work, from_id, null)
    await work.writeUnchronicled(async (tx) => {
      await tx
        .updateTable('mentorships')
        .set({ mentee_id: into_id, person_id: both.into, organisation_id })
        .where('mentee_id', '=', from_id)
        .execute()
      await moveShared(tx, from_id, into_id)
      await moveWishes(tx, from_id, into_id)
      await tx.deleteFrom('mentees').where('id', '=', from_id).execute()
    })
  }
  await work.writeUnchronicled((tx) =>
    renamePerson(tx, { mentees: ['person_id'] }, both.from, both.into),
  )
}

/** Takes back what is asked, and ends what is held, where the other record has the same; gives back what was asked. */
async function closeTwins(work: Work, fromId: string, intoId: string): Promise<string[]> {
  const asks = sql<SqlBool>`exists (select from mentorships o where o.mentee_id = ${intoId}
    and o.kind = mentorships.kind and o.state = 'proposed')`
  const holds = sql<SqlBool>`exists (select from mentorships o where o.mentee_id = ${intoId}
    and o.kind = mentorships.kind and o.state in ('accepted', 'active'))`
  return work.writeUnchronicled(async (tx) => {
    const own = tx.updateTable('mentorships').where('mentee_id', '=', fromId)
    await own
      .set({
        state: 'ended',
        ended_on: sql<string>`coalesce(began_on, answered_at::date)`,
        end_reason: 'other',
      })
      .where('state', 'in', ['accepted', 'active'])
      .where(holds)
      .execute()
    const taken = await own
      .set({ state: 'withdrawn' })
      .where('state', '=', 'proposed')
      .where(asks)
      .returning('id')
      .execute()
    return taken.map(({ id }) => id)
  })
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
  // Of two open questions the one of who stays is kept open.
  await tx
    .updateTable('mentee_check_ins')
    .set({ closed_at: sql<Date>`asked_at` })
    .where('mentee_id', '=', fromId)
    .where('closed_at', 'is', null)
    .execute()
  await tx
    .updateTable('mentee_check_ins')
    .set({ mentee_id: intoId })
    .where('mentee_id', '=', fromId)
    .execute()
  for (const table of ['mentee_goals', 'mentee_meetings', 'mentee_notes'] as const) {
    await tx.updateTable(table).set({ mentee_id: intoId }).where('mentee_id', '=', fromId).execute()
  }
}

/** What was wished under the record that goes stands for the other, where under that nothing was said of the same. */
async function moveWishes(tx: Writer, fromId: string, intoId: string): Promise<void> {
  await sql`update mentoring_wishes set mentee_id = ${intoId} where mentee_id = ${fromId}
    and not exists (select from mentoring_wishes o where o.mentee_id = ${intoId}
      and o.mentor_id = mentoring_wishes.mentor_id and o.said_by = mentoring_wishes.said_by)`.execute(
    tx,
  )
  await tx.deleteFrom('mentoring_wishes').where('mentee_id', '=', fromId).execute()
  await sql`update mentees set statement = f.statement, languages = f.languages, wished_at = f.wished_at
    from mentees f where mentees.id = ${intoId} and f.id = ${fromId}
      and mentees.wished_at is null and f.wished_at is not null`.execute(tx)
}
