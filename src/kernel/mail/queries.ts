import type { Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { type MailContent, restoreContent } from './content.ts'
import type { MailState } from './schema.ts'

/** A mail that goes out, as an outbox page shows it; its words come from `renderMail`. */
export interface OutboxMail {
  id: string
  personId: string | null
  to: { address: string; name: string | null }
  language: Language
  /** Null when it held a secret and has gone. */
  content: MailContent | null
  settingsPath: string | null
  /** Where one click stops such mail; forgotten once the mail has gone. */
  oneClickPath: string | null
  state: MailState
  createdAt: Date
  sentAt: Date | null
  failure: string | null
}

/** Which mails are wanted; the latest first. */
export interface OutboxFilter {
  state?: MailState
  personId?: string
  limit?: number
  offset?: number
}

/** A mail that came in and waits to be filed. */
export interface IncomingMail {
  id: string
  answersMailId: string | null
  from: { address: string; name: string | null }
  subject: string
  body: string
  automatic: boolean
  receivedAt: Date
  attachments: { id: string; name: string; declaredType: string }[]
}

/** The mails that went, or wait to go. Whether the actor may see them is the page's question. */
export async function outbox(work: Work, filter: OutboxFilter = {}): Promise<OutboxMail[]> {
  let query = work.read.selectFrom('mails').selectAll()
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.personId) query = query.where('person_id', '=', filter.personId)
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
  return rows.map(mailOf)
}

/** What came in and is not filed, the oldest first, with the names of the attachments. */
export async function unfiledMails(work: Work, limit = 50): Promise<IncomingMail[]> {
  const mails = await work.read
    .selectFrom('incoming_mails')
    .selectAll()
    .where('filed_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  if (mails.length === 0) return []
  const attachments = await work.read
    .selectFrom('incoming_mail_attachments')
    .select(['id', 'mail_id', 'name', 'declared_type'])
    .where(
      'mail_id',
      'in',
      mails.map((mail) => mail.id),
    )
    .orderBy('id')
    .execute()
  const byMail = Map.groupBy(attachments, (part) => part.mail_id)
  return mails.map((mail) => ({
    id: mail.id,
    answersMailId: mail.answers_mail_id,
    from: { address: mail.from_address, name: mail.from_name },
    subject: mail.subject,
    body: mail.body,
    automatic: mail.automatic,
    receivedAt: mail.received_at,
    attachments: (byMail.get(mail.id) ?? []).map((part) => ({
      id: part.id,
      name: part.name,
      declaredType: part.declared_type,
    })),
  }))
}

/** The bytes of an attachment that came in; they are unchecked, and `files` checks them when they are filed. */
export async function incomingAttachment(
  work: Work,
  id: string,
): Promise<{ name: string; declaredType: string; bytes: Uint8Array } | null> {
  const row = await work.read
    .selectFrom('incoming_mail_attachments')
    .select(['name', 'declared_type', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { name: row.name, declaredType: row.declared_type, bytes: row.bytes }
}

function mailOf(row: {
  id: string
  person_id: string | null
  to_address: string
  to_name: string | null
  language: Language
  content: unknown
  settings_path: string | null
  one_click_path: string | null
  state: MailState
  created_at: Date
  sent_at: Date | null
  failure: string | null
}): OutboxMail {
  return {
    id: row.id,
    personId: row.person_id,
    to: { address: row.to_address, name: row.to_name },
    language: row.language,
    content: row.content === null ? null : restoreContent(row.content),
    settingsPath: row.settings_path,
    oneClickPath: row.one_click_path,
    state: row.state,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    failure: row.failure,
  }
}
