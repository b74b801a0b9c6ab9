import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'

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
  }
}

/** Removes the mails that went to a person; an answer to them that came in stays, to be filed by somebody. */
export async function erasePersonMails(work: Work, personId: string): Promise<{ kept: Message[] }> {
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

/** Gives one person's mails to another when they turn out to be the same. */
export async function mergePersonMails(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx.updateTable('mails').set({ person_id: into }).where('person_id', '=', from).execute(),
  )
}
