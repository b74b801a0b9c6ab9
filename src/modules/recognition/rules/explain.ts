import { Fraction } from '#kernel/values'
import { type Asked, type Change, changesFor } from './changes.ts'
import { courseKey, hostKeys } from './context.ts'
import { find } from './evaluate.ts'
import { homesOf } from './evaluate-set.ts'
import { type Reason, reason } from './reasons.ts'
import type {
  Equivalence,
  Evaluation,
  EvaluationInput,
  Finding,
  SetEvaluation,
  TranscriptLine,
} from './types.ts'

/** Something that would have changed a result: all of its changes together, and the credit that it would add in all. */
export interface WhatIf {
  changes: readonly Reason[]
  /** Home credit more over the whole transcript; below zero for another choice. */
  gain: Fraction
}

/** What would have changed each result, by the id of the line or of the set. */
export interface Explanations {
  lines: ReadonlyMap<string, readonly WhatIf[]>
  sets: ReadonlyMap<string, readonly WhatIf[]>
}

/**
 * Lines that the explanations of one transcript may evaluate again: of a usual one, which takes some dozen
 * evaluations, everything is explained, of a very long one the first results.
 */
const usualEffort = 4000

/** No evaluation counts for fewer lines than this. */
const leastCost = 10

/** States that the choice of one trial may look at; what it does not find within is not said. */
const trialEffort = 5000

/** The most that is said of one result. */
const mostSaid = 4

/**
 * What would have changed each result. Every change is tried by evaluating again, and only what then is
 * recognised is said: first what is enough alone, else the fewest that are enough together. Of what was
 * recognised, what another choice would have come to is said. The same inputs give the same explanations.
 */
export function explain(
  input: EvaluationInput,
  evaluation: Pick<Evaluation, 'lines' | 'sets' | 'totals'>,
  effort: number = usualEffort,
): Explanations {
  const trial = new Trial(input, evaluation, effort)
  const lines = new Map<string, WhatIf[]>()
  const sets = new Map<string, WhatIf[]>()
  const byId = new Map(input.lines.map((line) => [line.id, line]))
  const finding = new Map(evaluation.lines.map((line) => [line.lineId, line]))
  for (const set of evaluation.sets) {
    const own = set.lineIds.map((id) => byId.get(id)!)
    const reasons = [
      ...set.reasons.map((each) => ({ reason: each, line: own[0]! })),
      ...own.flatMap((line) =>
        finding.get(line.id)!.reasons.map((each) => ({ reason: each, line })),
      ),
    ]
    sets.set(set.id, trial.whatIfs({ lines: own, finding: set, reasons }))
  }
  for (const found of evaluation.lines) {
    if (found.setId !== null) continue
    const line = byId.get(found.lineId)!
    const reasons = found.reasons.map((each) => ({ reason: each, line }))
    lines.set(found.lineId, trial.whatIfs({ lines: [line], finding: found, reasons }))
  }
  return { lines, sets }
}

class Trial {
  readonly #input: EvaluationInput
  readonly #total: Fraction
  #left: number

  constructor(input: EvaluationInput, { totals }: Pick<Evaluation, 'totals'>, effort: number) {
    this.#input = input
    this.#total = totals.recognised
    this.#left = effort
  }

