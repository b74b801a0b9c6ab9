import type { Call } from '#kernel/http'
import {
  dateInZone,
  type DateOnly,
  formatDate,
  formatDateRange,
  formatNumber,
  Fraction,
  type Language,
  type LocalText,
  localised,
} from '#kernel/values'
import { InItsLanguage, StateTag, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import type { MobilityState } from '../rules/states.ts'

/** What a page of mobility takes of a call. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>

/** Where the pages of mobility begin. */
export const base = '/mobility'

/** A refusal in the reader's words. */
export interface Shown {
  message: string
  fields: Record<string, string>
}

const stateTones: Record<MobilityState, Tone> = {
  waiting: 'attention',
  pending: 'attention',
  approved: 'info',
  live: 'info',
  returned: 'info',
  recognised: 'done',
  rejected: 'harm',
  cancelled: 'quiet',
}

/** Where a stay stands, in words and tone. */
export function stateOf({ t }: Pick<PageCall, 't'>, state: MobilityState) {
  return { tone: stateTones[state], label: t(m(`state.${state}`)) }
}

/** The same as a tag. */
export function StayState({ call, state }: { call: PageCall; state: MobilityState }) {
  const { tone, label } = stateOf(call, state)
  return <StateTag tone={tone}>{label}</StateTag>
}

/** Credit as the language writes numbers, exactly: at most three places. What is no number stays as it was written. */
export function creditWords(credit: string | Fraction, language: Language): string {
  const amount = typeof credit === 'string' ? Fraction.parse(credit) : credit
  return amount === null ? String(credit) : formatNumber(amount, language, 3)
}

/** A name in the reader's language. */
export function nameOf(names: LocalText, language: Language): string {
  return localised(names, language).text
}

/** A name in the reader's language or the next best, marked with the one that it is in. */
export function Named({ names, language }: { names: LocalText; language: Language }) {
  return <InItsLanguage {...localised(names, language)} />
}

/** The day in the reader's zone. */
export function todayOf({ now, timeZone }: Pick<PageCall, 'now' | 'timeZone'>): DateOnly {
  return dateInZone(now, timeZone)
}

/** A day in the reader's calendar. */
export function dayWords({ language }: Pick<PageCall, 'language'>, day: DateOnly): string {
  return formatDate(day, language, 'medium')
}

/** An instant as a day in the reader's calendar. */
export function dayOf(call: Pick<PageCall, 'language' | 'timeZone'>, at: Date): string {
  return dayWords(call, dateInZone(at, call.timeZone))
}

/** From when until when. */
export function datesOf(
  { language }: Pick<PageCall, 'language'>,
  { starts_on, ends_on }: Pick<StayRow, 'starts_on' | 'ends_on'>,
): string {
  return formatDateRange(starts_on, ends_on, language)
}

/** Whether the day has passed on which the next step was due. */
export function isLate(call: Pick<PageCall, 'now' | 'timeZone'>, stay: StayRow): boolean {
  return stay.next_due_on !== null && stay.next_due_on < todayOf(call)
}
