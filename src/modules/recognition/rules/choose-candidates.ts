import { Fraction } from '#kernel/values'
import type { Ways } from './candidates.ts'
import type { Allowance } from './caps.ts'
import { type Choosable, choose, type Limits, termLimit, totalLimit, type Use } from './choose.ts'
import { type Context, courseKey } from './context.ts'
import { type LineReading, verdictOf } from './evaluate-line.ts'
import type { Candidate } from './candidate.ts'
import { judgeSet } from './evaluate-set.ts'
import type { PartLimit } from './limits.ts'
import type { Equivalence } from './types.ts'

/** What is recognised together, and, where the best was not proved, among what a person chooses. */
export interface Chosen {
  candidates: readonly Candidate[]
  /** Packages that are not recognised, as far as their courses go. */
  otherPackages: readonly Candidate[]
  unproved: ReadonlySet<Candidate>
  credit: Fraction
  bound: Fraction
}

/** Packages looked at in one transcript; an institution has a few. */
const mostPackages = 12

/**
 * Chooses among the candidates that meet every rule what recognises the most home credit. At most one package
 * is recognised, with the courses that the other equivalences leave over: each package, and none, is tried, and
 * of equal choices the one without a package is taken, then the preferred package.
 */
export function chooseCandidates(
  ways: Ways,
  readings: readonly LineReading[],
  allowance: Allowance | null,
  context: Context,
  effort?: number,
): Chosen {
  const passing = ways.candidates.filter((each) => each.verdict === 'recognised')
  const limits = limitsOf(allowance, passing, context)
  const packages = ways.packages
    .slice(0, mostPackages)
    .map((start) => fullPackage(start.equivalence, start.required, readings, context))
  let best = chooseAmong(passing, limits, null, context, effort)
  let bound = best.bound
  for (const full of packages) {
    if (full.candidate.verdict !== 'recognised') continue
    const whole = chooseAmong(passing, limits, full, context, effort)
    bound = Fraction.max(bound, whole.bound)
    if (whole.credit.compare(best.credit) > 0) best = whole
  }
  const proved = best.credit.equals(bound)
  return {
    ...best,
    bound,
    unproved: proved ? new Set() : new Set([...best.unproved, ...best.candidates]),
    otherPackages: packages.flatMap(({ candidate }) =>
      best.candidates.some((each) => each.equivalence === candidate.equivalence) ? [] : [candidate],
    ),
  }
}

type Choice = Omit<Chosen, 'otherPackages'>

/** A package with every course that could count into it. */
interface FullPackage {
  candidate: Candidate
  required: ReadonlySet<LineReading>
}

function fullPackage(
  equivalence: Equivalence,
  required: readonly LineReading[],
  readings: readonly LineReading[],
  context: Context,
): FullPackage {
  const { further } = equivalence.package!
  const keys = further === 'any' ? null : new Set(further.map(courseKey))
  const own = new Set(required)
  const others = readings.filter(
    (each) => !own.has(each) && (keys === null || keys.has(each.key)) && countsAlone(each, context),
  )
  const lines = [...required, ...others]
  return { candidate: judgeSet(equivalence, lines, context), required: own }
}

/** Whether a course meets what is asked of each course; one that does not simply brings nothing into a package. */
function countsAlone(reading: LineReading, { input }: Context): boolean {
  const { gradeReasons, creditReasons, timeReasons } = reading
  return (
    reading.counts &&
    reading.creditConversion !== null &&
    (input.ruleSet.minimumClassHours === null || reading.classMinutes !== null) &&
    verdictOf([...gradeReasons, ...creditReasons, ...timeReasons]) === 'recognised'
  )
}

function limitsOf(
  allowance: Allowance | null,
  passing: readonly Candidate[],
  { input, partLimits }: Context,
): Map<string, Fraction> {
  const limits = new Map<string, Fraction>()
  if (allowance) limits.set(totalLimit, allowance.credit)
  const { termCap } = input.ruleSet
  if (termCap) {
    for (const { lines } of passing) {
      for (const { line } of lines) limits.set(termLimit(line.term ?? ''), termCap)
    }
  }
  for (const { key, left } of partLimits) limits.set(key, left)
  return limits
}

