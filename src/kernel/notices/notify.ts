import { randomUUIDv7 } from 'node:crypto'
import type { Work } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import { type Message, storeMessage } from '#kernel/messages'
import { mailNotice } from './mail-notice.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeMail } from './schema.ts'

/** Whom to tell what, and where they can do something about it. */
export interface Notify {
  personId: string
  kind: NoticeKind
  message: Message
  /** The page behind it, without the language. */
  href: string
  /** The task that it is about: a notice whose task is done is not mailed any more. */
  taskId?: string | null
}

/** Tells a person something, in the transaction of the verb: on their page, and by mail as they chose. Gives back its id. */
export async function notify(work: Work, input: Notify): Promise<string> {
  const id = randomUUIDv7()
  const mail = await chosenMail(work, input.personId, input.kind)
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('notices')
      .values({
        id,
        person_id: input.personId,
        kind: input.kind.name,
        message: storeMessage(input.message),
        href: input.href,
        task_id: input.taskId ?? null,
        mail,
        created_at: work.now,
        read_at: null,
        settled_at: null,
      })
      .execute(),
  )
  if (mail === 'immediate') await enqueue(work, mailNotice, { noticeId: id })
  return id
}

async function chosenMail(work: Work, personId: string, kind: NoticeKind): Promise<NoticeMail> {
  const chosen = await work.read
    .selectFrom('notice_preferences')
    .select('mail')
    .where('person_id', '=', personId)
    .where('kind', '=', kind.name)
    .executeTakeFirst()
  // A way that is not offered for the kind, chosen before it was so, does not count.
  return chosen && (kind.ways ?? [chosen.mail]).includes(chosen.mail) ? chosen.mail : kind.mail
}
