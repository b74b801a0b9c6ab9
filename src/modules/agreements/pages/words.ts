import type { Call } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  dateInZone,
  formatAcademicYear,
  formatDate,
  formatList,
  formatNumber,
  type Language,
  type LocalText,
  localised,
} from '#kernel/values'
import type { Tone } from '#ui'
import { writeFields } from '../formats/condition-cells.ts'
import { m } from '../messages/index.ts'
import type { AgreementState } from '../rules/agreement.ts'
import {
  type Condition,
  type ConditionField,
  eachPartner,
  isOfStudents,
  type LanguageSkill,
} from '../rules/conditions.ts'

/** What a page of agreements takes of a call. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>

/** Where the pages of agreements begin. */
export const base = '/agreements'

export const stateTones: Record<AgreementState, Tone> = {
  draft: 'quiet',
  proposed: 'attention',
  rejected: 'harm',
  withdrawn: 'quiet',
  'in-force': 'done',
  changing: 'attention',
  terminated: 'quiet',
}

/** What a page says above its content after a refusal. */
export interface Shown {
  message: string
  fields: Record<string, string>
}

/** Names of partners and units, for whoever reads conditions. */
export interface Names {
  partner: (id: string) => string
  unit: (id: string) => string
}

/** A name in the reader's language. */
export function nameOf(names: LocalText, language: Language): string {
  return localised(names, language).text
}

/** A day in the reader's calendar. */
export function dayOf(at: Date, { language, timeZone }: Pick<PageCall, 'language' | 'timeZone'>) {
  return formatDate(dateInZone(at, timeZone), language, 'medium')
}

/** From when to when, in academic years of the reader's calendar. */
export function yearsText(
  first: string | null,
  last: string | null,
  { language, t }: Pick<PageCall, 'language' | 't'>,
): string {
  if (first === null || last === null) return '–'
  const from = formatAcademicYear(first, language)
  if (first === last) return from
  return t(m('years.range', { from, until: formatAcademicYear(last, language) }))
}

/** Languages with their CEFR levels: 'English B2, French'. */
export function languagesText(languages: readonly LanguageSkill[], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  return formatList(
    languages.map((each) => [called(names, each.language), each.level].filter(Boolean).join(' ')),
    language,
  )
}

function called(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** One part of a condition in the reader's words. */
export function fieldText(
  condition: Condition,
  field: ConditionField,
  { language, t }: { language: Language; t: Translate },
  names: Names,
): string {
  const partner = (id: string) => (id === eachPartner ? t(m('partner.each')) : names.partner(id))
  switch (field) {
    case 'kind':
      return t(m(`kind.${condition.kind}`))
    case 'sending':
    case 'receiving':
      return partner(condition[field])
    case 'sendingUnit':
    case 'receivingUnit':
      return condition[field] === '' ? t(m('unit.whole')) : names.unit(condition[field])
    case 'firstYear':
    case 'lastYear':
      return condition[field] === '' ? '–' : formatAcademicYear(condition[field], language)
    case 'seats':
      return formatNumber(condition.seats, language)
    case 'shared':
      return t(m(condition.shared ? 'quota.pool' : 'quota.pair'))
    case 'amount':
      return amountText(condition, { language, t })
    case 'languages':
      return languagesText(condition.languages, language) || '–'
    case 'fields':
      return writeFields(condition.fields) || t(m('fields.all'))
    case 'levels':
      return condition.levels.length === 0
        ? t(m('levels.all'))
        : formatList(
            condition.levels.map((level) => formatNumber(level, language)),
            language,
          )
    case 'blended':
      return t(m(condition.blended ? 'blended.yes' : 'blended.no'))
    case 'terms':
      return condition.terms || '–'
  }
}

/** Months for students or days for staff, in total a year. */
function amountText(
  condition: Condition,
  { language, t }: { language: Language; t: Translate },
): string {
  if (condition.amount === null) return '–'
  const count = formatNumber(Number(condition.amount), language)
  return t(m(isOfStudents(condition.kind) ? 'amount.months' : 'amount.days', { count }))
}
