import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { NoticeMail } from './schema.ts'

/** A kind of notice, declared by the module that gives it and offered among a person's choices. */
export interface NoticeKind {
  /** `module.noun-verb`. */
  name: string
  /** What the choice is called. */
  label: Message
  /** What happens where the person chose nothing. */
  mail: NoticeMail
  /** The ways that are offered; all unless said. */
  ways?: readonly NoticeMail[]
}

/** Declares a kind of notice; a daily digest is its default unless said. */
export function noticeKind(name: string, label: Message, mail: NoticeMail = 'daily'): NoticeKind {
  return { name, label, mail }
}

/** Something new waits for the person, or was given to them. */
export const taskOpened = noticeKind('tasks.task-opened', m('kind.task-opened'))

/** A task's day is near, or the day has come on which the person meant to do it. */
export const taskDue = noticeKind('tasks.task-due', m('kind.task-due'))

/** The person stands in for somebody, or no longer does. */
export const standInNotice = noticeKind('tasks.stand-in', m('kind.stand-in'), 'immediate')

/** The daily summary as a whole: whoever stops it gets none, whatever the kinds say. */
export const digestKind: NoticeKind = {
  ...noticeKind('notices.digest', m('kind.digest')),
  ways: ['daily', 'none'],
}

/** The kinds of notice of the kernel itself. */
export const noticeKinds: readonly NoticeKind[] = [taskOpened, taskDue, standInNotice, digestKind]
