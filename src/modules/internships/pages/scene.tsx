import type { Call } from '#kernel/http'
import {
  countryName,
  type DateOnly,
  formatDate,
  formatDateRange,
  formatMoney,
  formatNumber,
  type Language,
  money,
} from '#kernel/values'
import { type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { PositionRow } from '../queries/positions.ts'
import type { ApplicationState, HostState, PositionState } from '../schema.ts'

/** What a page of internships takes of a call. */
export type PageCall = Pick<
  Call,
  'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone' | 'actor'
>

/** Where the pages of internships begin. */
export const base = '/internships'

export const applicationTones: Record<ApplicationState, Tone> = {
  sent: 'info',
  offered: 'attention',
  accepted: 'done',
  declined: 'quiet',
  refused: 'quiet',
  withdrawn: 'quiet',
  lapsed: 'harm',
}
export const hostTones: Record<HostState, Tone> = {
  proposed: 'attention',
  vetted: 'done',
  suspended: 'harm',
}
export const positionTones: Record<PositionState, Tone> = {
  draft: 'quiet',
  published: 'done',
  closed: 'neutral',
}

/** A day in the reader's calendar. */
export function dayText(day: DateOnly, { language }: { language: Language }): string {
  return formatDate(day, language, 'medium')
}

/** From when to when. */
export function periodText(
  row: { startsOn: DateOnly; endsOn: DateOnly },
  { language }: { language: Language },
): string {
  return formatDateRange(row.startsOn, row.endsOn, language)
}

/** Where a position is: the city with its country, or that one works from anywhere. */
export function placeText(row: { city: string; country: string }, call: PageCall): string {
  const country = countryName(row.country, call.language)
  return call.t(m('place', { city: row.city, country }))
}

/** The stipend of a month, or that there is none. */
export function stipendText(
  position: Pick<PositionRow, 'stipendMinor' | 'stipendCurrency'>,
  call: Pick<PageCall, 't' | 'language'>,
): string {
  const { stipendMinor, stipendCurrency } = position
  if (stipendMinor === null || stipendCurrency === null) return call.t(m('stipend.none'))
  const amount = formatMoney(money(BigInt(stipendMinor), stipendCurrency), call.language)
  return call.t(m('stipend.month', { amount }))
}

/** The working language with its level: 'English B2'. */
export function languageText(
  position: Pick<PositionRow, 'language' | 'languageLevel'>,
  language: Language,
): string {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  return `${names.of(position.language) ?? position.language} ${position.languageLevel}`
}

/** Minutes as hours and minutes. */
export function durationText(minutes: number, call: Pick<PageCall, 't' | 'language'>): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const said = {
    hours: formatNumber(hours, call.language),
    minutes: formatNumber(rest, call.language),
  }
  return call.t(m(rest === 0 ? 'duration.hours' : 'duration.both', said))
}
