import { createHash } from 'node:crypto'
import { type ParsedMail, simpleParser } from 'mailparser'
import { type Refusal, refuse } from '#kernel/database'
import { plainName } from './address.ts'
import { m } from './messages/index.ts'

/** The largest mail that is taken in. */
export const longestMail = 25 * 1024 * 1024

/** So many attachments are kept one by one; of a mail with more only the mail itself is. */
const mostAttachments = 100

/** So much text is kept to be read; of a longer mail the original is kept too. */
const longestBody = 100_000

/** A mail that went round more servers than this goes in circles (RFC 5321 §6.3). */
const mostHops = 100

/** What a machine says of a delivery (RFC 3464). */
export interface DeliveryStatus {
  action: string
  /** The enhanced status code (RFC 3463), such as `5.1.1`. */
  status: string
  /** The mail server's own words. */
  diagnostic: string
}

/** A mail that came in, taken apart; nothing in it is believed. */
export interface ReadMail {
  messageId: string
  /** The same for the same mail delivered twice, by what it says and holds. */
  fingerprint: string
  /** The ids of mails of ours that it names: by its address, by what it answers, by what it returns; the best first. */
  names: string[]
  /** The id of ours by which it calls itself: a mail of ours that came back in a circle. */
  ownId: string | null
  /** The mail's address as the mail server has it names a mail of ours: the return path, to which only machines write. */
  cameToReturnPath: boolean
  isReport: boolean
  status: DeliveryStatus | null
  from: { address: string; name: string | null }
  subject: string
  body: string
  automatic: boolean
  attachments: { name: string; declaredType: string; bytes: Uint8Array }[]
}

/**
 * Takes a mail apart as it came (RFC 5322), outside of any transaction. One that cannot be taken apart is given back with
 * its original as the attachment, so that nothing is lost. Refuses what is too large, no mail at all, or goes in circles.
 * `to` is the address that the mail server delivers to.
 */
export async function readMail(
  raw: Uint8Array,
  { to = null }: { to?: string | null } = {},
): Promise<ReadMail | Refusal> {
  if (raw.byteLength > longestMail) return refuse(413, m('refused.too-large'))
  const parsed = await takeApart(raw)
  if (parsed === null || parsed.headers.size === 0) return refuse(422, m('refused.no-mail'))
  const hops = parsed.headerLines.filter(({ key }) => key === 'received').length
  if (hops > mostHops) return refuse(422, m('refused.loop'))
  const text = await textOf(parsed)
  const from = parsed.from?.value[0]
  const mail = {
    messageId: clean(parsed.messageId ?? '').slice(0, 900),
    names: namesIn(parsed, to),
    ownId: idsIn(parsed.messageId ?? '')[0] ?? null,
    cameToReturnPath: to !== null && idsIn(to).length > 0,
    isReport: isReport(parsed),
    status: deliveryStatus(parsed),
    from: {
      address: clean(from?.address ?? '').slice(0, 254),
      name: from?.name ? plainName(from.name) : null,
    },
    subject: clean(parsed.subject ?? '').slice(0, 500),
    body: (text ?? '').slice(0, longestBody),
    automatic: isAutomatic(parsed),
    attachments: attachmentsOf(parsed, raw, text === null || text.length > longestBody),
  }
  return { ...mail, fingerprint: fingerprintOf(mail) }
}

const options = {
  keepDeliveryStatus: true,
  skipImageLinks: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: 1_000_000,
}

interface Taken extends ParsedMail {
  isWhole: boolean
}

/** A parser may give up at what somebody built against it: then the header is read alone. */
async function takeApart(raw: Uint8Array): Promise<Taken | null> {
  try {
    return Object.assign(await simpleParser(Buffer.from(raw), options), { isWhole: true })
  } catch {
    try {
      const header = Buffer.from(headerOf(raw))
      return Object.assign(await simpleParser(header, options), { isWhole: false })
    } catch {
      return null
    }
  }
}

