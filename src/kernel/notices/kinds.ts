import type { Message } from '#kernel/messages'
import type { NoticeMail } from './schema.ts'

/** A kind of notice, declared by the module that gives it and offered among a person's choices. */
export interface NoticeKind {
  /** `module.noun-verb`. */
  name: string
  /** What the choice is called. */
  label: Message
  /** What happens where the person chose nothing. */
  mail: NoticeMail
}

/** Declares a kind of notice; a daily digest is its default unless said. */
export function noticeKind(name: string, label: Message, mail: NoticeMail = 'daily'): NoticeKind {
  return { name, label, mail }
}