function chooseAmong(
  passing: readonly Candidate[],
  limits: Limits,
  full: FullPackage | null,
  context: Context,
  effort?: number,
): Choice {
  const pool = full && poolOf(full, limits, context)
  const fitting = full ? passing.filter((each) => !excludes(full, each)) : passing
  const items = fitting.map((each) => choosable(each, pool, context))
  const choice = choose(items, pool?.limits ?? limits, effort)
  const chosen = fitting.filter((_, place) => choice.chosen.has(place))
  const unproved = new Set(fitting.filter((_, place) => choice.unproved.has(place)))
  if (!full || !pool?.fits) {
    const { credit, bound } = choice
    return full
      ? { candidates: [], unproved: new Set(), credit: Fraction.zero, bound: Fraction.zero }
      : { candidates: chosen, unproved, credit, bound }
  }
  const taken = new Set(chosen.flatMap((each) => each.lines))
  const left = full.candidate.lines.filter((each) => !taken.has(each))
  const block = judgeSet(full.candidate.equivalence, left, context)
  return {
    candidates: [...chosen, block],
    unproved,
    credit: choice.credit.add(block.homeCredit!),
    bound: choice.bound.add(block.homeCredit!),
  }
}

function excludes({ candidate, required }: FullPackage, other: Candidate): boolean {
  if (other.lines.some((each) => required.has(each))) return true
  const courses = new Set(candidate.homeCourses.map((course) => courseKey(course.code)))
  return other.homeCourses.some((course) => courses.has(courseKey(course.code)))
}

/** What other equivalences may take away from a package, so that enough is left for its block. */
interface Pool {
  lines: ReadonlySet<LineReading>
  limits: Limits
  /** Whether the block stays within the caps at all. */
  fits: boolean
}

const poolCredit = 'package credit'
const poolMinutes = 'package minutes'

function poolOf({ candidate }: FullPackage, limits: Limits, context: Context): Pool {
  const { equivalence, lines, homeCredit, creditConversion } = candidate
  const own = new Map(limits)
  const block = homeCredit!
  const needed = block.subtract(equivalence.package!.accept)
  own.set(poolCredit, creditConversion!.unrounded.subtract(needed))
  const rule = context.input.ruleSet.minimumClassHours
  if (rule) {
    const minutes = Fraction.sum(lines.map((each) => each.classMinutes!))
    const least = rule.hoursPerCredit.multiply(block)
    own.set(poolMinutes, minutes.subtract(least.multiply(Fraction.of(rule.minutesPerClassHour))))
  }
  // A block's credit lies in the terms in which its courses were taken, by their credit.
  for (const { of, amount } of usesOf(candidate, context)) {
    const limit = own.get(of)
    if (limit) own.set(of, limit.subtract(amount))
  }
  const fits = [...own.values()].every((limit) => !limit.isNegative())
  return { lines: new Set(lines), limits: own, fits }
}

function choosable(candidate: Candidate, pool: Pool | null, context: Context): Choosable {
  const uses = usesOf(candidate, context)
  if (pool) {
    const taken = candidate.lines.filter((each) => pool.lines.has(each))
    if (taken.length > 0) {
      uses.push(
        {
          of: poolCredit,
          amount: Fraction.sum(taken.map((each) => each.creditConversion!.unrounded)),
        },
        {
          of: poolMinutes,
          amount: Fraction.sum(taken.map((each) => each.classMinutes ?? Fraction.zero)),
        },
      )
    }
  }
  return {
    lines: candidate.lines.map((each) => each.line.id),
    courses: candidate.homeCourses.map((course) => courseKey(course.code)),
    credit: candidate.homeCredit!,
    uses,
  }
}

function usesOf(candidate: Candidate, { partLimits }: Context): Use[] {
  const { lines, shares, homeCredit } = candidate
  const uses: Use[] = [{ of: totalLimit, amount: homeCredit! }]
  if (lines.length === 1 && partLimits.length === 0) {
    uses.push({ of: termLimit(lines[0]!.line.term ?? ''), amount: shares[0]! })
    return uses
  }
  const terms = new Map<string, Fraction>()
  for (const [place, { line }] of lines.entries()) {
    const term = line.term ?? ''
    terms.set(term, (terms.get(term) ?? Fraction.zero).add(shares[place]!))
  }
  for (const [term, amount] of terms) uses.push({ of: termLimit(term), amount })
  for (const limit of partLimits) {
    const amount = creditWithin(limit, candidate)
    if (!amount.isZero()) uses.push({ of: limit.key, amount })
  }
  return uses
}

/** How much of a candidate's home credit a limit on a part concerns. */
export function creditWithin(limit: PartLimit, { lines, shares }: Candidate): Fraction {
  return Fraction.sum(
    lines.flatMap(({ line }, place) => (limit.holds(line) ? [shares[place] ?? Fraction.zero] : [])),
  )
}
