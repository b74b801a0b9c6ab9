import { randomUUIDv7 } from 'node:crypto'
import { actorLabel, type Refusal, refuse, type Work } from '#kernel/database'
import { markFailed } from './delivery.ts'
import { mailReceived } from './entries.ts'
import { m } from './messages/index.ts'
import type { ReadMail } from './read-mail.ts'
import type { MailState } from './schema.ts'

/** What a mail that came in turned out to be. */
export type Incoming =
  | { kind: 'bounce'; mailId: string }
  /** A report that names no mail of ours, or only says that a delivery takes longer. */
  | { kind: 'report' }
  | { kind: 'mail'; incomingId: string; answersMailId: string | null }
  /** The same mail once more. */
  | { kind: 'known' }
  /** A mail of ours that somebody's forwarding sent back. */
  | { kind: 'own' }

/**
 * Takes in a mail that `readMail` took apart. A report of a failed delivery (RFC 3464) marks the mail that it is about as
 * bounced; a mail of ours that came back in a circle is left; anything else is kept with its attachments, for the office
 * that the mail was written for which it answers, to be filed by somebody. Refuses what a person sent to a return path
 * that is of no mail.
 */
export async function recordIncoming(work: Work, mail: ReadMail): Promise<Incoming | Refusal> {
  const named = await ourMails(work, [...mail.names, ...(mail.ownId ? [mail.ownId] : [])])
  if (mail.ownId !== null && named.has(mail.ownId)) return { kind: 'own' }
  const about = mail.names.flatMap((id) => named.get(id) ?? [])[0] ?? null
  if (mail.isReport) return recordReport(work, mail, about)
  if (about === null && mail.cameToReturnPath && !mail.automatic) {
    return refuse(404, m('refused.no-mailbox'))
  }
  return keep(work, mail, about)
}

interface OurMail {
  id: string
  person_id: string | null
  secret: boolean
  state: MailState
  organisation_id: string | null
  about_kind: string | null
  about_id: string | null
}

async function recordReport(
  work: Work,
  { status }: ReadMail,
  about: OurMail | null,
): Promise<Incoming> {
  if (about === null || status === null || status.action !== 'failed') return { kind: 'report' }
  if (about.state === 'failed' || about.state === 'bounced') return { kind: 'report' }
  await markFailed(work, about, 'bounced', `${status.status} ${status.diagnostic}`.trim())
  return { kind: 'bounce', mailId: about.id }
}

async function ourMails(work: Work, ids: readonly string[]): Promise<Map<string, OurMail>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('mails')
    .select(['id', 'person_id', 'secret', 'state', 'organisation_id', 'about_kind', 'about_id'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function keep(work: Work, mail: ReadMail, about: OurMail | null): Promise<Incoming> {
  const known = await work.read
    .selectFrom('incoming_mails')
    .select('id')
    .where('fingerprint', '=', mail.fingerprint)
    .executeTakeFirst()
  if (known) return { kind: 'known' }
  const id = randomUUIDv7()
  const entry = mailReceived({
    object: { kind: 'incoming-mail', id },
    organisationIds: about?.organisation_id ? [about.organisation_id] : [],
    data: { attachments: mail.attachments.length, automatic: mail.automatic },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('incoming_mails')
      .values({
        id,
        message_id: mail.messageId,
        fingerprint: mail.fingerprint,
        answers_mail_id: about?.id ?? null,
        organisation_id: about?.organisation_id ?? null,
        about_kind: about?.about_kind ?? null,
        about_id: about?.about_id ?? null,
        from_address: mail.from.address,
        from_name: mail.from.name,
        subject: mail.subject,
        body: mail.body,
        automatic: mail.automatic,
        received_at: work.now,
        outcome: null,
        filed_at: null,
        filed_by: null,
      })
      .execute()
    for (const { name, declaredType, bytes } of mail.attachments) {
      await tx
        .insertInto('incoming_mail_attachments')
        .values({ id: randomUUIDv7(), mail_id: id, name, declared_type: declaredType, bytes })
        .execute()
    }
  })
  return { kind: 'mail', incomingId: id, answersMailId: about?.id ?? null }
}

/** What becomes of a mail that came in: it is put with what it is about, needs nothing more, or is nobody's. */
export type Filing =
  | { outcome: 'filed'; about: { kind: string; id: string } }
  | { outcome: 'done' | 'spam' }

/** Files a mail that came in. Refuses one that is gone or filed already: somebody else was quicker. */
export async function fileIncoming(
  work: Work,
  id: string,
  filing: Filing,
): Promise<true | Refusal> {
  const about = filing.outcome === 'filed' ? filing.about : null
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('incoming_mails')
      .set({
        outcome: filing.outcome,
        filed_at: work.now,
        filed_by: actorLabel(work.actor),
        ...(about ? { about_kind: about.kind, about_id: about.id } : {}),
      })
      .where('id', '=', id)
      .where('filed_at', 'is', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows === 1n ? true : refuse(404, m('refused.no-incoming'))
}

/** Takes a filing back: the mail waits again, and what it was filed with stays as the suggestion. */
export async function unfileIncoming(work: Work, id: string): Promise<true | Refusal> {
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('incoming_mails')
      .set({ outcome: null, filed_at: null, filed_by: null })
      .where('id', '=', id)
      .where('filed_at', 'is not', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows === 1n ? true : refuse(404, m('refused.not-filed'))
}
