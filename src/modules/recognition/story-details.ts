import type { Entry } from '#kernel/chronicle'
import type { Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { correctionLines } from './pages/correction-words.ts'
import type { LineFacts } from './rules/line-facts.ts'
import { fromStored } from './stored.ts'

export interface StoryDetail {
  text: string
  /** A person's own words, in whatever language that is. */
  isTyped: boolean
}

/** What a reader's story says beside an entry: what was corrected, and the reason that somebody gave. */
export function storyDetails(
  { personal }: Pick<Entry, 'personal'>,
  t: Translate,
  language: Language,
): StoryDetail[] {
  const { before, after, reason } = personal
  const changes =
    before && after
      ? correctionLines(fromStored<LineFacts>(before), fromStored<LineFacts>(after), t, language)
      : []
  return [
    ...changes.map((text) => ({ text, isTyped: false })),
    ...(typeof reason === 'string' && reason !== '' ? [{ text: reason, isTyped: true }] : []),
  ]
}
