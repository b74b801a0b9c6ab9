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
  /** What it is about, where answers to it belong. */
  about: { kind: string; id: string } | null
}

/** Which mails are wanted; the latest first. */
export interface OutboxFilter {
  state?: MailState
  personId?: string
  limit?: number
  offset?: number
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

/** How many mails went, or wait to go, in all. */
export async function outboxCount(work: Work): Promise<number> {
  const { count } = await work.read
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A mail that did not reach whom it was for. Its words stay with its reader: what it says is not told. */
export interface ReturnedMail {
  id: string
  personId: string | null
  to: { address: string; name: string | null }
  sentAt: Date
  failedAt: Date
  failure: string
}

/** The mails that were refused or came back, the latest first, as far as the actor may know of them. */
export async function returnedMails(
  work: Work,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<ReturnedMail[]> {
  const rows = await work.read
    .selectFrom('mails')
    .select(['id', 'person_id', 'to_address', 'to_name', 'created_at', 'failed_at', 'failure'])
    .where('state', 'in', ['failed', 'bounced'])
    .where(work.scope('mail.returned.list', 'mails'))
    .orderBy('failed_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    to: { address: row.to_address, name: row.to_name },
    sentAt: row.created_at,
    failedAt: row.failed_at ?? row.created_at,
    failure: row.failure ?? '',
  }))
}

/**
 * Of these addresses those at which the last mail that left did not arrive, with when and why. Whether the actor may see
 * the addresses is the page's question.
 */
export async function unreachableAddresses(
  work: Work,
  addresses: readonly string[],
): Promise<Map<string, { failedAt: Date; failure: string }>> {
  if (addresses.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('mails')
    .distinctOn('to_address')
    .select(['to_address', 'state', 'failed_at', 'failure'])
    .where('to_address', 'in', [...new Set(addresses)])
    .where('state', 'in', ['sent', 'failed', 'bounced'])
    .orderBy('to_address')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ to_address, state, failed_at, failure }) =>
      state === 'sent' || failed_at === null
        ? []
        : [[to_address, { failedAt: failed_at, failure: failure ?? '' }] as const],
    ),
  )
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
  about_kind: string | null
  about_id: string | null
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
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  }
}