  whatIfs(asked: Asked): WhatIf[] {
    if (asked.finding.verdict === 'recognised') return this.#otherChoices(asked)
    const against = asked.reasons.filter(
      ({ reason: { outcome } }) => outcome === 'against' || outcome === 'open',
    )
    const groups = changesFor({ ...asked, reasons: against }, this.#input)
    const alone = groups.flatMap((steps) => this.#firstEnough(asked, steps) ?? [])
    const found = alone.length > 0 ? alone : this.#together(asked, groups)
    return [...found, ...this.#lostChoice(asked)].slice(0, mostSaid)
  }

  #spend(): boolean {
    if (this.#left <= 0) return false
    this.#left -= Math.max(leastCost, this.#input.lines.length)
    return true
  }

  /** The credit that changes would add, if everything asked about were then recognised; null where it were not. */
  #gain(asked: Asked, changes: readonly Change[]): Fraction | null {
    if (!this.#spend()) return null
    const input = changes.reduce((given, change) => change.apply(given), this.#input)
    const { lines, totals } = find(input, trialEffort)
    const verdicts = new Map(lines.map((line) => [line.lineId, line.verdict]))
    const all = asked.lines.every((line) => verdicts.get(line.id) === 'recognised')
    return all ? totals.recognised.subtract(this.#total) : null
  }

  #firstEnough(asked: Asked, steps: readonly Change[]): WhatIf | null {
    for (const change of steps) {
      const gain = this.#gain(asked, [change])
      if (gain) return { changes: [change.say], gain }
    }
    return null
  }

  /** All changes at once, then each left out that is not needed; of those in steps the smallest that is enough. */
  #together(asked: Asked, groups: readonly Change[][]): WhatIf[] {
    if (groups.length < 2) return []
    let kept = groups.map((steps) => steps.at(-1)!)
    if (this.#gain(asked, kept) === null) return []
    for (const change of kept) {
      const fewer = kept.filter((each) => each !== change)
      if (fewer.length > 0 && this.#gain(asked, fewer) !== null) kept = fewer
    }
    for (const [place, change] of kept.entries()) {
      const steps = groups.find((each) => each.includes(change))!
      const smaller = steps.find((each) => this.#gain(asked, kept.with(place, each)) !== null)
      if (smaller) kept = kept.with(place, smaller)
    }
    const gain = this.#gain(asked, kept)
    return gain ? [{ changes: kept.map((each) => each.say), gain }] : []
  }

  /** What the transcript would come to if lines that lost to another choice had been counted. */
  #lostChoice({ lines, finding, reasons }: Asked): WhatIf[] {
    const lost = reasons.some(({ reason: { key } }) => choiceKeys.has(key))
    if (!lost) return []
    const candidates = this.#touching(lines).filter(
      (each) => finding.equivalenceId === null || each.id === finding.equivalenceId,
    )
    return candidates.flatMap((each) => this.#forced(each, lines) ?? []).slice(0, 1)
  }

  /** What other equivalences of recognised lines would have come to. */
  #otherChoices({ lines, finding }: Asked): WhatIf[] {
    const several = finding.reasons.some(({ key }) => key === 'reason.equivalence.several')
    if (!several) return []
    return this.#touching(lines)
      .filter((each) => each.id !== finding.equivalenceId)
      .flatMap((each) => this.#forced(each, lines) ?? [])
      .slice(0, 3)
  }

  #touching(lines: readonly TranscriptLine[]): Equivalence[] {
    const keys = lines.map((line) => courseKey(line.code))
    return this.#input.equivalences
      .filter((each) => keys.some((key) => hostKeys(each).has(key)))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** The whole transcript with nothing left that competes with an equivalence, if it is then recognised. */
  #forced(wanted: Equivalence, lines: readonly TranscriptLine[]): WhatIf | null {
    if (!this.#spend()) return null
    const equivalences = this.#input.equivalences.filter(
      (each) => each.id === wanted.id || !competes(each, wanted),
    )
    const after = find({ ...this.#input, equivalences }, trialEffort)
    const counted = [...after.lines, ...after.sets].some(
      (each) =>
        each.verdict === 'recognised' &&
        each.equivalenceId === wanted.id &&
        touches(each, lines, after.sets),
    )
    if (!counted) return null
    const gain = after.totals.recognised.subtract(this.#total)
    const homes = homesOf(wanted)
    const less = gain.negate()
    if (gain.isZero()) return { changes: [reason('note', 'choice.same', { homes })], gain }
    if (!gain.isNegative()) return null
    const say = reason('note', 'choice.less', {
      homes,
      less: less.equals(Fraction.one) ? 1 : 2,
      credit: less,
    })
    return { changes: [say], gain }
  }
}

const choiceKeys: ReadonlySet<string> = new Set([
  'reason.course.other-line',
  'reason.set.partner-used',
])

function competes(a: Equivalence, b: Equivalence): boolean {
  const hosts = hostKeys(b)
  if ([...hostKeys(a)].some((key) => hosts.has(key))) return true
  const homes = new Set(b.homeCourses.map((course) => courseKey(course.code)))
  return a.homeCourses.some((course) => homes.has(courseKey(course.code)))
}

function touches(
  finding: Finding & { lineId?: string; setId?: string | null; lineIds?: readonly string[] },
  lines: readonly TranscriptLine[],
  sets: readonly SetEvaluation[],
): boolean {
  const set = sets.find((each) => each.id === finding.setId)
  const ids = finding.lineIds ?? set?.lineIds ?? [finding.lineId]
  return lines.some((line) => ids.includes(line.id))
}
