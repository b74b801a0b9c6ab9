import { Fraction } from '#kernel/values'
import { type Reason, reason } from './reasons.ts'
import { teachingKinds } from './types.ts'
import type {
  CreditConversion,
  CreditMethod,
  CreditRule,
  CreditScheme,
  Rounding,
  TeachingHours,
} from './types.ts'

/** What is converted: credit as the host states it, and the class hours where they are known. */
export interface CreditInput {
  credit: Fraction
  hours: TeachingHours | null
  host: CreditScheme
  home: CreditScheme
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
  return {
    ok: true,
    conversion: {
      method: rule.method,
      credit,
      unrounded: result.credit,
      rounding,
      inputs: result.inputs,
      alternatives,
      warnings,
    },
  }
}

function calculate(input: CreditInput, rule: CreditRule): Figures | Missing {
  switch (rule.method) {
    case 'ratio':
      return product(input.credit, { homePerHost: rule.homePerHost })
    case 'hours':
      return byHours(input)
    case 'workload':
      return byWorkload(input)
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
  return found
}

function byHours({ credit, hours, host, home }: CreditInput): Figures | Missing {
  const assumed = totalHours(hours) === null
  const perCredit = host.hoursPerCredit.lecture
  if (assumed && !perCredit) return { missing: 'hours' }
  const counted: TeachingHours = assumed ? { lecture: credit.multiply(perCredit!.from) } : hours!
  const minutes = Fraction.of(host.minutesPerClassHour, home.minutesPerClassHour)
  const inputs: Record<string, string> = {
    hostMinutes: String(host.minutesPerClassHour),
    homeMinutes: String(home.minutesPerClassHour),
  }
  let total = Fraction.zero
  for (const kind of teachingKinds) {
    const given = counted[kind]
    if (!given || given.isZero()) continue
    const divisor = home.hoursPerCredit[kind]
    // Self-study is no contact: it counts only where the home scheme gives it a figure.
    if (!divisor && kind === 'self-study') continue
    if (!divisor) return { missing: 'home_hours' }
    inputs[`${kind}.hours`] = given.toString()
    inputs[`${kind}.homeHoursPerCredit`] = divisor.from.toString()
    total = total.add(given.multiply(minutes).divide(divisor.from))
  }
  const warnings = assumed
    ? [
        reason('note', 'reason.credit.hours-from-scheme', {
          hours: counted.lecture!,
          perCredit: perCredit!.from,
        }),
      ]
    : []
  return { credit: total, inputs, warnings }
}

function byWorkload({ credit, host, home }: CreditInput): Figures | Missing {
  if (!host.workloadHoursPerCredit) return { missing: 'host_workload' }
  if (!home.workloadHoursPerCredit) return { missing: 'home_workload' }
  const hostHours = host.workloadHoursPerCredit.from
  const homeHours = home.workloadHoursPerCredit.from
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
  const total = Fraction.sum(teachingKinds.map((kind) => hours[kind] ?? Fraction.zero))
  return total.isZero() ? null : total
}

/** The methods in the order in which pages offer them. */
export const creditMethods: readonly CreditMethod[] = ['hours', 'ratio', 'workload', 'year-share']
