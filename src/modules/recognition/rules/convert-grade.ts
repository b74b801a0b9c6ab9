import { Fraction } from '#kernel/values'
import { bavarianGrade, roundBavarian, scaleEnds, type ScaleEnds } from './bavarian-formula.ts'
import { bandOf, contains, gradeKey, readGrade } from './grades.ts'
import type { GradeReading } from './grades.ts'
import { placeSpan, smallSample, spanOf, spansOf } from './grading-table.ts'
import type { GradeSpan, GradingTable } from './grade-types.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type {
  AgreedTable,
  GradeConversion,
  GradeMethod,
  GradeRule,
  GradeScale,
  GradeTableRow,
  GradingTablePair,
} from './types.ts'

/** Both scales, and the grading tables where the rules convert by them. */
export interface ConversionContext {
  hostScale: GradeScale
  homeScale: GradeScale
  gradingTables?: GradingTablePair | undefined
}

type RuleOf<Method extends GradeMethod> = Extract<GradeRule, { method: Method }>
type SingleRule = RuleOf<GradeMethod>
type Answer =
  | { ok: true; conversion: GradeConversion; reason: Reason }
  | { ok: false; reason: Reason }

/**
 * The grade as entered at home by the method that the rules fixed. A missing row, table or end is a
 * reason and nothing is interpolated; only the methods 'record' and 'table' say anything of a grade that
 * did not pass.
 */
export function convertGrade(grade: string, rule: GradeRule, context: ConversionContext): Answer {
  const single = ruleFor(rule, context)
  if (!single) return { ok: false, reason: reason('open', 'reason.grade.no-method', { grade }) }
  switch (single.method) {
    case 'record':
      return recorded(grade, single.label)
    case 'table':
      return byAgreedTable(grade, single, context)
    case 'grading-table':
      return byGradingTable(grade, single, context)
    case 'bavarian':
      return byBavarianFormula(grade, single, context)
  }
}

/** The one method that applies to these scales and tables; it does not depend on the grade. Null where none does. */
export function ruleFor(rule: GradeRule, context: ConversionContext): SingleRule | null {
  if (rule.method !== 'first') return rule
  return rule.rules.find((each) => applies(each, context)) ?? null
}

function applies(rule: SingleRule, context: ConversionContext): boolean {
  switch (rule.method) {
    case 'record':
      return true
    case 'table':
      return isFor(rule, context)
    case 'grading-table':
      return Boolean(context.gradingTables?.host && context.gradingTables.home)
    case 'bavarian':
      return rule.homeScaleId === context.homeScale.id && endsFor(rule, context) !== null
  }
}

function recorded(grade: string, label: string): Answer {
  return {
    ok: true,
    conversion: {
      method: 'record',
      hostGrade: grade,
      homeGrade: label,
      points: null,
      inputs: { label },
      steps: [reason('note', 'reason.grade-step.recorded', { label })],
    },
    reason: reason('note', 'reason.grade.recorded', { label }),
  }
}

/** A conversion that led to a grade of the home scale. */
function converted(
  found: Pick<GradeConversion, 'method' | 'hostGrade' | 'homeGrade'> &
    Required<Pick<GradeConversion, 'inputs' | 'steps'>> &
    Pick<GradeConversion, 'overlaps'>,
  homeScale: GradeScale,
): Answer {
  const placed = readGrade(homeScale, found.homeGrade)
  const points = placed.kind === 'grade' ? placed.points : null
  const args = { grade: found.hostGrade, home: found.homeGrade }
  return {
    ok: true,
    conversion: { ...found, points },
    reason: reason('note', reasonKeys[found.method], args),
  }
}

const reasonKeys = {
  record: 'reason.grade.recorded',
  table: 'reason.grade.converted',
  'grading-table': 'reason.grade.by-grading-table',
  bavarian: 'reason.grade.by-formula',
} as const

function isFor(rule: AgreedTable, { hostScale, homeScale }: ConversionContext): boolean {
  return rule.hostScaleId === hostScale.id && rule.homeScaleId === homeScale.id
}

function byAgreedTable(grade: string, rule: AgreedTable, context: ConversionContext): Answer {
  const { hostScale, homeScale } = context
  const read = readGrade(hostScale, grade)
  const row = isFor(rule, context) ? rule.rows.find((each) => rowFits(each, read)) : undefined
  if (!row) return { ok: false, reason: reason('open', 'reason.grade.no-row', { grade }) }
  const range = 'label' in row.host ? null : row.host
  const steps = [
    range
      ? reason('note', 'reason.grade-step.row-range', { ...range, grade, home: row.home })
      : reason('note', 'reason.grade-step.row', { grade, home: row.home }),
  ]
  const inputs: Record<string, string> = {
    hostScale: hostScale.id,
    homeScale: homeScale.id,
    hostGrade: grade,
  }
  if (rule.tableId !== undefined) inputs['table'] = rule.tableId
  if (rule.tableVersion !== undefined) inputs['tableVersion'] = String(rule.tableVersion)
  return converted(
    { method: 'table', hostGrade: grade, homeGrade: row.home, inputs, steps },
    homeScale,
  )
}

function rowFits(row: GradeTableRow, read: GradeReading): boolean {
  if (read.kind !== 'grade') return false
  if ('label' in row.host) return gradeKey(row.host.label) === gradeKey(read.label)
  return read.value !== null && contains(row.host, read.value)
}

