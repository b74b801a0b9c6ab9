import { entryType } from '#kernel/chronicle'

/** A mail was refused, was never taken, or came back. */
export const mailFailed = entryType<{ state: 'failed' | 'bounced' }, { reason: string }>(
  'mail.mail-failed',
)

/** A mail came in that is no report: an answer, a scan. */
export const mailReceived = entryType<{ attachments: number; automatic: boolean }>(
  'mail.mail-received',
)
