import type { Refusal, Work } from '#kernel/database'
import { type Call, refusalWords } from '#kernel/http'
import { isLanguage, type Language, localised, sortByText } from '#kernel/values'
import { type Option } from '#ui'
import type { Shown } from '../pages/words.tsx'
import type { Institution } from '../queries/choices.ts'
import { stayById, type StayRow } from '../queries/stays.ts'

/** Loads the stay of an address such as `/mobility/:id/…`. */
export function loadStay(work: Work, params: Record<string, string>): Promise<StayRow | null> {
  return stayById(work, params['id'] ?? '')
}

/** A refusal in the reader's words. */
export function shown(call: Pick<Call, 't'>, refusal: Refusal | null): Shown | null {
  return refusal && refusalWords(call, refusal)
}

/** Institutions as a choice, in the reader's order. */
export function optionsOf(call: Pick<Call, 'language'>, rows: readonly Institution[]): Option[] {
  const named = rows.map(({ id, names }) => {
    const { text, language } = localised(names, call.language)
    return { value: id, label: text, labelLanguage: language }
  })
  return sortByText(named, call.language, ({ label }) => label)
}

/** The page's language, with the one that the address names beside it; else English, or Thai beside English. */
export function pairOf(call: Pick<Call, 'language' | 'query'>): [Language, Language] {
  const asked = call.query.get('with')
  if (asked !== null && isLanguage(asked)) return [call.language, asked]
  return [call.language, call.language === 'en' ? 'th' : 'en']
}
