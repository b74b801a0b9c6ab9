import { Fraction } from '#kernel/values'
import { findWays } from './candidates.ts'
import { allowanceOf } from './caps.ts'
import { chooseCandidates } from './choose-candidates.ts'
import { makeContext } from './context.ts'
import { readLine } from './evaluate-line.ts'
import { tell } from './findings.ts'
import { inputHash } from './input-hash.ts'
import { remarksOf } from './stay.ts'
import type { Evaluation, EvaluationInput, LineEvaluation, Verdict } from './types.ts'

/**
 * Evaluates a transcript against one rule set: first each line alone, then every way in which standing
 * equivalences are met, then, where lines, home courses or caps overlap, the choice that recognises the most
 * home credit, which is proved (ties: see `choose`). The result lists the lines in the order of the input and
 * depends on nothing else. Line ids are unique.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  return { inputHash: inputHash(input), ...find(input) }
}

/** The evaluation without the hash of its inputs, for whoever compares many. */
export function find(input: EvaluationInput, effort?: number): Omit<Evaluation, 'inputHash'> {
  const context = makeContext(input)
  const readings = input.lines.map((line, place) => readLine(line, place, context))
  const ways = findWays(readings, context)
  const allowance = allowanceOf(input)
  const chosen = chooseCandidates(ways, readings, allowance, context, effort)
  const { lines, sets } = tell(readings, ways, chosen, allowance, context)
  const recognised = creditOf(lines, 'recognised')
  const remarks = remarksOf(input, recognised)
  return {
    ruleSetId: input.ruleSet.id,
    ruleSetVersion: input.ruleSet.version,
    lines,
    sets,
    totals: {
      recognised,
      open: creditOf(lines, 'needs-decision'),
      refused: creditOf(lines, 'refused'),
      alreadyRecognised: input.alreadyRecognised.credit,
      allowance: allowance?.credit ?? null,
    },
    counts: {
      recognised: countOf(lines, 'recognised'),
      refused: countOf(lines, 'refused'),
      'needs-decision': countOf(lines, 'needs-decision'),
    },
    ...(remarks.length > 0 ? { remarks } : {}),
  }
}

function creditOf(lines: readonly LineEvaluation[], verdict: Verdict): Fraction {
  let total = Fraction.zero
  for (const each of lines) {
    if (each.verdict === verdict && each.homeCredit !== null) total = total.add(each.homeCredit)
  }
  return total
}

function countOf(lines: readonly LineEvaluation[], verdict: Verdict): number {
  return lines.reduce((count, each) => count + Number(each.verdict === verdict), 0)
}
