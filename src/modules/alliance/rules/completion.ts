import { Fraction } from '#kernel/values'
import type { Completion, ProgrammeStep } from '../schema.ts'

/** How far a participant has come in an alliance programme. */
export interface Standing {
  /** Kinds of step that were reached, in the programme's order. */
  reached: string[]
  /** Required kinds that are not reached. */
  missing: string[]
  /** The first step in the programme's order that is not reached; null at the end. */
  next: string | null
  /** Recognised credit that is still wanted; null where none is. */
  creditMissing: Fraction | null
  complete: boolean
}

/**
 * Compares what a participant has reached with what the programme wants: so many of its required steps (all unless the
 * programme says fewer) and, where it says so, so much recognised credit. Steps that the programme does not know count
 * for nothing; a programme that requires nothing at all is never completed by itself.
 */
export function standing(
  programme: { steps: readonly ProgrammeStep[]; completion: Completion },
  participant: { reached: ReadonlySet<string>; credit: Fraction | null },
): Standing {
  const { steps, completion } = programme
  const required = steps.filter((step) => step.required).map((step) => step.kind)
  const missing = required.filter((kind) => !participant.reached.has(kind))
  const wanted = Math.min(completion.requiredSteps ?? required.length, required.length)
  const creditMissing = missingCredit(completion, participant.credit)
  const asksAnything = wanted > 0 || completion.credit !== undefined
  return {
    reached: steps.map((step) => step.kind).filter((kind) => participant.reached.has(kind)),
    missing,
    next: steps.find((step) => !participant.reached.has(step.kind))?.kind ?? null,
    creditMissing,
    complete: asksAnything && required.length - missing.length >= wanted && creditMissing === null,
  }
}

/** Whether a programme's own description can be met: kinds are unique and no more is asked than there is. */
export function checkProgramme(
  steps: readonly ProgrammeStep[],
  completion: Completion,
): 'repeated-step' | 'asks-too-many-steps' | null {
  if (new Set(steps.map((step) => step.kind)).size < steps.length) return 'repeated-step'
  const required = steps.filter((step) => step.required).length
  return (completion.requiredSteps ?? 0) > required ? 'asks-too-many-steps' : null
}

function missingCredit(completion: Completion, credit: Fraction | null): Fraction | null {
  const wanted = completion.credit === undefined ? null : Fraction.parse(completion.credit)
  if (wanted === null) return null
  const left = credit === null ? wanted : wanted.subtract(credit)
  return left.isNegative() || left.isZero() ? null : left
}
