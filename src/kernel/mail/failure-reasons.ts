import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'

/** Why a mail was not delivered, as an office needs to know it. */
export type FailureReason =
  | 'no-mailbox'
  | 'no-host'
  | 'closed'
  | 'full'
  | 'too-large'
  | 'blocked'
  | 'no-answer'
  | 'other'

/** By the subject and detail of an enhanced status code (RFC 3463 §3, and the codes that IANA has added). */
const byDetail: Record<string, FailureReason> = {
  '1.0': 'no-mailbox',
  '1.1': 'no-mailbox',
  '1.2': 'no-host',
  '1.3': 'no-mailbox',
  '1.6': 'no-mailbox',
  '1.10': 'no-host',
  '2.1': 'closed',
  '2.2': 'full',
  '2.3': 'too-large',
  '3.4': 'too-large',
  '4.7': 'no-answer',
}

/** By the subject alone, where the detail says nothing that an office could act on. */
const bySubject: Record<string, FailureReason> = {
  '4': 'no-answer',
  '6': 'blocked',
  '7': 'blocked',
}

/** By the mail server's reply (RFC 5321 §4.2.3), where no enhanced code came with it. */
const byReply: Record<string, FailureReason> = {
  '550': 'no-mailbox',
  '551': 'no-mailbox',
  '552': 'full',
  '553': 'no-mailbox',
  '554': 'blocked',
  '556': 'no-host',
}

/**
 * The reason in a failure's words: its enhanced status code (RFC 3463), else the reply of the mail server (RFC 5321), else
 * that no server answered. What says none of these is `other`.
 */
export function failureReason(failure: string): FailureReason {
  const enhanced = /(?<![\d.])[245]\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(failure)
  if (enhanced !== null) {
    const [, subject, detail] = enhanced as unknown as [string, string, string]
    const known = byDetail[`${subject}.${detail}`] ?? bySubject[subject]
    if (known !== undefined) return known
  }
  const reply = /(?<!\d)(5\d\d)(?=[\s-])/.exec(failure)?.[1]
  if (enhanced === null && reply !== undefined && byReply[reply]) return byReply[reply]
  return failure.startsWith(noServerTookIt) ? 'no-answer' : 'other'
}

/** How the failure begins of a mail that no server took in all attempts. */
export const noServerTookIt = 'No server took it'

/** Why a mail was not delivered, in the reader's words. */
export function failureMessage(failure: string): Message {
  return m(`reason.${failureReason(failure)}`)
}
