import { Fraction } from '#kernel/values'
import type { LearningKind } from './learning.ts'
import { type Reason, reason } from './reasons.ts'
import { teachingKinds } from './types.ts'
import type {
  CreditConversion,
  CreditMethod,
  CreditRule,
  CreditScheme,
  HoursRange,
  RangeEnd,
  RangeEnds,
  RecognitionRuleSet,
  Rounding,
  TeachingHours,
  TeachingKind,
} from './types.ts'

/** What is converted: credit as the host states it, and the class hours where they are known. */
export interface CreditInput {
  credit: Fraction
  hours: TeachingHours | null
  host: CreditScheme
  home: CreditScheme
  /** Decides which hours a scheme assumes for a credit: a placement's are not a lecture's. */
  kind?: LearningKind
  /** An agreed ratio that counts for nothing but a comparison. */
  crossRatio?: Fraction | undefined
}

type Figures = { credit: Fraction; inputs: Record<string, string>; warnings: Reason[] }
/** Which figure is missing: a choice in the text, so without hyphens, which ICU does not take there. */
type Missing = { missing: string }

/**
 * Converts host credit into home credit by the rule's method, exactly, then rounds once. Every
 * other method whose figures exist is calculated too; where one disagrees before rounding, a
 * warning names both figures (ECTS from China: 1.5 by ratio, 1.6 by the share of a year).
 * Where a figure is missing the answer is the reason, never an assumption in silence.
 */
export function convertCredit(
  input: CreditInput,
  rule: CreditRule,
  rounding: Rounding | null,
): { ok: true; conversion: CreditConversion } | { ok: false; reason: Reason } {
  const result = calculate(input, rule)
  if ('missing' in result) {
    return {
      ok: false,
      reason: reason('open', 'reason.credit.cannot-convert', {
        method: rule.method,
        missing: result.missing,
      }),
    }
  }
  const alternatives = otherMethods(input, rule)
  const warnings = [...result.warnings]
  for (const other of alternatives) {
    if (other.credit.equals(result.credit)) continue
    warnings.push(
      reason('note', 'reason.credit.methods-disagree', {
        method: other.method,
        other: other.credit,
        used: rule.method,
        credit: result.credit,
      }),
    )
  }
  const credit = rounding ? result.credit.roundTo(rounding.step, rounding.mode) : result.credit
  const spread = spreadOf(input, rule)
  if (spread) warnings.push(rangeReason(rule, spread))
  return {
    ok: true,
    conversion: {
      method: rule.method,
      credit,
      unrounded: result.credit,
      rounding,
      inputs: result.inputs,
      alternatives,
      ...(spread ? { spread } : {}),
      warnings,
    },
  }
}

/** The rule by which a kind of learning is converted: its own where the institution has one. */
export function creditRuleFor(
  { creditRule, rounding, creditRules }: CreditRules,
  kind: LearningKind,
): { rule: CreditRule; rounding: Rounding | null } {
  const own = creditRules?.find((each) => each.kinds.includes(kind))
  return own ?? { rule: creditRule, rounding }
}

type CreditRules = Pick<RecognitionRuleSet, 'creditRule' | 'rounding' | 'creditRules'>

const lowerEnds: RangeEnds = { host: 'from', home: 'from' }
const bothEnds = ['from', 'to'] as const

function endsOf(rule: CreditRule): RangeEnds {
  return 'ends' in rule && rule.ends ? rule.ends : lowerEnds
}

/** The figure of a range at one of its ends; where it has no upper end, the lower. */
export function atEnd({ from, to }: HoursRange, end: RangeEnd): Fraction {
  if (to === null || end === 'from') return from
  return end === 'to' ? to : from.add(to).divide(Fraction.of(2))
}

/** What the other ends of both schemes' ranges would give. */
function spreadOf(input: CreditInput, rule: CreditRule): CreditConversion['spread'] {
  if (rule.method !== 'hours' && rule.method !== 'workload') return undefined
  if (!hasRanges(input, rule.method)) return undefined
  const all = bothEnds.flatMap((host) =>
    bothEnds.flatMap((home) => {
      const result = calculate(input, { method: rule.method, ends: { host, home } })
      return 'credit' in result ? [result.credit] : []
    }),
  )
  const [first, ...others] = all
  if (!first || others.every((each) => each.equals(first))) return undefined
  return { least: Fraction.min(first, ...others), most: Fraction.max(first, ...others) }
}

/** Whether another end of some range could give another figure at all. */
function hasRanges({ host, home }: CreditInput, method: 'hours' | 'workload'): boolean {
  const isRange = (range: HoursRange | null | undefined) => Boolean(range?.to)
  if (method === 'workload') {
    return isRange(host.workloadHoursPerCredit) || isRange(home.workloadHoursPerCredit)
  }
  return teachingKinds.some(
    (kind) => isRange(host.hoursPerCredit[kind]) || isRange(home.hoursPerCredit[kind]),
  )
}

