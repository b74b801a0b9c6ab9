import type { Fraction } from '#kernel/values'
import type { EvaluationInput, LineEvaluation, Verdict } from './types.ts'
import { find } from './evaluate.ts'

/** What the rules find of a line, as far as a change of rules can alter what is recorded. */
export interface Outcome {
  verdict: Verdict
  credit: Fraction | null
  grade: string | null
}

/** A line that comes out differently. */
export interface ChangedLine {
  code: string
  before: Outcome
  after: Outcome
}

/** What a transcript comes to under two rule sets. */
export interface Comparison {
  changed: ChangedLine[]
  creditBefore: Fraction
  creditAfter: Fraction
}

/** Evaluates one transcript under its own rules and under others, and tells the lines that differ. */
export function compareRules(input: EvaluationInput, under: Partial<EvaluationInput>): Comparison {
  const before = find(input)
  const after = find({ ...input, ...under })
  const changed = before.lines.flatMap((line, place) => {
    const [was, becomes] = [outcomeOf(line), outcomeOf(after.lines[place]!)]
    return isSame(was, becomes)
      ? []
      : [{ code: input.lines[place]!.code, before: was, after: becomes }]
  })
  return {
    changed,
    creditBefore: before.totals.recognised,
    creditAfter: after.totals.recognised,
  }
}

/** Credit and grade of a line count where it is recognised. */
function outcomeOf({ verdict, homeCredit, recordedGrade }: LineEvaluation): Outcome {
  if (verdict !== 'recognised') return { verdict, credit: null, grade: null }
  return { verdict, credit: homeCredit, grade: recordedGrade }
}

function isSame(a: Outcome, b: Outcome): boolean {
  const sameCredit =
    a.credit === null || b.credit === null ? a.credit === b.credit : a.credit.equals(b.credit)
  return a.verdict === b.verdict && a.grade === b.grade && sameCredit
}
