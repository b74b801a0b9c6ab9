import { createHash, randomUUIDv7 } from 'node:crypto'
import { type ParsedMail, simpleParser } from 'mailparser'
import { actorLabel, type Refusal, refuse, type Work } from '#kernel/database'
import { plainName } from './address.ts'
import { markFailed } from './delivery.ts'
import { mailReceived } from './entries.ts'
import { m } from './messages/index.ts'

/** The largest mail that is taken in. */
const longestMail = 25 * 1024 * 1024

/** What a mail that came in turned out to be. */
export type Incoming =
  | { kind: 'bounce'; mailId: string }
  /** A report that names no mail of ours, or only says that a delivery takes longer. */
  | { kind: 'report' }
  | { kind: 'mail'; incomingId: string; answersMailId: string | null }
  | { kind: 'known' }

/**
 * Takes in a mail as it came (RFC 5322), from a mailbox or a pipe. A report of a failed delivery (RFC 3464) marks the mail
 * that it is about as bounced; anything else is kept with its attachments, to be filed by somebody.
 */
export async function recordIncoming(work: Work, raw: Uint8Array): Promise<Incoming | Refusal> {
  if (raw.byteLength > longestMail) return refuse(413, m('refused.too-large'))
  const parsed = await simpleParser(Buffer.from(raw), {
    keepDeliveryStatus: true,
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 1_000_000,
  })
  if (parsed.headers.size === 0) return refuse(422, m('refused.no-mail'))
  const about = await mailNamedIn(work, parsed)
  if (isReport(parsed)) return recordReport(work, parsed, about)
  return keep(work, parsed, raw, about?.id ?? null)
}

/** Marks a mail that came in as filed. Refuses one that is gone or filed already. */
export async function fileIncoming(work: Work, id: string): Promise<true | Refusal> {
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('incoming_mails')
      .set({ filed_at: work.now, filed_by: actorLabel(work.actor) })
      .where('id', '=', id)
      .where('filed_at', 'is', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows === 1n ? true : refuse(404, m('refused.no-incoming'))
}

type OurMail = { id: string; person_id: string | null; secret: boolean; state: string }

async function recordReport(
  work: Work,
  parsed: ParsedMail,
  about: OurMail | null,
): Promise<Incoming> {
  const report = deliveryStatus(parsed)
  if (about === null || report === null || report.action !== 'failed') return { kind: 'report' }
  if (about.state !== 'sent' && about.state !== 'waiting') return { kind: 'report' }
  await markFailed(work, about, 'bounced', `${report.status} ${report.diagnostic}`.trim())
  return { kind: 'bounce', mailId: about.id }
}

function isReport(parsed: ParsedMail): boolean {
  const type = parsed.headers.get('content-type') as
    | { value?: string; params?: Record<string, string> }
    | undefined
  return (
    type?.value?.toLowerCase() === 'multipart/report' &&
    (type.params?.['report-type'] ?? '').toLowerCase() === 'delivery-status'
  )
}

/** The fields of the first recipient in the machine-readable part of a report. */
function deliveryStatus(
  parsed: ParsedMail,
): { action: string; status: string; diagnostic: string } | null {
  const part = parsed.attachments.find((each) => each.contentType === 'message/delivery-status')
  const text = part === undefined ? '' : part.content.toString('utf8').slice(0, 20_000)
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const action = field('Action').toLowerCase()
  if (action === '') return null
  const diagnostic = field('Diagnostic-Code').replace(/^\w+;\s*/, '')
  return { action, status: field('Status').slice(0, 20), diagnostic: diagnostic.slice(0, 400) }
}

/** The mail of ours that this one names: by the address it came to, by what it answers, or by what it returns. */
async function mailNamedIn(work: Work, parsed: ParsedMail): Promise<OurMail | null> {
  const returned = parsed.attachments
    .filter((part) => /^(message\/rfc822|text\/rfc822-headers)/.test(part.contentType))
    .map((part) => part.content.toString('latin1').slice(0, 20_000))
  const places = [
    ...['to', 'delivered-to', 'x-original-to', 'envelope-to'].map((name) => lineOf(parsed, name)),
    parsed.inReplyTo ?? '',
    [parsed.references ?? []].flat().join(' '),
    ...returned.map((text) => /^message-id:\s*(<[^>]*>)/im.exec(text)?.[1] ?? ''),
  ]
  const ids = places.flatMap((place) =>
    [...place.matchAll(/[+<]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/gi)].map((match) =>
      match[1]!.toLowerCase(),
    ),
  )
  if (ids.length === 0) return null
  const rows = await work.read
    .selectFrom('mails')
    .select(['id', 'person_id', 'secret', 'state'])
    .where('id', 'in', ids.slice(0, 20))
    .forUpdate()
    .execute()
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0] ?? null
}

function lineOf(parsed: ParsedMail, name: string): string {
  return parsed.headerLines
    .filter((line) => line.key === name)
    .map((line) => line.line)
    .join(' ')
}

async function keep(
  work: Work,
  parsed: ParsedMail,
  raw: Uint8Array,
  answers: string | null,
): Promise<Incoming> {
  const id = randomUUIDv7()
  const from = parsed.from?.value[0]
  const automatic = isAutomatic(parsed)
  const messageId = parsed.messageId ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`
  const known = await work.read
    .selectFrom('incoming_mails')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  if (known) return { kind: 'known' }
  const attachments = parsed.attachments.filter((part) => part.content.length > 0)
  const entry = mailReceived({
    object: { kind: 'incoming-mail', id },
    data: { attachments: attachments.length, automatic },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('incoming_mails')
      .values({
        id,
        message_id: messageId.slice(0, 900),
        answers_mail_id: answers,
        from_address: clean(from?.address ?? '').slice(0, 254),
        from_name: from?.name ? plainName(from.name) : null,
        subject: clean(parsed.subject ?? '').slice(0, 500),
        body: clean(parsed.text ?? '').slice(0, 100_000),
        automatic,
        received_at: work.now,
        filed_at: null,
        filed_by: null,
      })
      .execute()
    for (const part of attachments) {
      await tx
        .insertInto('incoming_mail_attachments')
        .values({
          id: randomUUIDv7(),
          mail_id: id,
          name: plainName(part.filename ?? 'attachment'),
          declared_type: clean(part.contentType).slice(0, 200),
          bytes: part.content,
        })
        .execute()
    }
  })
  return { kind: 'mail', incomingId: id, answersMailId: answers }
}

/** RFC 3834: an answer by a machine must not be answered, nor taken for a person's word. */
function isAutomatic(parsed: ParsedMail): boolean {
  const submitted = String(parsed.headers.get('auto-submitted') ?? 'no').toLowerCase()
  const precedence = String(parsed.headers.get('precedence') ?? '').toLowerCase()
  return !submitted.startsWith('no') || ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence)
}

/** Text columns take no NUL. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
