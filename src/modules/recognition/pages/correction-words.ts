import type { Translate } from '#kernel/messages'
import {
  formatDate,
  formatList,
  formatNumber,
  Fraction,
  labelled,
  type Language,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import { correctedFields, type LineFacts, type LineField } from '../rules/line-facts.ts'
import { kindName } from './learning-words.ts'
import { titleOf } from './words.ts'

/** What a correction changed, field by field: “Grade: 8 → 88”. */
export function correctionLines(
  before: LineFacts,
  after: LineFacts,
  t: Translate,
  language: Language,
): string[] {
  return correctedFields(before, after).map((field) =>
    labelled(
      t(fieldLabel(field)),
      t(
        m('correction.change', {
          before: factText(before, field, t, language),
          after: factText(after, field, t, language),
        }),
      ),
      language,
    ),
  )
}

/** What a field of a line is called. */
export function fieldLabel(field: LineField) {
  return m(`correction.field.${field}`)
}

/** A fact of a line as a reader writes it; a dash where the original says nothing. */
export function factText(
  facts: LineFacts,
  field: LineField,
  t: Translate,
  language: Language,
): string {
  switch (field) {
    case 'title':
      return Object.values(facts.title).filter(Boolean).join(' / ') || '–'
    case 'credit':
      return facts.credit ? formatNumber(facts.credit, language, 3) : '–'
    case 'hours':
      return hoursText(facts, language)
    case 'status':
      return facts.status ? t(m(`correction.status.${facts.status}`)) : '–'
    case 'completedOn':
      return facts.completedOn ? formatDate(facts.completedOn, language, 'medium') : '–'
    case 'kind':
      return facts.kind ? kindName(t, facts.kind) : '–'
    case 'evidence': {
      const seen = facts.evidence?.map((evidence) => t(m('fact.evidence', { evidence }))) ?? []
      return seen.length === 0 ? '–' : formatList(seen, language)
    }
    default:
      return facts[field] || '–'
  }
}

function hoursText({ hours }: LineFacts, language: Language): string {
  const parts = Object.values(hours ?? {}).filter((part) => part instanceof Fraction)
  return parts.length === 0 ? '–' : parts.map((part) => formatNumber(part, language, 3)).join(' + ')
}

/** The title that a form shows and, when it is typed anew, the language in which it is replaced. */
export function titleShown(facts: Pick<LineFacts, 'title'>, language: Language) {
  const { text, language: shown } = titleOf(facts.title, language)
  const own = Object.entries(facts.title).find(([, title]) => title === text)?.[0]
  return { text, language: shown, key: own ?? 'und' }
}
