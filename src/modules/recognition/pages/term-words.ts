import type { Call } from '#kernel/http'
import { isMessage } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { termArgument } from '../term-names.ts'

/** A term that stands for itself: in the reader's calendar, “2026/27, term 1”, else as the transcript writes it. */
export function termText({ t }: Pick<Call, 't'>, term: string): string {
  const named = termArgument(term)
  return isMessage(named) && named.key !== 'term.as-written'
    ? t(named)
    : t(m('page.case.term', { term }))
}
