import { sql } from 'kysely'
import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** What notices tell of what they hold: what a person was told, and how they chose to be told. */
export const noticeData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const count = async (table: 'notices' | 'notice_preferences') => {
      const row = await work.read
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<bigint>().as('count'))
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    }
    const correct = '/account/notices'
    return [
      { what: m('held.notices'), count: await count('notices'), stays: null },
      { what: m('held.choices'), count: await count('notice_preferences'), stays: null, correct },
    ]
  },
}

/** What a person was told and how they want to be told, for the person who asks for it. */
export async function exportPersonNotices(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const notices = await work.read
    .selectFrom('notices')
    .select(['kind', 'message', 'href', 'created_at', 'read_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  const choices = await work.read
    .selectFrom('notice_preferences')
    .select(['kind', 'mail'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .execute()
  return { notices, noticeChoices: choices }
}

/** Removes all notices and choices of a person; nothing is kept. */
export async function erasePersonNotices(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('notices').where('person_id', '=', personId).execute()
    await tx.deleteFrom('notice_preferences').where('person_id', '=', personId).execute()
    await tx.deleteFrom('notice_digests').where('person_id', '=', personId).execute()
  })
  return { kept: [] }
}

/** Gives one person's notices to another when they turn out to be the same; the other's choices count. */
export async function mergePersonNotices(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx.updateTable('notices').set({ person_id: into }).where('person_id', '=', from).execute()
    await tx
      .insertInto('notice_preferences')
      .columns(['person_id', 'kind', 'mail'])
      .expression((eb) =>
        eb
          .selectFrom('notice_preferences')
          .select([sql<string>`${into}::uuid`.as('person_id'), 'kind', 'mail'])
          .where('person_id', '=', from),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx.deleteFrom('notice_preferences').where('person_id', '=', from).execute()
    await tx.deleteFrom('notice_digests').where('person_id', '=', from).execute()
  })
}
