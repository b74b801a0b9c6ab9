import { type Refusal, refuse } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'

/** The most characters of an appeal, of its answer and of the reasons for a revision. */
export const longestReasons = 8000

/** What was typed, line by line without anything that is no text. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainText).join('\n').trim()
}

/** Why reasons cannot be taken as they are, at their field; null where they can. */
export function reasonsFault(reasons: string, field: string): Refusal | null {
  const wrong: Message | null =
    reasons === ''
      ? m('refusal.reason')
      : reasons.length > longestReasons
        ? m('page.draft.too-long', { limit: longestReasons })
        : null
  return wrong && refuse(422, wrong, { [field]: wrong })
}
