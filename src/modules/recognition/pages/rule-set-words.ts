import type { Call } from '#kernel/http'
import {
  formatList,
  type Fraction,
  formatNumber,
  formatPercent,
  formatYear,
  localised,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import type { KindRule, LearningKind } from '../rules/learning.ts'
import { kindArgument } from '../rules/limits.ts'
import type { Deadline, HomeTermRule, Residence } from '../rules/stay-types.ts'
import type { CreditRule, GradeRule, RecognitionRuleSet, Rounding } from '../rules/types.ts'

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
    ...(rules.setGrade === 'credit-weighted'
      ? [one('rule-set.term.set-grade', t(m('rule-set.says.set-grade')))]
      : []),
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
    ...furtherInWords({ t, language }, rules),
    ...conversionInWords({ t, language }, rules),
  ]
}

/** Rules that few institutions set; only those that are set are named. */
function furtherInWords(
  { t, language }: Reader,
  rules: RecognitionRuleSet,
): { term: string; value: string | null }[] {
  const number = (value: Fraction) => formatNumber(value, language, 4)
  const { residence, honours, suspension, deadline } = rules
  const found: [Parameters<typeof m>[0], string | null][] = [
    ['rule-set.term.residence', residence ? residenceText({ t, language }, residence) : null],
    [
      'rule-set.term.honours',
      honours ? t(m('rule-set.says.honours', { credit: number(honours.leastCredit) })) : null,
    ],
    [
      'rule-set.term.suspension',
      suspension ? t(m('rule-set.says.suspension', { months: suspension.overMonths })) : null,
    ],
    ['rule-set.term.deadline', deadline ? deadlineText({ t, language }, deadline) : null],
    ...(rules.homeTerms ?? []).map((rule): (typeof found)[number] => [
      'rule-set.term.home-term',
      homeTermText({ t, language }, rule),
    ]),
    ...(rules.kindRules ?? []).map((rule): (typeof found)[number] => [
      'rule-set.term.kinds',
      kindText({ t, language }, rule),
    ]),
  ]
  return found.flatMap(([term, value]) => (value === null ? [] : [{ term: t(m(term)), value }]))
}

/** What may be taken at home in a term in which something is learnt elsewhere, and of which kinds the rule is silent. */
function homeTermText({ t, language }: Reader, rule: HomeTermRule): string {
  const number = (value: Fraction | null) => (value ? formatNumber(value, language, 4) : '–')
  const said = t(
    m('rule-set.says.home-term', {
      kinds: formatList(kindNames(t, rule.kinds), language),
      home: number(rule.mostAtHome),
      together: number(rule.mostTogether),
    }),
  )
  if (!rule.asked?.length) return said
  const kinds = formatList(kindNames(t, rule.asked), language)
  return t(m('rule-set.says.home-term-asked', { rule: said, kinds }))
}

/** What must be studied at home: credit, a share of the degree programme, years, the last term. */
function residenceText({ t, language }: Reader, residence: Residence): string | null {
  const { leastCredit, leastShare, leastYears, lastTerm } = residence
  const credit = leastCredit && formatNumber(leastCredit, language, 4)
  const share = leastShare && formatPercent(leastShare, language)
  const said = [
    credit && t(m('rule-set.says.residence', { credit })),
    share && t(m('rule-time.says.home-share', { share })),
    leastYears !== null && t(m('rule-time.says.years', { years: leastYears })),
    lastTerm && t(m('rule-time.says.last-term')),
  ].filter(Boolean)
  return said.join(' · ') || null
}

function deadlineText({ t }: Reader, deadline: Deadline): string {
  switch (deadline.rule) {
    case 'week':
      return t(m('rule-set.says.week', { week: deadline.week, term: deadline.term }))
    case 'working-days':
      return t(m('rule-set.says.working-days', { days: deadline.days, after: deadline.after }))
    case 'date':
      return t(m('rule-set.says.date', { month: deadline.month, day: deadline.day }))
  }
}

function kindNames(t: Reader['t'], kinds: readonly LearningKind[]): string[] {
  return kinds.map((kind) => t(m('rule-set.kind-name', { kind: kindArgument([kind]) })))
}

function kindText({ t, language }: Reader, rule: KindRule): string {
  const names = kindNames(t, rule.kinds)
  if (!rule.accept) return `${formatList(names, language)}: ${t(m('rule-set.says.no-kind'))}`
  const limits = (
    [
      ['term', rule.perTerm],
      ['year', rule.perYear],
      ['host', rule.perHost],
      ['total', rule.total],
    ] as const
  ).flatMap(([per, limit]) =>
    limit
      ? [t(m('rule-set.says.kind-limit', { per, credit: formatNumber(limit, language, 4) }))]
      : [],
  )
  const share = rule.share
    ? [t(m('rule-time.says.kind-share', { share: formatPercent(rule.share, language) }))]
    : []
  const evidence = rule.evidence.map((each) => t(m('rule-set.evidence-name', { evidence: each })))
  const said = [...limits, ...share, ...evidence]
  return `${formatList(names, language)}: ${said.join(' · ') || '–'}`
}

function conversionInWords(
  { t, language }: Reader,
  rules: RecognitionRuleSet,
): { term: string; value: string | null }[] {
  const number = (value: Fraction) => formatNumber(value, language, 4)
  const { creditRule, crossRatio, rounding, shortfall, gradeRule, creditRules = [] } = rules
  // ICU takes no hyphen in the name of a choice.
  const beyond = shortfall.beyond.split('-', 1)[0]!
  const credit = t(m('rule-set.term.credit'))
  return [
    { term: credit, value: methodText({ t, language }, creditRule) },
    ...(crossRatio
      ? [{ term: credit, value: t(m('rule-set.says.cross-ratio', { ratio: number(crossRatio) })) }]
      : []),
    { term: t(m('rule-set.term.rounding')), value: roundingText({ t, language }, rounding) },
    ...creditRules.map((own) => ({
      term: credit,
      value: t(
        m('rule-credit.says', {
          kinds: formatList(kindNames(t, own.kinds), language),
          method: methodText({ t, language }, own.rule),
          rounding: roundingText({ t, language }, own.rounding),
        }),
      ),
    })),
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

function methodText({ t, language }: Reader, rule: CreditRule): string {
  return rule.method === 'ratio'
    ? t(m('rule-set.says.ratio', { ratio: formatNumber(rule.homePerHost, language, 4) }))
    : t(m(`rule-set.method.${rule.method}`))
}

function roundingText({ t, language }: Reader, rounding: Rounding | null): string {
  if (!rounding) return t(m('rule-set.says.no-rounding'))
  const step = formatNumber(rounding.step, language, 4)
  return t(m('rule-set.says.rounding', { step, mode: rounding.mode.replace('-', '') }))
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
