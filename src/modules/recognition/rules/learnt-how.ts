import { Fraction } from '#kernel/values'
import { courseKey } from './context.ts'
import { kindOf } from './learning.ts'
import { homeCreditIn, kindArgument } from './limits.ts'
import { type Reason, reason } from './reasons.ts'
import type { HomeTermRule } from './stay-types.ts'
import type { EvaluationInput, TranscriptLine } from './types.ts'

/** What the rules ask of a line for its kind of learning: evidence, and what was taken at home meanwhile. */
export function reasonsOfLine(line: TranscriptLine, input: EvaluationInput): Reason[] {
  return [...kindReasons(line, input), ...homeTermReasons(line, input)]
}

function kindReasons(line: TranscriptLine, { ruleSet }: EvaluationInput): Reason[] {
  const own = kindOf(line)
  const rule = ruleSet.kindRules?.find(({ kinds }) => kinds.includes(own))
  if (!rule) return []
  const kind = kindArgument([own])
  if (!rule.accept) return [reason('against', 'reason.kind.refused', { kind })]
  const reasons = rule.evidence.map((evidence) =>
    line.evidence?.includes(evidence)
      ? reason('for', 'reason.kind.evidence-seen', { kind, evidence })
      : reason('open', 'reason.kind.evidence', { kind, evidence }),
  )
  const limit = rule.perTerm ?? rule.perYear
  if (limit && line.term === null) {
    reasons.push(reason('open', 'reason.cap.term-unknown', { limit }))
  }
  return reasons
}

function homeTermReasons(line: TranscriptLine, input: EvaluationInput): Reason[] {
  const { ruleSet, stay } = input
  const own = kindOf(line)
  return (ruleSet.homeTerms ?? []).flatMap((rule) => {
    const { kinds, mostAtHome, mostTogether } = rule
    const limit = mostAtHome ?? mostTogether
    if (limit && rule.asked?.includes(own)) return askedReasons(line, input, rule)
    if (!limit || !kinds.includes(own)) return []
    const kind = kindArgument([own])
    if (line.term === null) return [reason('open', 'reason.cap.term-unknown', { limit })]
    const { term } = line
    const taken = homeCreditIn(stay, term)
    if (taken === null) return [reason('open', 'reason.home-term.unknown', { kind, term })]
    if (mostAtHome === null) return []
    const args = { kind, term, taken, limit: mostAtHome }
    return taken.compare(mostAtHome) > 0
      ? [reason('against', 'reason.home-term.over', args)]
      : [reason('for', 'reason.home-term.met', args)]
  })
}

/** A kind of which the rule is silent: nothing is asked where its limits would hold in either reading. */
function askedReasons(
  { kind: own, term }: TranscriptLine,
  input: EvaluationInput,
  { kinds, mostAtHome, mostTogether }: HomeTermRule,
): Reason[] {
  const args = { kind: kindArgument([kindOf({ kind: own })]), of: kindArgument(kinds) }
  if (term === null) {
    return [reason('open', 'reason.cap.term-unknown', { limit: (mostAtHome ?? mostTogether)! })]
  }
  const taken = homeCreditIn(input.stay, term)
  if (taken === null) return [reason('open', 'reason.home-term.asked-unknown', { ...args, term })]
  const ask = (credit: Fraction, limit: Fraction | null) =>
    limit && credit.compare(limit) > 0
      ? [reason('open', 'reason.home-term.asked', { ...args, term, credit, limit })]
      : []
  const alone = ask(taken, mostAtHome)
  return alone.length > 0 ? alone : ask(taken.add(mostOfTerm(input, term)), mostTogether)
}

/** Home credit that a term can bring at most: what was recognised of it, and of each line the most that stands for it. */
function mostOfTerm({ lines, equivalences, alreadyRecognised }: EvaluationInput, term: string) {
  const before = (alreadyRecognised.parts ?? []).filter((part) => part.term === term)
  const among = lines.filter((line) => line.term === term)
  const codes = new Set(among.map(({ code }) => courseKey(code)))
  const stands = equivalences.filter(({ hostCourses }) =>
    hostCourses.flat().some((code) => codes.has(courseKey(code))),
  )
  const home = new Map(
    stands.flatMap(({ homeCourses }) => homeCourses.map(({ code, credit }) => [code, credit])),
  )
  return Fraction.sum([...before.map(({ credit }) => credit), ...home.values()])
}
