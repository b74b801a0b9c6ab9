import type { Call } from '#kernel/http'
import { formatAcademicYear, isAcademicYearId } from '#kernel/values'
import { m } from '../messages/index.ts'

/** A planned term in the reader's calendar: “2026/27, term 1”. */
export function termText({ t, language }: Pick<Call, 't' | 'language'>, term: string): string {
  const [year = '', number = ''] = term.split('-')
  if (!isAcademicYearId(year)) return term
  return t(m('plan.term-name', { year: formatAcademicYear(year, language), number }))
}

/** A term that stands for itself: in the reader's calendar where it is one of ours, else as the transcript writes it. */
export function termShown(call: Pick<Call, 't' | 'language'>, term: string): string {
  const text = termText(call, term)
  return text === term ? call.t(m('page.case.term', { term })) : text
}
