import { randomUUIDv7 } from 'node:crypto'
import type { Refusal, Work } from '#kernel/database'
import { refuse } from '#kernel/database'
import { enqueue } from '#kernel/jobs'
import type { Message } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { isMailAddress, plainName } from './address.ts'
import { type MailBlock, storeContent } from './content.ts'
import { deliverMail } from './delivery.ts'
import { m } from './messages/index.ts'

/** A mail to one reader. */
export interface SendMail {
  to: { address: string; name?: string | null; personId?: string | null }
  /** The reader's language. */
  language: Language
  subject: Message
  blocks: MailBlock[]
  /** The content holds a link or code that signs somebody in or acts for them: it is forgotten as soon as the mail has gone. */
  secret?: boolean
  /** The page where such mail is switched off. */
  settingsPath?: string
  /** The path to which a mail program posts to stop such mail with one click (RFC 8058); it holds a token. */
  oneClickPath?: string
  /** The organisation for which it is written: its office reads the answers. */
  organisationId?: string
  /** What it is about: where answers to it belong. */
  about?: { kind: string; id: string }
}

/**
 * Writes a mail in the transaction of the verb; a job delivers it after the commit. Gives back its id.
 * Refuses an address that is none, at the field `address`.
 */
export async function sendMail(work: Work, mail: SendMail): Promise<string | Refusal> {
  if (!isMailAddress(mail.to.address)) {
    return refuse(422, m('refused.address'), { address: m('field.address') })
  }
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('mails')
      .values({
        id,
        person_id: mail.to.personId ?? null,
        to_address: mail.to.address,
        to_name: mail.to.name ? plainName(mail.to.name) : null,
        language: mail.language,
        content: storeContent({ subject: mail.subject, blocks: mail.blocks }),
        secret: mail.secret ?? false,
        settings_path: mail.settingsPath ?? null,
        one_click_path: mail.oneClickPath ?? null,
        state: 'waiting',
        created_at: work.now,
        sent_at: null,
        failure: null,
        failed_at: null,
        organisation_id: mail.organisationId ?? null,
        about_kind: mail.about?.kind ?? null,
        about_id: mail.about?.id ?? null,
      })
      .execute(),
  )
  await enqueue(work, deliverMail, { mailId: id })
  return id
}

/** Forgets a mail, whatever became of it: one whose reader is erased. An answer to it that came in stays. */
export async function forgetMail(work: Work, mailId: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('incoming_mails')
      .set({ answers_mail_id: null })
      .where('answers_mail_id', '=', mailId)
      .execute()
    await tx.deleteFrom('mails').where('id', '=', mailId).execute()
  })
}
