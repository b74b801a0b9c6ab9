import { type Refusal, refuse, type Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import { trueLanguage } from '../rules/reason-language.ts'

/** A reason with what was said of its language, and the same in a second one. */
export interface SpokenReason {
  reason: string
  /** In which language the reason is; without it, that of the page on which it was typed. */
  reasonLanguage?: Language | null
  /** The same in a second language. */
  secondReason?: { text: string; language: Language } | null
}

/** The languages of a reason as its letters show them, as they are stored. */
export interface StoredLanguages {
  change_reason_language: Language | null
  second_reason: string | null
  second_reason_language: Language | null
}

/** The same where the columns speak of nothing else than a reason. */
export function ofReason({ change_reason_language: reason_language, ...second }: StoredLanguages) {
  return { reason_language, ...second }
}

/** The languages of a reason as its letters show them; two in one language are no reason in two. */
export function spokenOf(work: Work, input: SpokenReason): StoredLanguages | Refusal {
  const first = trueLanguage(input.reason, input.reasonLanguage ?? work.language)
  const text = input.secondReason?.text.trim() ?? ''
  const language = text === '' ? null : trueLanguage(text, input.secondReason!.language)
  if (language !== null && language === first) return twiceTheSame()
  return {
    change_reason_language: first,
    second_reason: text || null,
    second_reason_language: language,
  }
}

function twiceTheSame(): Refusal {
  const message = m('word.second-same')
  return refuse(422, message, { secondReason: message })
}
