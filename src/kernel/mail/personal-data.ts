import { sql, type SqlBool } from 'kysely'
import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** What mail tells of what it holds: what went to a person, and what came from their addresses. */
export const mailData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const sent = await work.read
      .selectFrom('mails')
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    const received = await incomingOf(work, personId)
    return [
      { what: m('held.sent'), count: Number(sent.count), stays: null },
      { what: m('held.received'), count: received.length, stays: null },
    ]
  },
}

/** Mails that came from an address to which the person was written, and those that somebody filed with the person. */
async function incomingOf(work: Work, personId: string) {
  return work.read
    .selectFrom('incoming_mails')
    .select(['id', 'from_address', 'from_name', 'subject', 'body', 'received_at'])
    .where((eb) =>
      eb.or([
        eb(
          'from_address',
          'in',
          eb.selectFrom('mails').select('to_address').where('person_id', '=', personId),
        ),
        eb.and([
          eb('outcome', '=', 'filed'),
          eb('about_kind', '=', 'person'),
          eb('about_id', '=', personId),
        ]),
      ]),
    )
    .orderBy('received_at')
    .execute()
}

/** The mails that went to a person, for the person who asks for it; of one with a secret in it only that it went. */
export async function exportPersonMails(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const mails = await work.read
    .selectFrom('mails')
    .select(['id', 'to_address', 'language', 'content', 'secret', 'state', 'created_at', 'sent_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  return {
    mails: mails.map(({ secret, content, ...mail }) => ({
      ...mail,
      content: secret ? null : content,
    })),
    received: await incomingOf(work, personId),
  }
}

/** Removes the mails that went to a person, came from their addresses or were filed with them; another's answer stays, to be filed by somebody. */
export async function erasePersonMails(work: Work, personId: string): Promise<{ kept: Message[] }> {
  await removeIncoming(
    work,
    (await incomingOf(work, personId)).map(({ id }) => id),
  )
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('incoming_mails')
      .set({ answers_mail_id: null })
      .where('answers_mail_id', 'in', (eb) =>
        eb.selectFrom('mails').select('id').where('person_id', '=', personId),
      )
      .execute()
    await tx.deleteFrom('mails').where('person_id', '=', personId).execute()
  })
  return { kept: [] }
}

/** The mails that came in about these things of a person's, for the person who asks for it. */
export async function incomingAbout(work: Work, kind: string, ids: readonly string[]) {
  return work.read
    .selectFrom('incoming_mails')
    .select(['id', 'about_id', 'from_address', 'from_name', 'subject', 'body', 'received_at'])
    .where('about_kind', '=', kind)
    .where(sql<SqlBool>`about_id = any(${[...ids]}::uuid[])`)
    .orderBy('received_at')
    .execute()
}

/** The mails that went out about these things of a person's; of one with a secret in it only that it went. */
export async function sentAbout(work: Work, kind: string, ids: readonly string[]) {
  const mails = await work.read
    .selectFrom('mails')
    .select(['id', 'about_id', 'to_address', 'language', 'content', 'secret', 'state'])
    .select(['created_at', 'sent_at'])
    .where('about_kind', '=', kind)
    .where(sql<SqlBool>`about_id = any(${[...ids]}::uuid[])`)
    .orderBy('created_at')
    .execute()
  return mails.map(({ secret, content, ...mail }) => ({
    ...mail,
    content: secret ? null : content,
  }))
}

/** Removes the mails that came in and went out about these things: whose they are is erased. */
export async function eraseMailsAbout(
  work: Work,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  const mails = await incomingAbout(work, kind, ids)
  await removeIncoming(
    work,
    mails.map(({ id }) => id),
  )
  await work.writeUnchronicled(async (tx) => {
    const out = tx
      .selectFrom('mails')
      .select('id')
      .where('about_kind', '=', kind)
      .where(sql<SqlBool>`about_id = any(${[...ids]}::uuid[])`)
    await tx
      .updateTable('incoming_mails')
      .set({ answers_mail_id: null })
      .where('answers_mail_id', 'in', out)
      .execute()
    await tx.deleteFrom('mails').where('id', 'in', out).execute()
  })
}

async function removeIncoming(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('incoming_mail_attachments')
      .where(sql<SqlBool>`mail_id = any(${[...ids]}::uuid[])`)
      .execute()
    await tx
      .deleteFrom('incoming_mails')
      .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
      .execute()
  })
}

/** Gives one person's mails to another when they turn out to be the same. */
export async function mergePersonMails(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx.updateTable('mails').set({ person_id: into }).where('person_id', '=', from).execute()
    for (const table of ['mails', 'incoming_mails'] as const) {
      await tx
        .updateTable(table)
        .set({ about_id: into })
        .where('about_kind', '=', 'person')
        .where('about_id', '=', from)
        .execute()
    }
  })
}
