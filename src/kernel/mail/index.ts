import './schema.ts'
import { mailFailed, mailReceived } from './entries.ts'
import { m } from './messages/index.ts'

export { isMailAddress, plainName } from './address.ts'
export type { MailAct, MailBlock, MailContent, MailItem } from './content.ts'
export { deliverMail } from './delivery.ts'
export { forgetOldMails, forgetOldMailsJob, forgottenBefore } from './forget-old.ts'
export { fileIncoming, recordIncoming, unfileIncoming } from './incoming.ts'
export type { Filing, Incoming } from './incoming.ts'
export { longestMail, readMail } from './read-mail.ts'
export type { ReadMail } from './read-mail.ts'
export { createMailer } from './mailer.ts'
export type { Mailer, MailerConfig } from './mailer.ts'
export { m as mailMessages } from './messages/index.ts'
export { failureMessage } from './failure-reasons.ts'
export { countMails, incomingAttachment, incomingMail, incomingMails } from './incoming-queries.ts'
export type { IncomingFilter, IncomingMail, IncomingView } from './incoming-queries.ts'
export { outbox, outboxCount, returnedMails, unreachableAddresses } from './queries.ts'
export type { OutboxFilter, OutboxMail, ReturnedMail } from './queries.ts'
export { renderMail } from './render.ts'
export type { RenderedMail, Rendering } from './render.ts'
export type { MailState } from './schema.ts'
export {
  eraseMailsAbout,
  erasePersonMails,
  exportPersonMails,
  incomingAbout,
  mailData,
  mergePersonMails,
  sentAbout,
} from './personal-data.ts'
export { forgetMail, sendMail } from './send.ts'
export type { SendMail } from './send.ts'

/** The kinds of entry that mail writes, with their words. */
export const mailEntries = [
  { type: mailFailed.type, label: () => m('entry.mail-failed') },
  { type: mailReceived.type, label: () => m('entry.mail-received') },
]
