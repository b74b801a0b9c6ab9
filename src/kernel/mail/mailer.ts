import { createTransport } from 'nodemailer'
import type { Translator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { MailContent } from './content.ts'
import { addressOf, renderMail, type Rendering } from './render.ts'

/** How mail leaves this node. */
export interface MailerConfig {
  /** `smtp://user:password@host:587` or `smtps://…:465`; null holds every mail back, as in a demonstration. */
  smtpUrl: string | null
  /** `Weft <weft@example.org>`. */
  from: string
  /** Where reports of failed deliveries go, as `bounces@example.org`; each mail gets `bounces+<id>@…`. */
  bounceAddress?: string | null
  /** Scheme and host of this node. */
  origin: string
  translator: Translator
  /** Milliseconds to connect, to be greeted, and between two words of the server; 10, 10 and 30 seconds unless said. */
  timeouts?: { connect: number; greeting: number; silence: number }
}

/** A mail that is ready to leave. */
export interface Departure {
  id: string
  to: { address: string; name: string | null }
  language: Language
  content: MailContent
  settingsPath: string | null
  oneClickPath: string | null
  createdAt: Date
}

/** What became of it; `refused` is final, anything that may still succeed throws. */
export type DeliveryResult =
  | { kind: 'sent' }
  | { kind: 'held' }
  | { kind: 'refused'; reason: string }

/** Lets mail leave, or holds it. */
export interface Mailer {
  readonly config: MailerConfig
  deliver(mail: Departure): Promise<DeliveryResult>
  close(): void
}

/** Makes the mailer; without an SMTP address nothing ever leaves. */
export function createMailer(config: MailerConfig): Mailer {
  if (config.smtpUrl === null) {
    return { config, deliver: async () => ({ kind: 'held' }), close: () => {} }
  }
  const timeouts = config.timeouts ?? { connect: 10_000, greeting: 10_000, silence: 30_000 }
  const transport = createTransport({
    ...smtpOptions(new URL(config.smtpUrl)),
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    config,
    async deliver(mail) {
      try {
        await transport.sendMail(composed(config, mail))
        return { kind: 'sent' }
      } catch (error) {
        const { responseCode, response } = error as { responseCode?: number; response?: string }
        if (responseCode === undefined || responseCode < 500) throw error
        return { kind: 'refused', reason: (response ?? String(responseCode)).slice(0, 500) }
      }
    },
    close: () => transport.close(),
  }
}

/** The Message-ID of a mail, by which an answer or a report finds it. */
export function messageIdOf(id: string, from: string): string {
  return `<${id}@${hostOf(from)}>`
}

function composed(config: MailerConfig, mail: Departure) {
  const rendering = {
    language: mail.language,
    t: config.translator.for(mail.language),
    origin: config.origin,
    settingsPath: mail.settingsPath,
  }
  const { subject, text, html } = renderMail(mail.content, rendering)
  const to =
    mail.to.name === null ? mail.to.address : { name: mail.to.name, address: mail.to.address }
  return {
    from: config.from,
    to,
    subject,
    text,
    html,
    date: mail.createdAt,
    messageId: messageIdOf(mail.id, config.from),
    envelope: { from: returnPath(config, mail.id), to: [mail.to.address] },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
      ...unsubscribing(mail, rendering),
    },
  }
}

/** RFC 8058 where one click is enough, and it comes over TLS as the RFC demands; else RFC 2369, which leads to a page. */
function unsubscribing(mail: Departure, rendering: Rendering): Record<string, string> {
  const path = mail.oneClickPath ?? mail.settingsPath
  if (path === null) return {}
  const address = addressOf(path, rendering)
  const isOneClick = mail.oneClickPath !== null && address.startsWith('https:')
  return {
    'List-Unsubscribe': `<${address}>`,
    ...(isOneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  }
}

/** Variable envelope return path: the report of a failure comes to an address that names the mail. */
function returnPath(config: MailerConfig, id: string): string {
  if (!config.bounceAddress) return addressIn(config.from)
  const [box, host] = config.bounceAddress.split('@')
  return `${box}+${id}@${host}`
}

function addressIn(from: string): string {
  return /<([^<>]+)>/.exec(from)?.[1] ?? from.trim()
}

function hostOf(from: string): string {
  return addressIn(from).split('@')[1] ?? 'localhost'
}

function smtpOptions(url: URL) {
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(url.username === ''
      ? {}
      : {
          auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
          // A password never travels in the clear, whatever the server offers.
          requireTLS: !secure,
        }),
  }
}
