import type { Fraction } from '#kernel/values'
import { canonicalJson } from './input-hash.ts'
import type { Reason } from './reasons.ts'
import type { EvaluationInput, LineEvaluation, SetEvaluation, Verdict } from './types.ts'
import { find } from './evaluate.ts'

/** What the rules find of a line, as far as a change of rules can alter what is recorded. */
export interface Outcome {
  verdict: Verdict
  credit: Fraction | null
  grade: string | null
  /** The reason that made it so and that the other rules do not give; null where they differ in no reason. */
  why: Reason | null
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
    const then = after.lines[place]!
    const [was, becomes] = [outcomeOf(line), outcomeOf(then)]
    if (isSame(was, becomes)) return []
    const why = whyOf(
      { verdict: line.verdict, reasons: reasonsOf(line, before.sets) },
      { verdict: then.verdict, reasons: reasonsOf(then, after.sets) },
    )
    return [
      {
        code: input.lines[place]!.code,
        before: { ...was, why: why.before },
        after: { ...becomes, why: why.after },
      },
    ]
  })
  return {
    changed,
    creditBefore: before.totals.recognised,
    creditAfter: after.totals.recognised,
  }
}

/** Credit and grade of a line count where it is recognised. */
function outcomeOf({ verdict, homeCredit, recordedGrade }: LineEvaluation): Omit<Outcome, 'why'> {
  if (verdict !== 'recognised') return { verdict, credit: null, grade: null }
  return { verdict, credit: homeCredit, grade: recordedGrade }
}

function isSame(a: Omit<Outcome, 'why'>, b: Omit<Outcome, 'why'>): boolean {
  const sameCredit =
    a.credit === null || b.credit === null ? a.credit === b.credit : a.credit.equals(b.credit)
  return a.verdict === b.verdict && a.grade === b.grade && sameCredit
}

/** The reasons of a line, with those of the set that it counts in. */
function reasonsOf({ lineId, reasons }: LineEvaluation, sets: readonly SetEvaluation[]): Reason[] {
  const together = sets.find(({ lineIds }) => lineIds.includes(lineId))?.reasons ?? []
  return [...together, ...reasons]
}

interface Found {
  verdict: Verdict
  reasons: readonly Reason[]
}

/**
 * Of the reasons that only one side gives, the one that decided there: what refuses a refused line, what leaves an open
 * one open. A recognised line has none; of it the reason about the same matter is told, so that both speak of one figure.
 */
function whyOf(was: Found, becomes: Found): { before: Reason | null; after: Reason | null } {
  const before = ownReasons(was, becomes)
  const after = ownReasons(becomes, was)
  const decided = [deciding(before, was.verdict), deciding(after, becomes.verdict)] as const
  const [first, second] = decided
  return {
    before: first ?? aboutSame(before, second),
    after: second ?? aboutSame(after, first),
  }
}

/** Which reasons of one side the other does not give with the same figures. */
function ownReasons({ reasons }: Found, other: Found): Reason[] {
  const known = new Set(other.reasons.map(textOf))
  return reasons.filter((reason) => !known.has(textOf(reason)))
}

const textOf = (reason: Reason) => canonicalJson(JSON.parse(JSON.stringify(reason)))

/** What decided a verdict: an order of limits may repeat a reason, the first is told. */
function deciding(reasons: readonly Reason[], verdict: Verdict): Reason | null {
  const outcome = verdict === 'refused' ? 'against' : verdict === 'needs-decision' ? 'open' : null
  return reasons.find((reason) => reason.outcome === outcome) ?? null
}

/** The reason about the same matter, by the part of its key that names it; else the first that is not only a note. */
function aboutSame(reasons: readonly Reason[], other: Reason | null): Reason | null {
  const matter = (reason: Reason) => reason.key.split('.', 2).join('.')
  return (
    reasons.find((reason) => other !== null && matter(reason) === matter(other)) ??
    (other === null
      ? (reasons.find(({ outcome }) => outcome !== 'note') ?? reasons[0] ?? null)
      : null)
  )
}