function rangeReason(
  rule: CreditRule,
  { least, most }: NonNullable<CreditConversion['spread']>,
): Reason {
  const { host, home } = endsOf(rule)
  return reason('note', 'reason.credit.range', { host, home, least, most })
}

function calculate(input: CreditInput, rule: CreditRule): Figures | Missing {
  switch (rule.method) {
    case 'ratio':
      return product(input.credit, { homePerHost: rule.homePerHost })
    case 'hours':
      return byHours(input, endsOf(rule))
    case 'workload':
      return byWorkload(input, endsOf(rule))
    case 'year-share':
      return byYearShare(input)
  }
}

function otherMethods(input: CreditInput, rule: CreditRule): CreditConversion['alternatives'] {
  const found: CreditConversion['alternatives'] = []
  for (const method of ['hours', 'workload', 'year-share'] as const) {
    if (method === rule.method) continue
    // Hours that a scheme assumes prove nothing against a rule that does not use hours.
    if (method === 'hours' && totalHours(input.hours) === null) continue
    const result = calculate(input, { method })
    if ('credit' in result) found.push({ method, credit: result.credit })
  }
  if (input.crossRatio && rule.method !== 'ratio') {
    found.push({ method: 'ratio', credit: input.credit.multiply(input.crossRatio) })
  }
  return found
}

function byHours(
  { credit, hours, host, home, kind }: CreditInput,
  ends: RangeEnds,
): Figures | Missing {
  const assumed = totalHours(hours) === null
  const teaching: TeachingKind = kind === 'placement' ? 'placement' : 'lecture'
  const range = host.hoursPerCredit[teaching]
  if (assumed && !range) return { missing: 'hours' }
  const perCredit = range && atEnd(range, ends.host)
  const counted: TeachingHours = assumed ? { [teaching]: credit.multiply(perCredit!) } : hours!
  const minutes = Fraction.of(host.minutesPerClassHour, home.minutesPerClassHour)
  const inputs: Record<string, string> = {
    hostMinutes: String(host.minutesPerClassHour),
    homeMinutes: String(home.minutesPerClassHour),
  }
  let total = Fraction.zero
  for (const part of teachingKinds) {
    const given = counted[part]
    if (!given || given.isZero()) continue
    const divisor = home.hoursPerCredit[part]
    // Self-study is no contact: it counts only where the home scheme gives it a figure.
    if (!divisor && part === 'self-study') continue
    if (!divisor) return { missing: 'home_hours' }
    inputs[`${part}.hours`] = given.toString()
    const homeHours = atEnd(divisor, ends.home)
    inputs[`${part}.homeHoursPerCredit`] = homeHours.toString()
    total = total.add(given.multiply(minutes).divide(homeHours))
  }
  const warnings = assumed
    ? [
        reason('note', 'reason.credit.hours-from-scheme', {
          hours: counted[teaching]!,
          perCredit: perCredit!,
        }),
      ]
    : []
  return { credit: total, inputs, warnings }
}

function byWorkload({ credit, host, home }: CreditInput, ends: RangeEnds): Figures | Missing {
  if (!host.workloadHoursPerCredit) return { missing: 'host_workload' }
  if (!home.workloadHoursPerCredit) return { missing: 'home_workload' }
  const hostHours = atEnd(host.workloadHoursPerCredit, ends.host)
  const homeHours = atEnd(home.workloadHoursPerCredit, ends.home)
  return product(credit, { hostHours, homeHours }, hostHours.divide(homeHours))
}

function byYearShare({ credit, host, home }: CreditInput): Figures | Missing {
  if (!host.creditsPerYear) return { missing: 'host_year' }
  if (!home.creditsPerYear) return { missing: 'home_year' }
  const hostYear = host.creditsPerYear
  const homeYear = home.creditsPerYear
  return product(credit, { hostYear, homeYear }, homeYear.divide(hostYear))
}

function product(
  credit: Fraction,
  named: Record<string, Fraction>,
  factor: Fraction = Object.values(named)[0]!,
): Figures {
  const inputs: Record<string, string> = { hostCredit: credit.toString() }
  for (const [name, value] of Object.entries(named)) inputs[name] = value.toString()
  return { credit: credit.multiply(factor), inputs, warnings: [] }
}

/** All hours of all kinds, in the host's class hours; null where none are stated. */
export function totalHours(hours: TeachingHours | null): Fraction | null {
  if (!hours) return null
  let total = Fraction.zero
  for (const kind of teachingKinds) {
    const own = hours[kind]
    if (own) total = total.add(own)
  }
  return total.isZero() ? null : total
}

/** The methods in the order in which pages offer them. */
export const creditMethods: readonly CreditMethod[] = ['hours', 'ratio', 'workload', 'year-share']
