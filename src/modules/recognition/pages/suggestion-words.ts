import type { Message, Translate } from '#kernel/messages'
import { type Language, localised, type LocalText } from '#kernel/values'
import type { Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { Reason } from '../suggestions/reasons.ts'

/**
 * How likely a suggestion is, in a word: by its part among all that were looked at. Only what rests on a decision about
 * this very course is shown as settled; a likeness of words, however great, is not.
 */
export function chanceOf(
  share: number,
  reasons: readonly Reason[],
): { tone: Tone; label: Message } {
  if (reasons.some(isPrecedent)) return { tone: 'done', label: m('suggestion.chance.decided') }
  if (share >= 0.5) return { tone: 'info', label: m('suggestion.chance.likely') }
  if (share >= 0.15) return { tone: 'neutral', label: m('suggestion.chance.possible') }
  return { tone: 'quiet', label: m('suggestion.chance.unsure') }
}

/** Whether a reason is a decision that took this host course to this home course. */
export function isPrecedent(reason: Reason): boolean {
  return reason.kind === 'decided' && reason.weight > 0
}

/** Reasons below this part of the weightiest are not worth a reader's time. */
const leastPart = 0.06
const mostReasons = 4

/** The reasons that a reader is shown: the weightiest for it, then what speaks against it. */
export function shownReasons(reasons: readonly Reason[]): Reason[] {
  const told = reasons.filter((reason) => reason.kind !== 'rest')
  const most = Math.max(0, ...told.map((reason) => reason.weight))
  const speaking = told.filter((reason) => reason.weight > most * leastPart)
  const against = told.filter((reason) => reason.weight < -most * leastPart)
  return [...speaking.slice(0, mostReasons), ...against]
}

/** A reason as a message, or null for what is no fact worth saying. */
export function reasonMessage(
  reason: Reason,
  institutions: ReadonlyMap<string, LocalText>,
  language: Language,
): Message | null {
  switch (reason.kind) {
    case 'rest':
      return null
    case 'words':
      return m('suggestion.reason.words', { matched: reason.matched, total: reason.total })
    case 'translation':
      return m('suggestion.reason.translation', { ...reason.pair, titles: reason.titles })
    case 'spelling':
      return m('suggestion.reason.spelling', { ...reason.pair })
    case 'company':
      return m('suggestion.reason.company', { ...reason.pair })
    case 'kindred':
      return m('suggestion.reason.kindred', { ...reason.pair })
    case 'area':
      return areaMessage(reason)
    case 'letters': {
      const { letters, area } = reason
      if (letters === area) return m('suggestion.reason.same-letters', { area })
      return m('suggestion.reason.letters', { letters, area })
    }
    case 'area-words':
      return m('suggestion.reason.area-words', { area: reason.area })
    case 'order':
      return m('suggestion.reason.order', { hostCode: reason.hostCode, homeCode: reason.homeCode })
    case 'order-broken': {
      const { hostCode, homeCode } = reason
      return m('suggestion.reason.order-broken', { hostCode, homeCode })
    }
    case 'often':
      return m('suggestion.reason.often', { decisions: reason.decisions })
    case 'decided-title': {
      const institution = localised(institutions.get(reason.institution) ?? {}, language).text
      const { code, title } = reason
      return m('suggestion.reason.decided-title', { code, title, institution })
    }
    case 'decided-code':
      return m('suggestion.reason.decided-code', { decisions: reason.decisions })
    case 'decided':
      return m('suggestion.reason.decided', { decisions: reason.decisions })
    default:
      return m(`suggestion.reason.${reason.kind}`)
  }
}

function areaMessage(reason: Reason & { kind: 'area' }): Message {
  const { letters, area, decisions, here } = reason
  if (here > 0) return m('suggestion.reason.area-here', { here, letters, area })
  return m('suggestion.reason.area', { decisions, letters, area })
}

/** The reasons of a suggestion in one line, for a terminal and for the record. */
export function reasonsText(
  reasons: readonly Reason[],
  institutions: ReadonlyMap<string, LocalText>,
  t: Translate,
  language: Language,
): string {
  const texts = shownReasons(reasons)
    .filter((reason) => reason.weight > 0)
    .flatMap((reason) => reasonMessage(reason, institutions, language) ?? [])
    .map((message) => t(message))
  // Whole sentences with a capital each: in a list with “and” they would read as one broken one.
  return texts.join(' · ')
}
