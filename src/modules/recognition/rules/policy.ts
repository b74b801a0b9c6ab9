import type { DateOnly } from '#kernel/values'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type { RecognitionRuleSet } from './types.ts'

export { publishedRuleSets } from './published-rules.ts'

/** The case for which rules are sought. */
export interface RuleSetQuestion {
  decidedOn: DateOnly
  homeInstitution: string
  hostInstitution: string
  degreeProgramme: string
  intakeYear: number | null
}

/**
 * The rules that apply on the day of the decision. A named host goes before a named degree
 * programme, that before a named intake, that before rules for all; then the latest start and the
 * highest version. A student without an intake year gets only rules that name no intake.
 */
export function chooseRuleSet(
  ruleSets: readonly RecognitionRuleSet[],
  question: RuleSetQuestion,
): { ok: true; ruleSet: RecognitionRuleSet } | { ok: false; reason: Reason } {
  const found = ruleSets
    .filter((each) => applies(each, question))
    .toSorted(
      (a, b) =>
        narrowness(b) - narrowness(a) ||
        order(b.validFrom, a.validFrom) ||
        b.version - a.version ||
        order(a.id, b.id),
    )[0]
  if (found) return { ok: true, ruleSet: found }
  const day = dayArgument(question.decidedOn)
  return { ok: false, reason: reason('open', 'reason.rules.none', { day }) }
}

function applies(rules: RecognitionRuleSet, question: RuleSetQuestion): boolean {
  return (
    rules.homeInstitution === question.homeInstitution &&
    (rules.hostInstitution ?? question.hostInstitution) === question.hostInstitution &&
    (rules.degreeProgramme ?? question.degreeProgramme) === question.degreeProgramme &&
    rules.validFrom <= question.decidedOn &&
    (rules.validTo ?? question.decidedOn) >= question.decidedOn &&
    intakeFits(rules, question.intakeYear)
  )
}

function intakeFits(rules: RecognitionRuleSet, year: number | null): boolean {
  if (year === null) return rules.intakeFrom === null && rules.intakeTo === null
  return (rules.intakeFrom ?? year) <= year && (rules.intakeTo ?? year) >= year
}

function narrowness(rules: RecognitionRuleSet): number {
  const intake = rules.intakeFrom !== null || rules.intakeTo !== null
  return (
    (rules.hostInstitution === null ? 0 : 4) +
    (rules.degreeProgramme === null ? 0 : 2) +
    (intake ? 1 : 0)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
