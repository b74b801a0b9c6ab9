import type { ActCall, ActOver } from '#kernel/http'
import { m } from '../messages/index.ts'

/** What the link of a mail shows once it has no more to ask: that its answer was given, or that there is nothing to do. */
export function overOf(given: 'ranked' | 'evaluated' | 'reported' | null): ActOver {
  const said = given ?? ('nothing' as const)
  return {
    over: true,
    tone: given ? 'done' : 'info',
    title: m(`over.${said}.title`),
    text: m(`over.${said}.text`),
    next: null,
  }
}

/** What the link of a tutor or mentor shows whose place another has taken; null for any other link. */
export function passedOn({ link }: ActCall): ActOver | null {
  if (link.end !== 'given-away') return null
  return {
    over: true,
    tone: 'info',
    title: m('over.passed-on.title'),
    text: m('over.passed-on.text'),
    next: null,
  }
}
