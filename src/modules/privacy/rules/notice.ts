import type { Message } from '#kernel/messages'
import type { FieldGroup, Purpose, TransferMethod } from '../consent-schema.ts'
import { m } from '../messages/index.ts'

/** Raised with every change of what the notice says, so that each consent tells which wording it was given under. */
export const noticeVersion = 1

/** What a person has to be told before they agree, in the reader's language where it has one. */
export interface NoticeFacts {
  purpose: Purpose
  exporter: string
  exporterCountry: string
  recipient: string
  recipientCountry: string
  contact: string
  method: TransferMethod
  keptMonths: number
  groups: readonly { group: FieldGroup; isSensitive: boolean }[]
  /** Whether it leaves the country in which it is held. */
  crossesBorder: boolean
}

/** One item of the notice: what it is about, and what it says. */
export interface NoticeItem {
  key: string
  term: Message
  value: Message
}

/**
 * The items of which a person must be told before consenting to a transfer: recipient, its country and contact, purpose,
 * method, how long it is kept, what refusing means, how to withdraw (PIPL Art. 39; PIPA Art. 28-8(2); PDPA s. 19 and 28;
 * GDPR Art. 13 and 49(1)(a)). The kinds of data stand beside, one line each, because each is allowed by itself.
 */
export function noticeItems(facts: NoticeFacts): NoticeItem[] {
  const { exporter, recipient } = facts
  const purpose = m(`purpose.${facts.purpose}`)
  const item = (key: string, term: Message, value: Message): NoticeItem => ({ key, term, value })
  return [
    item(
      'recipient',
      m('told.recipient'),
      m('told.recipient-value', { recipient, country: facts.recipientCountry }),
    ),
    item(
      'exporter',
      m('told.exporter'),
      m('told.exporter-value', { exporter, country: facts.exporterCountry }),
    ),
    item('purpose', m('told.purpose'), purpose),
    item('method', m('told.method'), m(`method.${facts.method}`)),
    item('kept', m('told.kept'), m('told.kept-value', { months: facts.keptMonths })),
    item('contact', m('told.contact'), m('told.contact-value', { contact: facts.contact })),
    ...(facts.crossesBorder
      ? [
          item(
            'abroad',
            m('told.abroad'),
            m('told.abroad-value', { country: facts.recipientCountry }),
          ),
        ]
      : []),
    item('refuse', m('told.refuse'), m('told.refuse-value')),
    item('withdraw', m('told.withdraw'), m('told.withdraw-value', { recipient })),
  ]
}

/** How one kind of data stands in the notice, with the word that the law gives it. */
export function groupWords({ group, isSensitive }: NoticeFacts['groups'][number]): Message {
  const name = m(`group.${group}`)
  return isSensitive ? m('told.sensitive', { group: name }) : name
}
