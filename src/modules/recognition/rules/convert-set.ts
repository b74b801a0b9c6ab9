import { Fraction } from '#kernel/values'
import { type Reason, reason } from './reasons.ts'
import type { CreditConversion, Rounding } from './types.ts'

/**
 * Adds the conversions of lines that count together: each exactly, then the sum rounded once, so that two
 * halves are not rounded away. Another method is compared where every line has its figures.
 */
export function convertTogether(
  parts: readonly CreditConversion[],
  usual: Rounding | null,
): CreditConversion {
  const [first] = parts
  if (parts.length === 1 && first) return first
  if (!first) throw new RangeError('Nothing to convert')
  const rounding = roundingOfAll(parts, usual)
  const unrounded = Fraction.sum(parts.map((each) => each.unrounded))
  const inputs: Record<string, string> = {}
  for (const [place, part] of parts.entries()) {
    for (const [name, value] of Object.entries(part.inputs)) inputs[`${place + 1}.${name}`] = value
  }
  const alternatives = first.alternatives.flatMap(({ method }) => {
    const each = parts.map((part) => part.alternatives.find((other) => other.method === method))
    if (each.some((other) => other === undefined)) return []
    return [{ method, credit: Fraction.sum(each.map((other) => other!.credit)) }]
  })
  return {
    method: first.method,
    credit: rounding ? unrounded.roundTo(rounding.step, rounding.mode) : unrounded,
    unrounded,
    rounding,
    inputs,
    alternatives,
    warnings: alternatives.flatMap(({ method, credit }) =>
      credit.equals(unrounded) ? [] : [disagreement(method, credit, first.method, unrounded)],
    ),
  }
}

/** Lines of one kind of learning keep its rounding; lines of several take the usual one. */
function roundingOfAll(
  [first, ...others]: readonly CreditConversion[],
  usual: Rounding | null,
): Rounding | null {
  const own = first?.rounding ?? null
  const isSame = ({ rounding }: CreditConversion) =>
    rounding === null || own === null
      ? rounding === own
      : rounding.mode === own.mode && rounding.step.equals(own.step)
  return others.every(isSame) ? own : usual
}

function disagreement(method: string, other: Fraction, used: string, credit: Fraction): Reason {
  return reason('note', 'reason.credit.methods-disagree', { method, other, used, credit })
}

/** Splits an amount by weights, exactly; equally where all weights are nothing. */
export function shareOut(amount: Fraction, weights: readonly Fraction[]): Fraction[] {
  if (weights.length === 1) return [amount]
  const whole = Fraction.sum(weights)
  if (whole.isZero()) {
    const part = amount.divide(Fraction.of(weights.length))
    return weights.map(() => part)
  }
  const factor = amount.divide(whole)
  return weights.map((weight) => factor.multiply(weight))
}
