import { type Call, localOf, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { parseDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import {
  type CommunityLabel,
  type Heritage,
  isLanguageTag,
  mostLabels,
} from '../rules/community.ts'

type Sent = Pick<Call, 'form'>

/** What a form says of a practice and its community; `faults` gets what cannot be read. */
export function heritageFrom(sent: Sent, faults: Record<string, Message>): Heritage {
  const text = (name: string, most: number) => valueOf(sent, name).slice(0, most)
  const grantedOn = valueOf(sent, 'granted_on')
  if (grantedOn !== '' && parseDate(grantedOn) === null) faults['granted_on'] = m('refusal.day')
  const heritage: Heritage = {
    vernacular: text('vernacular', 200),
    vernacularLanguage: languageFrom(sent, 'vernacular_language', faults),
    community: localOf(sent, 'community'),
    practitioners: text('practitioners', 1500),
    customaryAccess: localOf(sent, 'customary'),
    grantedBy: text('granted_by', 300),
    grantedOn,
    isCertified: valueOf(sent, 'certified') === 'yes',
  }
  return Object.fromEntries(
    Object.entries(heritage).filter(([, value]) =>
      typeof value === 'object' ? Object.keys(value).length > 0 : Boolean(value),
    ),
  )
}

/** The labels of a form, those without a word left out. */
export function labelsFrom(sent: Sent, faults: Record<string, Message>): CommunityLabel[] {
  return Array.from({ length: mostLabels }, (_each, at) => `label.${at}`).flatMap((name) => {
    const value = (part: string, most: number) => valueOf(sent, `${name}.${part}`).slice(0, most)
    const label = {
      name: value('name', 200),
      text: value('text', 4000),
      language: languageFrom(sent, `${name}.language`, faults) || null,
      community: value('community', 300),
      uri: value('uri', 500) || null,
    }
    if (label.name === '' && label.text === '') return []
    if (label.uri !== null && !/^https?:\/\/[^\s]+$/.test(label.uri))
      faults[`${name}.uri`] = m('refusal.label-address')
    if (label.name === '' || label.community === '') faults[`${name}.name`] = m('refusal.label')
    return [label]
  })
}

function languageFrom(sent: Sent, name: string, faults: Record<string, Message>): string {
  const tag = valueOf(sent, name)
  if (tag !== '' && !isLanguageTag(tag)) faults[name] = m('refusal.language-tag')
  return tag
}
