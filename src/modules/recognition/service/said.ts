import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { TakenCourse } from '../queries/taken-courses.ts'
import type { StoredLanguages } from './word-languages.ts'

/** A second reason as an entry of the chronicle has it; nothing where there is none. */
export function secondIn({ second_reason: secondReason }: StoredLanguages) {
  return secondReason === null ? {} : { secondReason }
}

/** A person's word as it will stand on a line: its reason in its languages, and why it gives more credit than was found. */
export interface Said {
  reason: string
  spoken: StoredLanguages
  more: { reason: string } | null
}

/** The columns that say whose word a line has, since when and why. */
export function saidColumns(work: Work, { reason, spoken, more }: Said) {
  return {
    changed_by: personOf(work.actor),
    changed_at: work.now,
    change_reason: reason,
    ...spoken,
    credit_reason: more?.reason ?? null,
  }
}

/** The same as an entry of the chronicle has it, where an erasure reaches it. */
export function saidPersonally({ reason, spoken, more }: Said) {
  return { reason, ...secondIn(spoken), ...(more ? { creditReason: more.reason } : {}) }
}

/** A person may recognise more than the conversion gives, and says why. */
export function moreThanGiven(
  { creditReason }: { creditReason?: string | null },
  credit: Fraction | null,
  given: Fraction | null | undefined,
): Said['more'] | Refusal {
  if (credit === null || !given || credit.compare(given) <= 0) return null
  const reason = (creditReason ?? '').trim()
  if (reason !== '') return { reason: reason.slice(0, 1000) }
  const figures = { credit: credit.toDecimal(3), given: given.toDecimal(3) }
  const message = m('refusal.more-than-converted', figures)
  return refuse(422, message, { creditReason: message })
}

/** Where a home course is recognised already, for whoever would recognise it again. */
export function takenMessage(course: string, { line, number }: TakenCourse): Message {
  return line
    ? m('taken.line', { course, line: line.position + 1, code: line.code })
    : m('taken.case', { course, number })
}
