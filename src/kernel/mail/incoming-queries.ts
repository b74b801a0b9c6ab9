import type { Selectable } from 'kysely'
import type { Work } from '#kernel/database'
import type { IncomingMailsTable } from './schema.ts'

/** Which mails that came in are wanted: what people wrote, what machines answered, what was filed, what is nobody's. */
export type IncomingView = 'waiting' | 'automatic' | 'filed' | 'spam'

/** A mail that came in. */
export interface IncomingMail {
  id: string
  /** The organisation whose office reads it; null for the secretariat. */
  organisationId: string | null
  /** What it is about: what the mail is about that it answers, or with what it was filed. */
  about: { kind: string; id: string } | null
  /** Whom the mail was for that it answers. */
  answeredBy: string | null
  from: { address: string; name: string | null }
  subject: string
  body: string
  automatic: boolean
  receivedAt: Date
  outcome: 'filed' | 'done' | 'spam' | null
  filedAt: Date | null
  attachments: { id: string; name: string; bytes: number }[]
}

/** What narrows the list. */
export interface IncomingFilter {
  view: IncomingView
  /** Only what was filed with this. */
  about?: { kind: string; id: string }
  limit?: number
  offset?: number
}

/** What came in, as far as the actor may read it: what waits the oldest first, what was filed the latest first. */
export async function incomingMails(
  work: Work,
  { view, about, limit = 50, offset = 0 }: IncomingFilter,
): Promise<IncomingMail[]> {
  let query = rows(work).where(work.scope('mail.incoming.read', 'incoming_mails'))
  if (about)
    query = query
      .where('incoming_mails.about_kind', '=', about.kind)
      .where('incoming_mails.about_id', '=', about.id)
  if (view === 'waiting' || view === 'automatic') {
    query = query
      .where('filed_at', 'is', null)
      .where('automatic', '=', view === 'automatic')
      .orderBy('received_at')
      .orderBy('incoming_mails.id')
  } else {
    query = query
      .where('outcome', 'in', view === 'spam' ? ['spam'] : ['filed', 'done'])
      .orderBy('filed_at', 'desc')
      .orderBy('incoming_mails.id')
  }
  return withAttachments(work, await query.limit(limit).offset(offset).execute())
}

/** One of them, whoever asks; a route asks whether they may. */
export async function incomingMail(work: Work, id: string): Promise<IncomingMail | null> {
  const found = await rows(work).where('incoming_mails.id', '=', id).execute()
  return (await withAttachments(work, found))[0] ?? null
}

/** How many mails wait, from people and from machines, and how many did not reach whom they were for. */
export async function countMails(
  work: Work,
): Promise<{ waiting: number; automatic: number; returned: number }> {
  const incoming = await work.read
    .selectFrom('incoming_mails')
    .select((eb) => [
      eb.fn.countAll<bigint>().filterWhere('automatic', '=', false).as('waiting'),
      eb.fn.countAll<bigint>().filterWhere('automatic', '=', true).as('automatic'),
    ])
    .where('filed_at', 'is', null)
    .where(work.scope('mail.incoming.read', 'incoming_mails'))
    .executeTakeFirstOrThrow()
  const returned = await work.read
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('state', 'in', ['failed', 'bounced'])
    .where(work.scope('mail.returned.list', 'mails'))
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(incoming.waiting),
    automatic: Number(incoming.automatic),
    returned: Number(returned.count),
  }
}

/** The bytes of an attachment of this mail; they are unchecked, as they came. */
export async function incomingAttachment(
  work: Work,
  mailId: string,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const row = await work.read
    .selectFrom('incoming_mail_attachments')
    .select(['name', 'bytes'])
    .where('id', '=', id)
    .where('mail_id', '=', mailId)
    .executeTakeFirst()
  return row ?? null
}

function rows(work: Work) {
  return work.read
    .selectFrom('incoming_mails')
    .leftJoin('mails', 'mails.id', 'incoming_mails.answers_mail_id')
    .selectAll('incoming_mails')
    .select('mails.person_id as answered_by')
}

async function withAttachments(
  work: Work,
  mails: readonly (Selectable<IncomingMailsTable> & { answered_by: string | null })[],
): Promise<IncomingMail[]> {
  if (mails.length === 0) return []
  const attachments = await work.read
    .selectFrom('incoming_mail_attachments')
    .select((eb) => ['id', 'mail_id', 'name', eb.fn<number>('octet_length', ['bytes']).as('size')])
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
    organisationId: mail.organisation_id,
    about: mail.about_kind && mail.about_id ? { kind: mail.about_kind, id: mail.about_id } : null,
    answeredBy: mail.answered_by,
    from: { address: mail.from_address, name: mail.from_name },
    subject: mail.subject,
    body: mail.body,
    automatic: mail.automatic,
    receivedAt: mail.received_at,
    outcome: mail.outcome,
    filedAt: mail.filed_at,
    attachments: (byMail.get(mail.id) ?? []).map(({ id, name, size }) => ({
      id,
      name,
      bytes: Number(size),
    })),
  }))
}
