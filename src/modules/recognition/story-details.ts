import type { Entry } from '#kernel/chronicle'
import type { Translate } from '#kernel/messages'
import { clauses, labelled, type Language } from '#kernel/values'
import { learningStated, lineChanged, lineCorrected, stayStated } from './entries.ts'
import { m } from './messages/index.ts'
import type { Verdict } from './rules/types.ts'
import { stayLines } from './pages/case-facts.tsx'
import { correctionLines } from './pages/correction-words.ts'
import type { LineFacts } from './rules/line-facts.ts'
import type { StayFacts } from './rules/stay-types.ts'
import { credits, verdictMessage } from './pages/words.ts'
import { fromStored } from './stored.ts'

export interface StoryDetail {
  text: string
  /** A person's own words, in whatever language that is. */
  isTyped: boolean
}

/** What a reader's story says beside an entry: what was corrected or stated, and the reason that somebody gave. */
export function storyDetails(
  { type, personal, data }: Pick<Entry, 'type' | 'personal' | 'data'>,
  t: Translate,
  language: Language,
): StoryDetail[] {
  const { reason, secondReason, creditReason } = personal
  const why =
    typeof creditReason === 'string' && creditReason !== ''
      ? labelled(t(m('word.credit-reason')), creditReason, language)
      : ''
  return [
    ...(type === lineChanged.type ? [{ text: verdictIn(data, t, language), isTyped: false }] : []),
    ...suggestionIn({ type, personal }, t).map((text) => ({ text, isTyped: true })),
    ...changesIn({ type, personal }, t, language).map((text) => ({ text, isTyped: false })),
    ...[reason, secondReason, why].flatMap((said) =>
      typeof said === 'string' && said !== '' ? [{ text: said, isTyped: true }] : [],
    ),
  ]
}

/** What a person's word made of a line: the verdict before and after, and the credit that it gives. */
function verdictIn(data: Entry['data'], t: Translate, language: Language): string {
  const words = [data['from'], data['to']].map((verdict) => t(verdictMessage(verdict as Verdict)))
  const credit = data['credit']
  return clauses(
    [
      [...new Set(words)].join(' → '),
      ...(typeof credit === 'string' ? [t(credits(credit, language))] : []),
    ],
    language,
  )
}

/** Why a course was suggested that was then taken. The story of a line is the staff's. */
function suggestionIn({ type, personal }: Pick<Entry, 'type' | 'personal'>, t: Translate) {
  const { why } = (personal['suggestion'] ?? {}) as { why?: string }
  return type === lineChanged.type && why ? [t(m('told.suggestion-why', { why }))] : []
}

/** What an entry says anew, as far as no erasure has taken it out. */
function changesIn(
  { type, personal: { before, after, lines } }: Pick<Entry, 'type' | 'personal'>,
  t: Translate,
  language: Language,
): string[] {
  if (type === stayStated.type) {
    return after ? stayLines(fromStored<StayFacts>(after), t, language) : []
  }
  if (type === learningStated.type) {
    const stated = Array.isArray(lines)
      ? fromStored<{ before: LineFacts; after: LineFacts }[]>(lines)
      : []
    return stated.map((line) =>
      labelled(
        line.after.code,
        clauses(correctionLines(line.before, line.after, t, language), language),
        language,
      ),
    )
  }
  if (type !== lineCorrected.type || !before || !after) return []
  return correctionLines(fromStored<LineFacts>(before), fromStored<LineFacts>(after), t, language)
}
