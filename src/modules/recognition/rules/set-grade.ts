import { Fraction } from '#kernel/values'
import { type Context, listed } from './context.ts'
import type { Candidate } from './candidate.ts'
import { gradeOf, type LineReading } from './evaluate-line.ts'
import { convertGrade } from './convert-grade.ts'
import { minimumText, readGrade } from './grades.ts'
import { type Reason, reason } from './reasons.ts'
import type { GradeScale } from './types.ts'

/**
 * The grade of lines that count together: the entry at home, and, where the rule set compares their
 * mean by credit instead of each grade, that comparison. A line alone keeps what was found for it.
 */
export function gradeOfSet(candidate: Candidate, context: Context): void {
  const { lines } = candidate
  if (lines.length === 1) {
    candidate.gradeConversion = lines[0]!.gradeConversion
    return
  }
  if (context.input.ruleSet.setGrade === 'credit-weighted') compareMean(candidate, context)
  enterGrade(candidate, context)
}

function compareMean(candidate: Candidate, context: Context): void {
  const { hostScale, homeScale, input } = context
  const minimum = input.ruleSet.minimumGrade
  if (!minimum || !hostScale || !homeScale) return
  const required = minimumText(homeScale, minimum.label)
  const threshold = thresholdOf(context, minimum.label)
  const mean = threshold === null ? null : meanGrade(candidate.lines, hostScale)
  const least = threshold === null ? null : quantity(hostScale, threshold)
  if (mean === null || least === null) {
    candidate.before.push(reason('open', 'reason.set.grade-open', { required }))
    return
  }
  const better = hostScale.kind === 'range' && hostScale.better === 'lower' ? -1 : 1
  const met = mean.compare(least) * better >= 0
  const args = { grade: mean, required, threshold: threshold! }
  candidate.before.push(
    met
      ? reason('for', 'reason.set.grade-met', args)
      : reason('against', 'reason.set.grade-below', args),
  )
}

/** What the minimum is on the host's scale: the same label on a shared scale, else the agreed correspondence. */
function thresholdOf({ hostScale, homeScale, input }: Context, label: string): string | null {
  if (hostScale!.id === homeScale!.id) return label
  const wanted = label.normalize('NFKC').trim().toUpperCase()
  const agreed = input.correspondences.find(
    (each) =>
      each.hostScaleId === hostScale!.id &&
      each.homeScaleId === homeScale!.id &&
      each.home.normalize('NFKC').trim().toUpperCase() === wanted,
  )
  return agreed?.host ?? null
}

/** A grade as a number that can be averaged: its value, or its grade points where the scale has steps. */
function quantity(scale: GradeScale, grade: string): Fraction | null {
  const read = readGrade(scale, grade)
  if (read.kind !== 'grade') return null
  return scale.kind === 'range' ? read.value : read.points
}

/** The mean by host credit, exactly; null where a line has no number or no credit. */
function meanGrade(lines: readonly LineReading[], scale: GradeScale): Fraction | null {
  let sum = Fraction.zero
  let weights = Fraction.zero
  for (const { line } of lines) {
    const grade = gradeOf(line)
    const value = grade === null ? null : quantity(scale, grade)
    const { credit } = line
    if (value === null || !credit || credit.compare(Fraction.zero) <= 0) return null
    sum = sum.add(value.multiply(credit))
    weights = weights.add(credit)
  }
  return weights.isZero() ? null : sum.divide(weights)
}

/** One entry for all: the label that is recorded, the grade that all convert to, or the mean's conversion. */
function enterGrade(candidate: Candidate, context: Context): void {
  const { hostScale, homeScale, input } = context
  const { lines, before } = candidate
  const [first] = lines
  const entries = lines.flatMap((each) => each.gradeConversion ?? [])
  const [entry] = entries
  // A line without an entry of its own says so itself.
  if (!first?.gradeEntry || !entry || entries.length < lines.length || !hostScale || !homeScale)
    return
  if (entries.every((each) => each.homeGrade === entry.homeGrade)) {
    const grade = listed(entries.map((each) => each.hostGrade))
    candidate.gradeConversion = { ...entry, hostGrade: grade }
    const { args } = first.gradeEntry
    before.push({ ...first.gradeEntry, args: 'grade' in args ? { ...args, grade } : args })
    return
  }
  const mean = hostScale.kind === 'range' ? meanGrade(lines, hostScale) : null
  const entered =
    mean &&
    convertGrade(mean.toString(), input.ruleSet.gradeRule, {
      hostScale,
      homeScale,
      gradingTables: input.gradingTables,
    })
  if (mean && entered?.ok) {
    const grade = mean.toDecimal(2)
    const inputs = { ...entered.conversion.inputs, mean: mean.toString() }
    candidate.gradeConversion = { ...entered.conversion, hostGrade: grade, inputs }
    before.push({ ...entered.reason, args: { ...entered.reason.args, grade } })
  } else if (!candidate.equivalence.package) {
    // A block of a package is entered without a grade where its courses have different ones.
    const grades = [...new Set(entries.map((each) => each.homeGrade))].join(', ')
    before.push(reason('open', 'reason.set.grades-differ', { grades }))
  }
}

/**
 * What a line's grade says as part of a set: how it would be entered alone is left out, and where the mean
 * is compared also its own comparison with the minimum, but not that it was no pass.
 */
export function gradeReasonsIn(
  reading: LineReading,
  count: number,
  { input }: Context,
): readonly Reason[] {
  if (count === 1) return reading.gradeReasons
  const weighed = input.ruleSet.setGrade === 'credit-weighted'
  return reading.gradeReasons.filter(
    (each) => each !== reading.gradeEntry && !(weighed && ofMinimum.has(each.key)),
  )
}

const ofMinimum: ReadonlySet<string> = new Set([
  'reason.grade.below',
  'reason.grade.below-by',
  'reason.grade.met',
  'reason.grade.met-by',
  'reason.grade.no-correspondence',
])
