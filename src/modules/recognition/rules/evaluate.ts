import { Fraction } from '#kernel/values'
import { chooseUnderCaps } from './choose-under-caps.ts'
import { courseKey, evaluateLine, verdictOf } from './evaluate-line.ts'
import type { Context } from './evaluate-line.ts'
import { inputHash } from './input-hash.ts'
import { type Reason, reason } from './reasons.ts'
import type {
  Equivalence,
  Evaluation,
  EvaluationInput,
  LineEvaluation,
  TranscriptLine,
} from './types.ts'

/**
 * Evaluates a transcript against one rule set: first each line alone, then repeated home courses
 * and caps over all lines, choosing what recognises the most credit (ties: see
 * `chooseUnderCaps`; lines are preferred by completion day, term, home course and id). The result
 * lists the lines in the order of the input and depends on nothing else. Line ids are unique.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const context = makeContext(input)
  const lines = input.lines.map((line) => evaluateLine(line, context))
  const allowance = allowanceOf(input)
  applyCaps(input, lines, allowance)
  return {
    inputHash: inputHash(input),
    ruleSetId: input.ruleSet.id,
    ruleSetVersion: input.ruleSet.version,
    lines,
    totals: {
      recognised: creditOf(lines, 'recognised'),
      open: creditOf(lines, 'needs-decision'),
      refused: creditOf(lines, 'refused'),
      alreadyRecognised: input.alreadyRecognised.credit,
      allowance: allowance?.credit ?? null,
    },
    counts: {
      recognised: lines.filter((each) => each.verdict === 'recognised').length,
      refused: lines.filter((each) => each.verdict === 'refused').length,
      'needs-decision': lines.filter((each) => each.verdict === 'needs-decision').length,
    },
  }
}

function makeContext(input: EvaluationInput): Context {
  if (new Set(input.lines.map((each) => each.id)).size !== input.lines.length) {
    throw new RangeError('Transcript lines need ids of their own')
  }
  const schemes = new Map(input.schemes.map((each) => [each.id, each]))
  const scales = new Map(input.scales.map((each) => [each.id, each]))
  return {
    input,
    schemes,
    homeScheme: schemes.get(input.homeSchemeId) ?? null,
    hostScale: scales.get(input.hostScaleId) ?? null,
    homeScale: scales.get(input.homeScaleId) ?? null,
    equivalences: indexEquivalences(input),
    already: new Set(input.alreadyRecognised.homeCourses.map(courseKey)),
  }
}

function indexEquivalences(input: EvaluationInput): Map<string, Equivalence[]> {
  const index = new Map<string, Equivalence[]>()
  for (const each of input.equivalences) {
    if (each.hostInstitution !== input.hostInstitution) continue
    if ((each.degreeProgramme ?? input.degreeProgramme.id) !== input.degreeProgramme.id) continue
    const key = courseKey(each.hostCourse)
    const known = index.get(key)
    if (known) known.push(each)
    else index.set(key, [each])
  }
  for (const list of index.values()) list.sort(preference)
  return index
}

/** For the degree programme before general, then the latest judgement, then the id. */
function preference(a: Equivalence, b: Equivalence): number {
  return (
    Number(a.degreeProgramme === null) - Number(b.degreeProgramme === null) ||
    order(b.judgedOn, a.judgedOn) ||
    order(a.id, b.id)
  )
}

interface Allowance {
  credit: Fraction
  cap: 'programme' | 'total'
  limit: Fraction
}

/** What the caps over the whole degree programme still allow; the narrower one names itself. */
function allowanceOf(input: EvaluationInput): Allowance | null {
  const { maximumProgrammeShare, totalCap } = input.ruleSet
  const limits: { cap: Allowance['cap']; limit: Fraction }[] = []
  if (maximumProgrammeShare) {
    const limit = maximumProgrammeShare.multiply(input.degreeProgramme.totalCredit)
    limits.push({ cap: 'programme', limit })
  }
  if (totalCap) limits.push({ cap: 'total', limit: totalCap })
  const narrow = limits.toSorted((a, b) => a.limit.compare(b.limit))[0]
  if (!narrow) return null
  const left = narrow.limit.subtract(input.alreadyRecognised.credit)
  return { ...narrow, credit: Fraction.max(left, Fraction.zero) }
}

