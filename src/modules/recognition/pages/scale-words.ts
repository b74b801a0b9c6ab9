import type { Call } from '#kernel/http'
import { formatNumber, type Fraction, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { Owned, SchemeUse } from '../queries/scales.ts'
import type { GradeScale, HoursRange } from '../rules/types.ts'
import { intakeText } from './rule-set-words.ts'

type Reader = Pick<Call, 't' | 'language'>

/** The name of a scheme or a scale for the reader. */
export function definitionName(
  { definition }: Owned<{ name: Parameters<typeof localised>[0] }>,
  language: Call['language'],
): string {
  return localised(definition.name, language).text
}

/** A scale in a few words: how many grades, or from where to where. */
export function scaleSummary({ t, language }: Reader, scale: GradeScale): string {
  if (scale.kind === 'steps') return t(m('scale.summary-steps', { count: scale.grades.length }))
  const number = (value: Fraction) => formatNumber(value, language, 4)
  return t(
    m('scale.summary-range', {
      lowest: number(scale.lowest),
      highest: number(scale.highest),
      mark: number(scale.passMark),
    }),
  )
}

/** A scale and the intakes to which it applies, in a few words. */
export function aboutScale(call: Reader, scale: GradeScale): string {
  return `${scaleSummary(call, scale)} · ${intakeText(call, scale)}`
}

/** Hours of class or of workload as a scheme gives them; a dash of words where it fixes none. Chinese has a word for each. */
export function hoursText(
  { t, language }: Reader,
  hours: HoursRange | null | undefined,
  of: 'class' | 'workload' = 'class',
): string {
  if (!hours) return t(m('scheme.open'))
  const from = formatNumber(hours.from, language, 4)
  const prefix = of === 'class' ? 'class-hours' : 'hours'
  if (!hours.to || hours.to.equals(hours.from)) return t(m(`scheme.${prefix}-value`, { from }))
  return t(m(`scheme.${prefix}-range`, { from, to: formatNumber(hours.to, language, 4) }))
}

/** Whose a scheme or scale is: an institution's, or shared. */
export function ownerText({ t, language }: Reader, row: Owned<unknown>): string {
  return row.ownerNames ? localised(row.ownerNames, language).text : t(m('scheme.shared'))
}

/** Which institutions use something, each with its intakes. */
export function usesText({ t, language }: Reader, uses: readonly SchemeUse[]): string[] {
  return uses.map(
    (use) =>
      `${localised(use.organisationNames, language).text}: ${intakeText({ t, language }, use)}`,
  )
}
