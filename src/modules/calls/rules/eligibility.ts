import { Fraction } from '#kernel/values'
import { type Answers, type EligibilityRule, isAnswered, numberOf } from './questions.ts'

/** What the house knows of an applicant that rules look at: the enrolments that run. */
export interface ApplicantFacts {
  enrolments: { organisationId: string; level: string; intakeYear: number; startsOn: string }[]
}

/** How a rule turned out for somebody: met, not met, or not yet known because the question is not answered. */
export interface Verdict {
  rule: EligibilityRule
  holds: boolean | null
}

/** Where and on which day a call asks. */
export interface Asking {
  organisationId: string
  today: string
}

/**
 * Judges every rule for an applicant. A rule of the record looks at the enrolments at the institution that calls; years of
 * study are whole years since the enrolment began. A rule of an answer is open until its question is answered.
 */
export function judgeEligibility(
  rules: readonly EligibilityRule[],
  facts: ApplicantFacts,
  answers: Answers,
  asking: Asking,
): Verdict[] {
  const here = facts.enrolments.filter((each) => each.organisationId === asking.organisationId)
  return rules.map((rule) => ({ rule, holds: verdictOf(rule, here, answers, asking) }))
}

function verdictOf(
  rule: EligibilityRule,
  here: ApplicantFacts['enrolments'],
  answers: Answers,
  { today }: Asking,
): boolean | null {
  switch (rule.kind) {
    case 'enrolled-here':
      return here.length > 0
    case 'level':
      return here.some(({ level }) => rule.levels.includes(level))
    case 'years-studied':
      return here.some(({ startsOn }) => hasStudied(startsOn, today, rule.atLeast))
    case 'answer-yes':
      return isAnswered(answers[rule.questionId]) ? answers[rule.questionId] === 'yes' : null
    case 'answer-at-least': {
      const given = numberOf(answers[rule.questionId])
      const wanted = Fraction.parse(rule.atLeast)
      return given === null || wanted === null ? null : given.compare(wanted) >= 0
    }
  }
}

function hasStudied(startsOn: string, today: string, years: number): boolean {
  const year = String(Number(startsOn.slice(0, 4)) + years).padStart(4, '0')
  return `${year}${startsOn.slice(4)}` <= today
}