/** What only passing grades have: a place among passing grades, a value between best and pass. */
function notPassed(grade: string, read: GradeReading): Answer | null {
  if (read.kind === 'unreadable') {
    return { ok: false, reason: reason('open', 'reason.grade.unreadable', { grade }) }
  }
  if (read.kind === 'grade' && !read.passed) {
    return { ok: false, reason: reason('note', 'reason.grade.fail-unconverted', { grade }) }
  }
  if (read.kind === 'grade' && read.rank) return null
  return { ok: false, reason: reason('open', 'reason.grade.word-unconverted', { grade }) }
}

function byGradingTable(
  grade: string,
  rule: RuleOf<'grading-table'>,
  { hostScale, homeScale, gradingTables }: ConversionContext,
): Answer {
  const { host, home } = gradingTables ?? { host: null, home: null }
  if (!host || !home) {
    const side = host ? 'home' : 'host'
    return { ok: false, reason: reason('open', 'reason.grade.no-grading-table', { side }) }
  }
  const read = readGrade(hostScale, grade)
  const failed = notPassed(grade, read)
  if (failed) return failed
  const span = spanIn(spansOf(host.rows), grade, read, hostScale)
  const placement = span && placeSpan(span, spansOf(home.rows), rule.overlap)
  if (!placement) {
    return { ok: false, reason: reason('open', 'reason.grade.not-in-table', { grade }) }
  }
  const { overlaps, middle } = placement
  const steps = [
    ...groupSteps(host, home),
    spanStep(grade, placement.span),
    ...overlaps.map(({ label, share }) =>
      reason('note', 'reason.grade-step.overlap', { home: label, share: exactly(share) }),
    ),
    ...(rule.overlap === 'average'
      ? [reason('note', 'reason.grade-step.middle', { middle: exactly(middle) })]
      : []),
    reason('note', 'reason.grade-step.choice', { rule: rule.overlap, home: placement.home }),
  ]
  const inputs = {
    hostTable: host.id,
    hostTableVersion: String(host.version),
    homeTable: home.id,
    homeTableVersion: String(home.version),
    from: placement.span.from.toString(),
    to: placement.span.to.toString(),
    overlap: rule.overlap,
  }
  const found = { method: 'grading-table' as const, hostGrade: grade, homeGrade: placement.home }
  return converted({ ...found, inputs, steps, overlaps }, homeScale)
}

/** A mark is looked up as it stands, then by the letter of its band, in which a table may count it. */
function spanIn(
  spans: readonly GradeSpan[],
  grade: string,
  read: GradeReading,
  scale: GradeScale,
): GradeSpan | null {
  const own = spanOf(spans, grade)
  if (own || scale.kind !== 'range' || read.kind !== 'grade' || !read.value) return own
  const band = bandOf(scale, read.value)
  return band && spanOf(spans, band.label)
}

function groupSteps(host: GradingTable, home: GradingTable): Reason[] {
  return (
    [
      ['host', host],
      ['home', home],
    ] as const
  ).flatMap(([side, table]) => {
    const { group, unit } = table
    const whole = Fraction.sum(table.rows.map((row) => row.weight))
    const args = {
      side,
      cycle: group.cycle?.replace('-', '_') ?? 'all',
      field: group.iscedF ?? 'all',
      from: dayArgument(`${group.yearFrom}-07-01`),
      to: dayArgument(`${group.yearTo}-07-01`),
      count: whole,
      unit,
    }
    const isSmall = unit === 'count' && whole.compare(Fraction.of(smallSample)) < 0
    return [
      reason('note', 'reason.grade-step.group', args),
      ...(isSmall ? [reason('note', 'reason.grade-step.small-group', { side, count: whole })] : []),
    ]
  })
}

function spanStep(grade: string, { from, to }: GradeSpan): Reason {
  if (from.equals(to)) {
    return reason('note', 'reason.grade-step.border', { grade, at: exactly(from) })
  }
  return reason('note', 'reason.grade-step.span', { grade, from: exactly(from), to: exactly(to) })
}

function exactly(share: Fraction): string {
  return share.toDecimal(6)
}

function endsFor(rule: RuleOf<'bavarian'>, { hostScale }: ConversionContext): ScaleEnds | null {
  return rule.ends.find((each) => each.hostScaleId === hostScale.id) ?? scaleEnds(hostScale)
}

function byBavarianFormula(
  grade: string,
  rule: RuleOf<'bavarian'>,
  context: ConversionContext,
): Answer {
  const { hostScale, homeScale } = context
  const read = readGrade(hostScale, grade)
  const failed = notPassed(grade, read)
  if (failed) return failed
  const ends = endsFor(rule, context)
  const value = read.kind === 'grade' ? (read.value ?? read.points) : null
  const result = ends && value && bavarianGrade(value, ends)
  if (!ends || !value || !result) {
    return { ok: false, reason: reason('open', 'reason.grade.no-ends', { grade }) }
  }
  if (result.compare(Fraction.one) < 0) {
    const { best, pass } = ends
    return { ok: false, reason: reason('open', 'reason.grade.beyond-ends', { grade, best, pass }) }
  }
  const home = roundBavarian(result, rule.rounding, rule.steps)
  const homeGrade = home.toDecimal(1).includes('.') ? home.toDecimal(1) : `${home.toDecimal(1)}.0`
  const figures = { best: ends.best, pass: ends.pass, value }
  const steps = [
    reason('note', 'reason.grade-step.formula', { ...figures, result }),
    reason('note', 'reason.grade-step.rounding', { rounding: rule.rounding, home: homeGrade }),
  ]
  const inputs = {
    best: ends.best.toString(),
    grade: value.toString(),
    pass: ends.pass.toString(),
    result: result.toString(),
    rounding: rule.rounding,
  }
  return converted({ method: 'bavarian', hostGrade: grade, homeGrade, inputs, steps }, homeScale)
}
