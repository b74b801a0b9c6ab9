import { Fraction } from '#kernel/values'
import { gradeKey } from './grades.ts'
import type { GradeRule, GradingTablePair } from './types.ts'
import type {
  Cycle,
  GradeSpan,
  GradingTable,
  GradingTableRow,
  Overlap,
  OverlapRule,
} from './grade-types.ts'

/** Fewer grades than this in a table of counts, and a page warns that chance moves its shares. */
export const smallSample = 100

/** Every grade of a table with its span. The weights are divided by their sum: a guide's table adds up to 99.9. */
export function spansOf(rows: readonly GradingTableRow[]): GradeSpan[] {
  const whole = Fraction.sum(rows.map((row) => row.weight))
  if (whole.isZero()) return []
  let sum = Fraction.zero
  return rows.map((row) => {
    const from = sum.divide(whole)
    sum = sum.add(row.weight)
    return { label: row.label, from, to: sum.divide(whole) }
  })
}

/**
 * The span of a grade as it is written; a number that the table does not list takes up nothing and
 * lies on the border between its neighbours. Null for a label that the table does not have, and for
 * a number beyond its ends on the failing side.
 */
export function spanOf(spans: readonly GradeSpan[], grade: string): GradeSpan | null {
  const wanted = gradeKey(grade)
  const listed = spans.find((span) => gradeKey(span.label) === wanted)
  if (listed) return listed
  const value = Fraction.parse(wanted)
  const numbers = spans.map((span) => Fraction.parse(gradeKey(span.label)))
  const known = numbers.filter((number) => number !== null)
  const [best, worst] = [known[0], known.at(-1)]
  if (!value || !best || !worst || known.length < 2) return null
  const same = numbers.findIndex((number) => number?.equals(value))
  if (same !== -1) return spans[same]!
  const falling = best.compare(worst) > 0
  const isWorse = (number: Fraction) => number.compare(value) < 0 === falling
  const next = numbers.findIndex((number) => number !== null && isWorse(number))
  if (next === -1) return null
  const at = spans[next]!.from
  return { label: grade.trim(), from: at, to: at }
}

/** A grade placed on another table, with all that lies under it. */
export interface Placement {
  home: string
  span: GradeSpan
  /** The home grades under the span, best first; empty where the span takes up nothing. */
  overlaps: Overlap[]
  /** Where the span is looked up for the average: its middle. */
  middle: Fraction
}

/**
 * Places a span on the home institution's spans. The best ('maximum') or worst ('minimum') home grade
 * that shares more than a border with it, or ('average') the one in which its middle lies; a middle on
 * a border belongs to the better grade. Null where the home table is empty.
 */
export function placeSpan(
  span: GradeSpan,
  homeSpans: readonly GradeSpan[],
  rule: OverlapRule,
): Placement | null {
  const overlaps = homeSpans.flatMap(({ label, from, to }) => {
    const share = Fraction.min(to, span.to).subtract(Fraction.max(from, span.from))
    return share.compare(Fraction.zero) > 0 ? [{ label, share }] : []
  })
  const middle = span.from.add(span.to).divide(Fraction.of(2))
  const given = homeSpans.filter((each) => each.to.compare(each.from) > 0)
  const atMiddle = given.find((each) => each.to.compare(middle) >= 0)
  if (!atMiddle) return null
  const best = overlaps[0] ?? atMiddle
  const worst = overlaps.at(-1) ?? atMiddle
  const home = { maximum: best, average: atMiddle, minimum: worst }[rule]
  return { home: home.label, span, overlaps, middle }
}

/** For which student and rule a table is sought. */
export interface GradingTableQuestion {
  institution: string
  scaleId: string
  cycle: Cycle | null
  /** The field of the student's degree programme, four digits. */
  iscedF: string | null
  /** How many digits of the field the rules ask to agree; 0 takes the table of all fields. */
  digits: 0 | 2 | 3 | 4
}

/**
 * The table of a reference group: same institution, scale and cycle, and the field cut to the digits
 * of the rules; else the table of the next broader field, and last the one of all fields or cycles.
 * Of several the one with the latest years, then the highest version.
 */
export function chooseGradingTable(
  tables: readonly GradingTable[],
  question: GradingTableQuestion,
): GradingTable | null {
  const field = question.iscedF?.slice(0, question.digits) ?? ''
  const fits = ({ institution, scaleId, group }: GradingTable) =>
    institution === question.institution &&
    scaleId === question.scaleId &&
    (group.cycle ?? question.cycle) === question.cycle &&
    (group.iscedF ?? '').length <= question.digits &&
    field.startsWith(group.iscedF ?? '')
  return (
    tables
      .filter(fits)
      .toSorted(
        (a, b) =>
          Number(a.group.cycle === null) - Number(b.group.cycle === null) ||
          (b.group.iscedF ?? '').length - (a.group.iscedF ?? '').length ||
          b.group.yearTo - a.group.yearTo ||
          b.version - a.version ||
          (a.id < b.id ? -1 : 1),
      )[0] ?? null
  )
}

/** A table with whose word it is: the institution's own, or a home institution's of another's grades. */
export interface HeldGradingTable {
  table: GradingTable
  enteredBy: string
}

/**
 * The tables of both sides for rules that convert by grading tables; undefined for other rules. What an
 * institution says of its own grades goes before what the home institution entered of them.
 */
export function gradingTablesFor(
  rule: GradeRule,
  held: readonly HeldGradingTable[],
  sides: { host: Side; home: Side; cycle: Cycle | null; iscedF: string | null },
): GradingTablePair | undefined {
  const rules = rule.method === 'first' ? rule.rules : [rule]
  const byTables = rules.find((each) => each.method === 'grading-table')
  if (!byTables) return undefined
  const { digits } = byTables
  const { cycle, iscedF } = sides
  const find = ({ institution, scaleId }: Side) => {
    const question = { institution, scaleId, cycle, iscedF, digits }
    const own = held.filter((each) => each.enteredBy === institution).map(({ table }) => table)
    const others = held.filter((each) => each.enteredBy !== institution).map(({ table }) => table)
    return chooseGradingTable(own, question) ?? chooseGradingTable(others, question)
  }
  return { host: find(sides.host), home: find(sides.home) }
}

interface Side {
  institution: string
  scaleId: string
}
