import type { Call } from '#kernel/http'
import { type Fraction, formatNumber, formatPercent, formatYear, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import type { GradeRule, RecognitionRuleSet } from '../rules/types.ts'

type Reader = Pick<Call, 't' | 'language'>

/** To whom rules apply, in one line. */
export function scopeText({ t, language }: Reader, row: RuleSetRow): string {
  const name = (names: RuleSetRow['hostNames'], any: Parameters<typeof m>[0]) =>
    names ? localised(names, language).text : t(m(any))
  return [
    name(row.hostNames, 'rule-set.any-host'),
    name(row.programmeNames, 'rule-set.any-programme'),
    intakeText({ t, language }, row.definition),
  ].join(' · ')
}

/** Intakes from–to, in words. */
export function intakeText(
  { t, language }: Reader,
  { intakeFrom, intakeTo }: Pick<RecognitionRuleSet, 'intakeFrom' | 'intakeTo'>,
): string {
  const year = (value: number) => formatYear(value, language)
  if (intakeFrom === null) {
    return intakeTo === null
      ? t(m('rule-set.any-intake'))
      : t(m('rule-set.intake-until', { to: year(intakeTo) }))
  }
  return intakeTo === null
    ? t(m('rule-set.intake-open', { from: year(intakeFrom) }))
    : t(m('rule-set.intake', { from: year(intakeFrom), to: year(intakeTo) }))
}

/** What a rule set says, each rule with its figure; null where it leaves the matter open. */
export function rulesInWords(
  { t, language }: Reader,
  rules: RecognitionRuleSet,
): { term: string; value: string | null }[] {
  const number = (value: Fraction) => formatNumber(value, language, 4)
  const share = (value: Fraction) => formatPercent(value, language)
  const { minimumContentShare, minimumGrade, maximumProgrammeShare, minimumClassHours } = rules
  const one = (term: Parameters<typeof m>[0], value: string | null) => ({ term: t(m(term)), value })
  return [
    one(
      'rule-set.term.content',
      minimumContentShare && t(m('rule-set.says.content', { share: share(minimumContentShare) })),
    ),
    one(
      'rule-set.term.grade',
      minimumGrade
        ? t(m('rule-set.says.grade', { grade: minimumGrade.label }))
        : t(m('rule-set.says.no-grade')),
    ),
    one(
      'rule-set.term.share',
      maximumProgrammeShare && t(m('rule-set.says.share', { share: share(maximumProgrammeShare) })),
    ),
    one(
      'rule-set.term.total',
      rules.totalCap && t(m('rule-set.says.total', { credit: number(rules.totalCap) })),
    ),
    one(
      'rule-set.term.termly',
      rules.termCap && t(m('rule-set.says.termly', { credit: number(rules.termCap) })),
    ),
    one(
      'rule-set.term.age',
      rules.maximumAgeYears === null
        ? null
        : t(m('rule-set.says.age', { years: rules.maximumAgeYears })),
    ),
    one(
      'rule-set.term.hours',
      minimumClassHours &&
        t(
          m('rule-set.says.hours', {
            hours: number(minimumClassHours.hoursPerCredit),
            minutes: minimumClassHours.minutesPerClassHour,
          }),
        ),
    ),
    ...conversionInWords({ t, language }, rules),
  ]
}

function conversionInWords(
  { t, language }: Reader,
  rules: RecognitionRuleSet,
): { term: string; value: string | null }[] {
  const number = (value: Fraction) => formatNumber(value, language, 4)
  const { creditRule, rounding, shortfall, gradeRule } = rules
  // ICU takes no hyphen in the name of a choice.
  const beyond = shortfall.beyond.split('-', 1)[0]!
  return [
    {
      term: t(m('rule-set.term.credit')),
      value:
        creditRule.method === 'ratio'
          ? t(m('rule-set.says.ratio', { ratio: number(creditRule.homePerHost) }))
          : t(m(`rule-set.method.${creditRule.method}`)),
    },
    {
      term: t(m('rule-set.term.rounding')),
      value: rounding
        ? t(
            m('rule-set.says.rounding', {
              step: number(rounding.step),
              mode: rounding.mode.replace('-', ''),
            }),
          )
        : t(m('rule-set.says.no-rounding')),
    },
    { term: t(m('rule-set.term.surplus')), value: t(m(`rule-set.surplus.${rules.surplus}`)) },
    {
      term: t(m('rule-set.term.shortfall')),
      value: shortfall.accept.isZero()
        ? t(m('rule-set.says.no-shortfall', { beyond }))
        : t(m('rule-set.says.shortfall', { accept: number(shortfall.accept), beyond })),
    },
    {
      term: t(m('rule-set.term.entry')),
      value: gradeRuleInWords({ t, language }, gradeRule),
    },
  ]
}

/** How grades are entered, in words; of several methods each in its turn. */
export function gradeRuleInWords({ t, language }: Reader, rule: GradeRule): string {
  switch (rule.method) {
    case 'record':
      return t(m('rule-set.says.record', { label: rule.label }))
    case 'table':
      return t(m('rule-set.says.table', { rows: rule.rows.length }))
    case 'grading-table':
      return t(m('rule-set.says.grading-table', { rule: rule.overlap }))
    case 'bavarian':
      return t(m('rule-set.says.bavarian', { rounding: rule.rounding }))
    case 'first': {
      const list = rule.rules.map((each) => gradeRuleInWords({ t, language }, each))
      return t(m('rule-set.says.first', { list: list.join(' · ') }))
    }
  }
}
