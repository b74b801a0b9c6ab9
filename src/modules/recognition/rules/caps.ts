import { Fraction } from '#kernel/values'
import { type Reason, reason } from './reasons.ts'
import { residenceLimit } from './stay.ts'
import type { EvaluationInput } from './types.ts'

/** What the caps over the whole degree programme still allow; the narrower one names itself. */
export interface Allowance {
  credit: Fraction
  cap: 'programme' | 'total' | 'residence'
  limit: Fraction
}

/** The allowance left by what is recognised already; null where the rules set no cap over all. */
export function allowanceOf(input: EvaluationInput): Allowance | null {
  const { maximumProgrammeShare, totalCap } = input.ruleSet
  const limits: { cap: Allowance['cap']; limit: Fraction }[] = []
  if (maximumProgrammeShare) {
    const limit = maximumProgrammeShare.multiply(input.degreeProgramme.totalCredit)
    limits.push({ cap: 'programme', limit })
  }
  if (totalCap) limits.push({ cap: 'total', limit: totalCap })
  const residence = residenceLimit(input)
  if (residence) limits.push({ cap: 'residence', limit: residence })
  const narrow = limits.toSorted((a, b) => a.limit.compare(b.limit))[0]
  if (!narrow) return null
  const left = narrow.limit.subtract(input.alreadyRecognised.credit)
  return { ...narrow, credit: Fraction.max(left, Fraction.zero) }
}

/** Which cap left credit out that the rules would else recognise, with the room that it would have needed. */
export function capReason(
  input: EvaluationInput,
  credit: Fraction,
  chosenTotal: Fraction,
  allowance: Allowance | null,
): Reason {
  const { termCap, maximumProgrammeShare } = input.ruleSet
  const overTotal = allowance ? chosenTotal.add(credit).subtract(allowance.credit) : Fraction.zero
  if (!allowance || (termCap && overTotal.compare(Fraction.zero) <= 0)) {
    return reason('against', 'reason.cap.term', { limit: termCap! })
  }
  const { limit } = allowance
  const args = { limit, already: input.alreadyRecognised.credit, credit: overTotal }
  if (allowance.cap === 'total') return reason('against', 'reason.cap.total', args)
  if (allowance.cap === 'residence') {
    const programme = input.degreeProgramme.totalCredit
    const least = programme.subtract(limit)
    return reason('against', 'reason.cap.residence', { ...args, least, programme })
  }
  return reason('against', 'reason.cap.programme', {
    ...args,
    share: maximumProgrammeShare!,
    programme: input.degreeProgramme.totalCredit,
  })
}