/** What is there to read; null where there is only markup that cannot be turned into text. */
async function textOf({ text, html }: ParsedMail): Promise<string | null> {
  if (text !== undefined && text.trim() !== '') return clean(text)
  if (typeof html !== 'string') return ''
  // Markup inside of several parts is turned into text only as a mail of its own.
  const alone = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n`
  const parsed = await simpleParser(
    Buffer.from(alone + Buffer.from(html).toString('base64')),
    options,
  )
  return parsed.text?.trim() ? clean(parsed.text) : null
}

/** The lines before the first empty one, within what any honest header needs. */
function headerOf(raw: Uint8Array): string {
  const start = Buffer.from(raw.subarray(0, 64 * 1024)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(start)
  const lines = (end === null ? start : start.slice(0, end.index)).split(/\r?\n/)
  // The body's own description would have the parser look for what is not there.
  const plain = lines.filter((line) => !/^(?:content-|mime-version)/i.test(line))
  return `${plain.join('\r\n')}\r\n\r\n`
}

function attachmentsOf(
  parsed: Taken,
  raw: Uint8Array,
  wantsOriginal: boolean,
): { name: string; declaredType: string; bytes: Uint8Array }[] {
  const original = { name: 'original.eml', declaredType: 'message/rfc822', bytes: raw }
  const parts = parsed.attachments.filter((part) => part.content.length > 0)
  if (!parsed.isWhole || parts.length > mostAttachments) return [original]
  const kept = parts.map((part) => ({
    name: plainName(part.filename ?? '') || nameFor(part.contentType),
    declaredType: clean(part.contentType).slice(0, 200),
    bytes: new Uint8Array(part.content),
  }))
  return wantsOriginal ? [...kept, original] : kept
}

function nameFor(contentType: string): string {
  return contentType === 'message/rfc822' ? 'message.eml' : 'attachment'
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

/** The fields of the first recipient in the machine-readable part of a report; RFC 6533 has its own type for it. */
function deliveryStatus(parsed: ParsedMail): DeliveryStatus | null {
  const part = parsed.attachments.find((each) =>
    /^message\/(?:global-)?delivery-status$/i.test(each.contentType),
  )
  const text = part === undefined ? '' : clean(part.content.toString('utf8').slice(0, 20_000))
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const action = field('Action').toLowerCase().slice(0, 20)
  if (action === '') return null
  const diagnostic = plainName(field('Diagnostic-Code').replace(/^[\w-]+;\s*/, ''))
  // A server may write a note in brackets behind the code.
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0] ?? ''
  return { action, status, diagnostic }
}

/** The mails of ours that this one names: by the address it came to, by what it answers, or by what it returns. */
function namesIn(parsed: ParsedMail, to: string | null): string[] {
  const returned = parsed.attachments
    .filter((part) =>
      /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)/i.test(
        part.contentType,
      ),
    )
    .map((part) => part.content.toString('latin1').slice(0, 20_000))
  const places = [
    to ?? '',
    ...['x-original-to', 'delivered-to', 'envelope-to', 'to'].map((name) => lineOf(parsed, name)),
    parsed.inReplyTo ?? '',
    [parsed.references ?? []].flat().join(' '),
    ...returned.map((text) => /^message-id:\s*(<[^>]*>)/im.exec(text)?.[1] ?? ''),
  ]
  return [...new Set(places.flatMap(idsIn))].slice(0, 20)
}

/** The ids in `box+ID@host` and `<ID@host>`. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/[+<]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/gi)].map((match) =>
    match[1]!.toLowerCase(),
  )
}

function lineOf(parsed: ParsedMail, name: string): string {
  return parsed.headerLines
    .filter((line) => line.key === name)
    .map((line) => line.line)
    .join(' ')
}

/** RFC 3834: an answer by a machine must not be answered, nor taken for a person's word. */
function isAutomatic(parsed: ParsedMail): boolean {
  const said = (name: string) =>
    lineOf(parsed, name)
      .replace(/^[^:]*:/, '')
      .trim()
      .toLowerCase()
  const submitted = said('auto-submitted')
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(said('precedence')) ||
    said('x-autoreply') !== '' ||
    said('return-path') === '<>'
  )
}

function fingerprintOf(mail: Omit<ReadMail, 'fingerprint'>): string {
  const hash = createHash('sha256')
  const parts = [mail.messageId, mail.from.address, mail.subject, mail.body]
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`)
  for (const { name, bytes } of mail.attachments) {
    hash.update(`${name.length}:${name}`).update(createHash('sha256').update(bytes).digest())
  }
  return `sha256:${hash.digest('hex')}`
}

/** Text columns take no NUL. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
