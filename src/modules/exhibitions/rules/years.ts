import type { Language } from '#kernel/values'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** When something was made: years of the common era (negative before it), either of which may be unknown. */
export interface MadeWhen {
  made_from: number | null
  made_until: number | null
  made_about: boolean
}

/**
 * When something was made, with its uncertainty, as the language counts years: Thai in the Buddhist era. Null where no
 * year is known.
 */
export function madeText({ made_from, made_until, made_about }: MadeWhen, language: Language) {
  const from = made_from === null ? null : yearText(made_from, language)
  const until = made_until === null ? null : yearText(made_until, language)
  if (from && until) {
    if (made_from === made_until) return made_about ? m('made.about', { year: from }) : from
    return m(made_about ? 'made.about-between' : 'made.between', { from, until })
  }
  if (from) return m('made.after', { year: from })
  return until ? m('made.before', { year: until }) : null
}

/** One year. The Buddhist era begins 543 years before the common one, which has no year 0. */
function yearText(year: number, language: Language): Message {
  const counted = language === 'th' ? (year > 0 ? year : year + 1) + 543 : year
  return counted > 0
    ? m('year.ce', { year: String(counted) })
    : m('year.bce', { year: String(-year) })
}
