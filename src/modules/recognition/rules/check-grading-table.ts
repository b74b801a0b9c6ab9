import { Fraction } from '#kernel/values'
import { type GradingTableRow, type ReferenceGroup } from './grade-types.ts'
import { smallSample } from './grading-table.ts'

/** What stands in the way of a table ('error') or should be known of it ('warning'). */
export interface GradingTableFault {
  severity: 'error' | 'warning'
  fault:
    | 'no-grades'
    | 'one-grade'
    | 'no-weight'
    | 'years'
    | 'many-years'
    | 'small-sample'
    | 'percent-sum'
  /** The figure that the words need: a count, a sum, a number of years. */
  figure: string
}

/** The Users' Guide asks for the last two years at least; EGRACONS for two or three. */
const mostYearsOfOneGroup = 5

/**
 * Checks a table of passing grades: at least two grades, something counted, years in order. It warns of
 * few grades, of years too many to be one way of marking, and of percentages that do not add up to 100.
 */
export function gradingTableFaults(
  rows: readonly GradingTableRow[],
  unit: 'count' | 'percent',
  { yearFrom, yearTo }: Pick<ReferenceGroup, 'yearFrom' | 'yearTo'>,
): GradingTableFault[] {
  const faults: GradingTableFault[] = []
  const say = (severity: GradingTableFault['severity'], fault: GradingTableFault['fault']) => {
    faults.push({ severity, fault, figure: '' })
  }
  const whole = Fraction.sum(rows.map((row) => row.weight))
  if (rows.length === 0) say('error', 'no-grades')
  else if (whole.isZero()) say('error', 'no-weight')
  else if (rows.filter((row) => !row.weight.isZero()).length < 2) say('error', 'one-grade')
  if (yearTo < yearFrom) say('error', 'years')
  if (faults.length > 0) return faults
  const warn = (fault: GradingTableFault['fault'], figure: string) =>
    faults.push({ severity: 'warning', fault, figure })
  const years = yearTo - yearFrom + 1
  if (years > mostYearsOfOneGroup) warn('many-years', String(years))
  if (unit === 'count' && whole.compare(Fraction.of(smallSample)) < 0) {
    warn('small-sample', whole.toDecimal())
  }
  const hundred = Fraction.of(100)
  const gap = whole.subtract(hundred)
  const isOff = gap.compare(Fraction.one) > 0 || gap.compare(Fraction.of(-1)) < 0
  if (unit === 'percent' && isOff) warn('percent-sum', whole.toDecimal(3))
  return faults
}
