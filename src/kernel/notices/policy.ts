import { allow, type Rule } from '#kernel/access'
import { stopAction } from './links.ts'

/** A mail's own link stops mails of its kind, and does nothing else. */
export const noticeRules: readonly Rule[] = [allow('link', stopAction)]
