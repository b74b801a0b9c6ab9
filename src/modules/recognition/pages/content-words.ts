import { Fraction, formatPercent, type Language } from '#kernel/values'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { AnswerChoice } from '../schema-content.ts'

const named = [
  [Fraction.of(1, 2), 'content.share.half'],
  [Fraction.of(2, 3), 'content.share.two-thirds'],
  [Fraction.of(3, 4), 'content.share.three-quarters'],
  [Fraction.of(4, 5), 'content.share.four-fifths'],
] as const

/** A share as people say it: three quarters, or in percent where no such word is at hand. */
export function shareWords(share: Fraction, language: Language): Message {
  const known = named.find(([value]) => value.equals(share))
  return known
    ? m(known[1])
    : m('content.share.percent', { percent: formatPercent(share, language, 1) })
}

/** The words of an answer; what is "enough" is the share that was asked about. */
export function answerWords(
  choice: AnswerChoice,
  threshold: Fraction,
  language: Language,
): Message {
  return choice === 'enough'
    ? m('content.choice.enough', { share: shareWords(threshold, language) })
    : m(`content.choice.${choice}`)
}

/** The share that an answer stands for; null where it only says that it is too little, or nothing. */
export function shareOfAnswer(choice: AnswerChoice, threshold: Fraction): Fraction | null {
  if (choice === 'enough') return threshold
  return choice === 'half' ? Fraction.of(1, 2) : null
}