function applyCaps(
  input: EvaluationInput,
  lines: LineEvaluation[],
  allowance: Allowance | null,
): void {
  const passing = preferredOrder(input, lines)
  const caps = { total: allowance?.credit ?? null, term: input.ruleSet.termCap }
  const chosen = chooseUnderCaps(
    passing.map(({ line, result }) => ({
      id: line.id,
      group: courseKey(result.homeCourse!.code),
      term: line.term ?? '',
      credit: result.homeCredit!,
    })),
    caps,
  )
  if (chosen === null) {
    for (const { result } of passing) {
      result.reasons.push(reason('open', 'reason.cap.by-hand'))
      result.verdict = 'needs-decision'
    }
    return
  }
  explainChoice(input, passing, chosen, allowance)
}

type Passing = { line: TranscriptLine; result: LineEvaluation }

function preferredOrder(input: EvaluationInput, lines: LineEvaluation[]): Passing[] {
  const passing: Passing[] = []
  for (const [place, result] of lines.entries()) {
    if (result.verdict === 'recognised') passing.push({ line: input.lines[place]!, result })
  }
  return passing.sort(
    (a, b) =>
      order(a.line.completedOn ?? '9999', b.line.completedOn ?? '9999') ||
      order(a.line.term ?? '', b.line.term ?? '') ||
      order(a.result.homeCourse!.code, b.result.homeCourse!.code) ||
      order(a.line.id, b.line.id),
  )
}

function explainChoice(
  input: EvaluationInput,
  passing: Passing[],
  chosen: Set<string>,
  allowance: Allowance | null,
): void {
  const courses = new Map<string, string>()
  let total = Fraction.zero
  for (const { line, result } of passing) {
    if (!chosen.has(line.id)) continue
    courses.set(courseKey(result.homeCourse!.code), line.code)
    total = total.add(result.homeCredit!)
  }
  for (const { line, result } of passing) {
    if (chosen.has(line.id)) {
      if (allowance) {
        result.reasons.push(reason('for', 'reason.cap.within', { limit: allowance.limit }))
      }
      continue
    }
    const home = result.homeCourse!.code
    const other = courses.get(courseKey(home))
    result.reasons.push(
      other === undefined
        ? capReason(input, result.homeCredit!, total, allowance)
        : reason('against', 'reason.course.other-line', { home, other }),
    )
    result.verdict = verdictOf(result.reasons)
  }
}

function capReason(
  input: EvaluationInput,
  credit: Fraction,
  total: Fraction,
  allowance: Allowance | null,
): Reason {
  const { termCap, maximumProgrammeShare } = input.ruleSet
  const overTotal = allowance ? total.add(credit).subtract(allowance.credit) : Fraction.zero
  if (!allowance || (termCap && overTotal.compare(Fraction.zero) <= 0)) {
    return reason('against', 'reason.cap.term', { limit: termCap! })
  }
  const { limit } = allowance
  const args = { limit, already: input.alreadyRecognised.credit, credit: overTotal }
  if (allowance.cap === 'total') return reason('against', 'reason.cap.total', args)
  return reason('against', 'reason.cap.programme', {
    ...args,
    share: maximumProgrammeShare!,
    programme: input.degreeProgramme.totalCredit,
  })
}

function creditOf(lines: LineEvaluation[], verdict: LineEvaluation['verdict']): Fraction {
  return Fraction.sum(
    lines
      .filter((each) => each.verdict === verdict && each.homeCredit !== null)
      .map((each) => each.homeCredit!),
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
