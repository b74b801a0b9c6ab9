import type { Refusal, Work } from '#kernel/database'
import { sendMail } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { actPath } from '#kernel/notices'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'

/** A mail that asks one thing of somebody and lets them answer by its link. */
export interface AskedMail {
  to: { address: string; name: string; personId: string | null }
  language: Language
  subject: Message
  /** Who asks, and what, each a paragraph. */
  words: readonly Message[]
  /** By when, and how. */
  how: Message
  answer: Message
  token: string
  /** The institution that asks: its office reads what is answered by mail. */
  organisationId: string
  /** The case that it is about, where there is one. */
  caseId?: string | null
}

/** Sends it, in the language of whom it asks. */
export async function sendAskedMail(work: Work, mail: AskedMail): Promise<string | Refusal> {
  const { to, language } = mail
  const said = [m('content.mail.greeting', { name: to.name }), ...mail.words, mail.how]
  return sendMail(work, {
    to,
    language,
    subject: mail.subject,
    blocks: [
      ...said.map((message) => ({ kind: 'text' as const, message })),
      { kind: 'acts', acts: [{ label: mail.answer, href: actPath(mail.token) }] },
    ],
    secret: true,
    organisationId: mail.organisationId,
    ...(mail.caseId ? { about: { kind: 'recognition-case', id: mail.caseId } } : {}),
  })
}
