import type { Call } from '#kernel/http'
import { formatNumber, formatPercent, formatYear, Fraction, localised } from '#kernel/values'
import type { BandSpan } from '#ui'
import { m } from '../messages/index.ts'
import type { GradeSpan, GradingTable, ReferenceGroup } from '../rules/grade-types.ts'
import { spansOf } from '../rules/grading-table.ts'
import type { GradeScale } from '../rules/types.ts'

type Reader = Pick<Call, 't' | 'language'>

export const gradingPath = '/recognition/grading-tables'
export const agreedPath = '/recognition/agreed-tables'

/** A reference group in a few words: cycle, field, years. */
export function groupText({ t, language }: Reader, group: ReferenceGroup): string {
  return [
    t(m('grading.cycle', { cycle: cycleKey(group.cycle) })),
    group.iscedF === null
      ? t(m('grading.all-fields'))
      : t(m('grading.field', { code: group.iscedF })),
    yearsText({ language }, group),
  ].join(' · ')
}

/** A cycle as the words choose by it: ICU takes no hyphen there. */
export function cycleKey(cycle: string | null): string {
  return cycle?.replace('-', '_') ?? 'all'
}

/** Academic years, each by the calendar year in which it begins. */
export function yearsText(
  { language }: Pick<Reader, 'language'>,
  { yearFrom, yearTo }: Pick<ReferenceGroup, 'yearFrom' | 'yearTo'>,
): string {
  const first = formatYear(yearFrom, language)
  return yearFrom === yearTo ? first : `${first}–${formatYear(yearTo, language)}`
}

/** How many grades a table counts, or that it holds percentages. */
export function sizeText({ t, language }: Reader, table: Pick<GradingTable, 'rows' | 'unit'>) {
  const whole = Fraction.sum(table.rows.map((row) => row.weight))
  if (table.unit === 'percent') return t(m('grading.in-percent'))
  return t(
    m('grading.grades', {
      count: Number(whole.toDecimal(0)),
      shown: formatNumber(whole, language, 0),
    }),
  )
}

/** The spans of a table for its picture. */
export function bandOf(
  { language }: Pick<Reader, 'language'>,
  rows: GradingTable['rows'],
): BandSpan[] {
  return spansOf(rows).map(({ label, from, to }) => ({
    label,
    size: formatPercent(to.subtract(from), language, 1),
    from: pixelShare(from),
    to: pixelShare(to),
  }))
}

/** A share as a picture needs it; nothing is calculated with it. */
export function pixelShare(share: Fraction): number {
  return Number(share.toDecimal(6))
}

/** From where to where a grade reaches, counted from the best. */
export function spanText({ language }: Pick<Reader, 'language'>, { from, to }: GradeSpan): string {
  return `${formatPercent(from, language, 2)} – ${formatPercent(to, language, 2)}`
}

/** The name of a scale for the reader. */
export function scaleName({ language }: Pick<Reader, 'language'>, scale: GradeScale): string {
  return localised(scale.name, language).text
}
