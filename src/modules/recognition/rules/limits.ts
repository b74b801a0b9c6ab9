import { Fraction, parseAcademicTerm } from '#kernel/values'
import type { HomeTermRule } from './stay-types.ts'
import { type KindRule, kindOf, type LearningKind } from './learning.ts'
import { type Reason, reason } from './reasons.ts'
import type { EvaluationInput, TranscriptLine } from './types.ts'

/**
 * A limit on part of what a transcript may bring. `left` is what earlier decisions leave of it; the same
 * lines use it up by their share of the home credit.
 */
export interface PartLimit {
  /** Unique among the limits of an evaluation. */
  key: string
  left: Fraction
  holds: (line: Pick<TranscriptLine, 'kind' | 'term'>) => boolean
  /** Why something was left out that needs more room than `left`. */
  reason: (room: Fraction) => Reason
}

type LimitInput = Pick<
  EvaluationInput,
  'ruleSet' | 'alreadyRecognised' | 'degreeProgramme' | 'hostInstitution' | 'stay'
> & { lines: readonly Pick<TranscriptLine, 'kind' | 'term'>[] }

/**
 * The limits on parts of a transcript: of kinds of learning in a term, an academic year, from one host and in
 * all, and for terms in which something is also taken at home. Limits over all and per term are `caps.ts`'.
 */
export function partLimits(input: LimitInput): PartLimit[] {
  const kinds = (input.ruleSet.kindRules ?? []).flatMap((rule, place) => [
    ...kindTotal(input, rule, place),
    ...kindFromHost(input, rule, place),
    ...kindByTime(input, rule, place),
  ])
  return [...kinds, ...homeTermLimits(input)].map((limit) => ({
    ...limit,
    left: Fraction.max(limit.left, Fraction.zero),
  }))
}

/** The academic year of a term's key: '2025/2026-2' and '2025/2026-2/2' are of '2025/2026'; another key is a year of its own. */
export function yearOfTerm(term: string): string {
  return parseAcademicTerm(term)?.year ?? /^(\d{4}\/\d{4})-\d/.exec(term)?.[1] ?? term
}

type Part = { kind?: LearningKind | undefined; term: string | null }

function kindTotal(
  { alreadyRecognised, degreeProgramme }: LimitInput,
  { total, share, kinds }: KindRule,
  place: number,
): PartLimit[] {
  const ofShare = share && share.multiply(degreeProgramme.totalCredit)
  const [first, ...others] = [total, ofShare].filter((each) => each !== null)
  if (!first) return []
  const limit = Fraction.min(first, ...others)
  const holds = (part: Part) => kinds.includes(kindOf(part))
  const already = usedBefore(alreadyRecognised, holds)
  const args = { limit, already, kind: kindArgument(kinds) }
  return [
    {
      key: `kind ${place}`,
      left: limit.subtract(already),
      holds,
      reason: (room) => reason('against', 'reason.kind.total', { ...args, credit: room }),
    },
  ]
}

function kindFromHost(
  { alreadyRecognised, hostInstitution }: LimitInput,
  { perHost: limit, kinds }: KindRule,
  place: number,
): PartLimit[] {
  if (!limit) return []
  const holds = (part: Part) => kinds.includes(kindOf(part))
  const already = usedBefore(
    alreadyRecognised,
    (part) => part.hostInstitution === hostInstitution && holds(part),
  )
  const args = { limit, already, kind: kindArgument(kinds) }
  return [
    {
      key: `kind ${place} host`,
      left: limit.subtract(already),
      holds,
      reason: (room) => reason('against', 'reason.kind.host', { ...args, credit: room }),
    },
  ]
}

/** The limits of each term and each academic year in which something of the kinds was learnt. */
function kindByTime(
  { alreadyRecognised, lines }: LimitInput,
  { perTerm, perYear, kinds }: KindRule,
  place: number,
): PartLimit[] {
  const among = lines.filter((line) => kinds.includes(kindOf(line)))
  const periods = [
    { name: 'term', limit: perTerm, of: (term: string) => term } as const,
    { name: 'year', limit: perYear, of: yearOfTerm } as const,
  ]
  return periods.flatMap(({ name, limit, of }) => {
    if (!limit) return []
    const periodOf = ({ term }: Part) => (term === null ? '' : of(term))
    return [...new Set(among.map(periodOf))].map((period) => {
      const holds = (part: Part) => kinds.includes(kindOf(part)) && periodOf(part) === period
      const already = usedBefore(alreadyRecognised, holds)
      const args = { limit, already, kind: kindArgument(kinds), period: period || '–' }
      return {
        key: `kind ${place} ${name} ${period}`,
        left: limit.subtract(already),
        holds,
        reason: (room: Fraction) =>
          reason('against', `reason.kind.${name}`, { ...args, credit: room }),
      }
    })
  })
}

/** What is taken at home in a term leaves less of it for what was learnt elsewhere. */
function homeTermLimits({ ruleSet, stay, alreadyRecognised, lines }: LimitInput): PartLimit[] {
  const rules = ruleSet.homeTerms ?? []
  return rules.flatMap((rule, place) => {
    const { mostTogether: limit, kinds } = rule
    if (!limit) return []
    return termsOf(rule, lines).flatMap((term) => {
      const home = homeCreditIn(stay, term)
      if (home === null) return []
      const holds = (line: Pick<TranscriptLine, 'term'>) => line.term === term
      const already = usedBefore(alreadyRecognised, holds)
      const args = { limit, home, already, term, kind: kindArgument(kinds) }
      return {
        key: `home ${place} term ${term}`,
        left: limit.subtract(home).subtract(already),
        holds,
        reason: (room) => reason('against', 'reason.home-term.together', { ...args, credit: room }),
      }
    })
  })
}

/** The terms in which something of the rule's kinds was learnt. */
export function termsOf(
  { kinds }: Pick<HomeTermRule, 'kinds'>,
  lines: readonly Pick<TranscriptLine, 'kind' | 'term'>[],
): string[] {
  const found = lines.flatMap((line) =>
    line.term !== null && kinds.includes(kindOf(line)) ? [line.term] : [],
  )
  return [...new Set(found)]
}

/** What was stated to be taken at home in a term; null where nothing was. */
export function homeCreditIn(stay: EvaluationInput['stay'], term: string): Fraction | null {
  return stay?.homeTerms.find((each) => each.term === term)?.credit ?? null
}

function usedBefore(
  { parts = [] }: EvaluationInput['alreadyRecognised'],
  holds: (part: NonNullable<EvaluationInput['alreadyRecognised']['parts']>[number]) => boolean,
): Fraction {
  return Fraction.sum(parts.filter(holds).map(({ credit }) => credit))
}

/** A kind as words choose by it; several are 'several'. ICU takes no hyphen there. */
export function kindArgument(kinds: readonly LearningKind[]): string {
  return kinds.length === 1 ? kinds[0]!.replace('-', '_') : 'several'
}
