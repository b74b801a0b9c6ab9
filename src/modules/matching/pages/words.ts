import type { Message, Translate } from '#kernel/messages'
import type { Call } from '#kernel/http'
import { countryName, formatNumber, isCountry, type Language, localeOf } from '#kernel/values'
import type { ListFault } from '../formats/round-lists.ts'
import { m } from '../messages/index.ts'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import { isCertified } from '../rules/round-methods.ts'
import type { RunState } from '../rules/sides.ts'
import type { RunRow } from '../queries/runs.ts'

/** What a page of matching takes of a call. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now'>

/** Where the pages of rounds begin. */
export const base = '/matching'

/** A country as a list writes it: by its code in the reader's words, else as it stands there. */
export function countryText(written: string, language: Language, t: Translate): string {
  const code = written.trim().toUpperCase()
  if (isCountry(code)) return countryName(code, language)
  return written === '' ? t(m('figures.unsaid')) : written
}

/** What is wrong with a row, with the row's number and the way to mend it. */
export function faultMessage(fault: ListFault): Message {
  return m(`fault.${fault.fault}`, { row: fault.row, of: fault.of, name: fault.name })
}

const stateTones: Record<RunState, 'info' | 'done' | 'harm' | 'quiet'> = {
  waiting: 'info',
  running: 'info',
  proved: 'done',
  unproved: 'harm',
  cancelled: 'quiet',
}

type StateOf = Pick<RunRow, 'state' | 'method' | 'published_at'>

/** What became of a run, in words; of a method that certifies nothing not that it is proved. */
export function stateOf({ state, method, published_at: published }: StateOf): {
  tone: 'info' | 'done' | 'harm' | 'quiet' | 'attention'
  label: Parameters<typeof m>[0]
} {
  const isTold = state === 'proved' && !isCertified(method)
  if (isTold) {
    return { tone: 'attention', label: published ? 'run.published-uncertified' : 'run.state.told' }
  }
  return { tone: stateTones[state], label: published ? 'run.published' : `run.state.${state}` }
}

/** A number of all with its percentage, which no line end parts: '12 (40%)'. */
export function shareText(part: number, whole: number, language: Language): string {
  const number = formatNumber(part, language)
  return whole === 0 ? number : `${number}\u00A0(${percentText(part / whole, language)})`
}

/** A share in percent: '40%'. */
export function percentText(share: number, language: Language): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return percent.format(share)
}

/** The kind of a mentor as sentences choose by it. */
export function kindOf(kind: MentorKind | ''): MentorKind | 'any' {
  return kind === '' ? 'any' : kind
}

/** A language by its name in the reader's. */
export function languageText(code: string, language: Language): string {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'code' })
  return names.of(code) ?? code
}

/** Languages by their codes, in words. */
export function languagesText(codes: string, language: Language): string {
  const names = codes
    .split(' ')
    .filter((code) => code !== '')
    .map((code) => languageText(code, language))
  return new Intl.ListFormat(localeOf(language), { type: 'unit', style: 'short' }).format(names)
}
