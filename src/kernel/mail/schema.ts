import type { ColumnType } from 'kysely'
import type { Language } from '#kernel/values'

/** How a mail that goes out is doing; `held` means that this node lets none leave. */
export type MailState = 'waiting' | 'held' | 'sent' | 'failed' | 'bounced'

/** A mail that goes out. */
export interface MailsTable {
  id: string
  person_id: string | null
  to_address: string
  to_name: string | null
  language: Language
  content: ColumnType<unknown, string | null, string | null>
  secret: boolean
  settings_path: string | null
  one_click_path: string | null
  state: MailState
  created_at: Date
  sent_at: Date | null
  failure: string | null
  failed_at: Date | null
  /** The organisation for which it was written: its office reads the answers. */
  organisation_id: string | null
  about_kind: string | null
  about_id: string | null
}

/** A mail that came in. */
export interface IncomingMailsTable {
  id: string
  message_id: string
  fingerprint: string
  answers_mail_id: string | null
  from_address: string
  from_name: string | null
  subject: string
  body: string
  automatic: boolean
  received_at: Date
  organisation_id: string | null
  about_kind: string | null
  about_id: string | null
  outcome: 'filed' | 'done' | 'spam' | null
  filed_at: Date | null
  filed_by: string | null
}

/** A file that came with a mail, unchecked. */
export interface IncomingMailAttachmentsTable {
  id: string
  mail_id: string
  name: string
  declared_type: string
  bytes: Uint8Array
}

declare module '#kernel/database' {
  interface Tables {
    mails: MailsTable
    incoming_mails: IncomingMailsTable
    incoming_mail_attachments: IncomingMailAttachmentsTable
  }
}
