import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { convertTogether } from './convert-set.ts'
import { convertCredit, creditRuleFor, totalHours } from './credit.ts'
import { creditSteps } from './credit-steps.ts'
import { creditSchemeIdByName, publishedCreditSchemes } from './credit-schemes.ts'
import type { CreditScheme } from './types.ts'

const f = (text: string) => Fraction.parse(text)!
const scheme = (id: string) => publishedCreditSchemes.find((each) => each.id === id)!
const ratio = (text: string) => ({
  method: 'ratio' as const,
  homePerHost: f(text),
  source: null,
})

function converted(...args: Parameters<typeof convertCredit>) {
  const result = convertCredit(...args)
  assert.ok(result.ok, JSON.stringify(result))
  return result.conversion
}

test('16 class hours of 45 minutes are four fifths of a Thai credit', () => {
  const result = converted(
    { credit: f('2'), hours: { lecture: f('32') }, host: scheme('cn-16'), home: scheme('th') },
    { method: 'hours' },
    null,
  )
  assert.equal(result.credit.toString(), '8/5')
  assert.deepEqual(result.inputs, {
    hostMinutes: '45',
    homeMinutes: '60',
    'lecture.hours': '32',
    'lecture.homeHoursPerCredit': '15',
  })
})

test('hours that the transcript does not state come from the host scheme, with a note', () => {
  const result = converted(
    { credit: f('3'), hours: null, host: scheme('cn-16'), home: scheme('th') },
    { method: 'hours' },
    null,
  )
  assert.equal(result.credit.toString(), '12/5')
  assert.equal(result.warnings[0]!.key, 'reason.credit.hours-from-scheme')
})

test('practice counts half of a lecture in Thailand', () => {
  const result = converted(
    {
      credit: f('3'),
      hours: { lecture: f('30'), practice: f('30') },
      host: scheme('kr'),
      home: scheme('th'),
    },
    { method: 'hours' },
    null,
  )
  assert.equal(result.credit.toString(), '3')
})

test('the published ratio and the share of a year disagree for China, and both are shown', () => {
  const result = converted(
    { credit: f('18'), hours: null, host: scheme('cn-18'), home: scheme('ects') },
    ratio('1.5'),
    null,
  )
  assert.equal(result.credit.toString(), '27')
  assert.deepEqual(
    result.alternatives.map((each) => [each.method, each.credit.toString()]),
    [['year-share', '144/5']],
  )
  const warning = result.warnings[0]!
  assert.equal(warning.key, 'reason.credit.methods-disagree')
  assert.equal(warning.args.other, '28.8')
  assert.equal(warning.args.credit, '27')
})

test('Guangzhou: 18 credits are 28.8 by the share of a year, printed as 29', () => {
  const result = converted(
    { credit: f('18'), hours: null, host: scheme('cn-18'), home: scheme('ects') },
    { method: 'year-share' },
    { step: Fraction.one, mode: 'half-up' },
  )
  assert.equal(result.unrounded.toString(), '144/5')
  assert.equal(result.credit.toString(), '29')
})

test('the worked example of UCTS comes out exactly', () => {
  const first = converted(
    { credit: f('4'), hours: null, host: scheme('us'), home: scheme('ucts') },
    ratio('30/16'),
    null,
  )
  assert.equal(first.credit.toString(), '15/2')
  const second = converted(
    { credit: first.credit, hours: null, host: scheme('ucts'), home: scheme('us') },
    ratio('9/30'),
    null,
  )
  assert.equal(second.credit.toString(), '9/4')
})

test('a missing figure is named and nothing is assumed', () => {
  const cases: [CreditScheme, CreditScheme, 'hours' | 'workload' | 'year-share', string][] = [
    [scheme('ects'), scheme('th'), 'hours', 'hours'],
    [scheme('th'), scheme('ects'), 'hours', 'home_hours'],
    [scheme('th'), scheme('ects'), 'workload', 'host_workload'],
    [scheme('ects'), scheme('th'), 'workload', 'home_workload'],
    [scheme('ucts'), scheme('ects'), 'year-share', 'host_year'],
    [scheme('ects'), scheme('ucts'), 'year-share', 'home_year'],
  ]
  for (const [host, home, method, missing] of cases) {
    const result = convertCredit({ credit: f('3'), hours: null, host, home }, { method }, null)
    assert.ok(!result.ok)
    assert.equal(result.reason.args.missing, missing)
  }
})

test('hours of zero are no statement of hours', () => {
  assert.equal(totalHours({ lecture: f('0.0') }), null)
  assert.equal(totalHours({ lecture: f('1.5'), practice: f('2') })!.toString(), '7/2')
})

test('only unambiguous scheme names are understood', () => {
  assert.equal(creditSchemeIdByName(' ECTS '), 'ects')
  assert.equal(creditSchemeIdByName('credits'), null)
})

test('of a range the rule says which end counts, and the other ends are shown beside it', () => {
  const input = { credit: f('3'), hours: null, host: scheme('us'), home: scheme('ects') }
  const lower = converted(input, { method: 'workload' }, null)
  assert.equal(lower.credit.toString(), f('3').multiply(f('38/25')).toString())
  assert.deepEqual(
    [lower.spread!.least, lower.spread!.most].map((each) => each.toDecimal(4)),
    ['3.8', '5.76'],
  )
  const range = lower.warnings.find(({ key }) => key === 'reason.credit.range')!
  assert.deepEqual([range.args['host'], range.args['home']], ['from', 'from'])
  const ends = { host: 'to', home: 'middle' } as const
  const chosen = converted(input, { method: 'workload', ends }, null)
  assert.equal(chosen.credit.toString(), f('3').multiply(f('48')).divide(f('27.5')).toString())
  assert.equal(chosen.inputs['homeHours'], '55/2')
  const plain = { credit: f('3'), hours: null, host: scheme('cn-16'), home: scheme('th') }
  assert.equal(converted(plain, { method: 'hours' }, null).spread, undefined, 'no range, no spread')
})

test('class hours of a range: UCTS has 13 to 16 of them', () => {
  const input = { credit: f('3'), hours: null, host: scheme('ucts'), home: scheme('th') }
  const by = (host: 'from' | 'to') =>
    converted(input, { method: 'hours', ends: { host, home: 'from' } }, null).credit.toDecimal()
  assert.deepEqual([by('from'), by('to')], ['2.6', '3.2'])
})

test('a placement is assumed to have the hours of placements', () => {
  const input = { credit: f('2'), hours: null, host: scheme('th'), home: scheme('th') }
  const asPlacement = converted({ ...input, kind: 'placement' }, { method: 'hours' }, null)
  assert.equal(asPlacement.inputs['placement.hours'], '90')
  assert.equal(asPlacement.credit.toString(), '2')
})

test('a kind of learning may have a rule of its own', () => {
  const ruleSet = {
    creditRule: { method: 'hours' as const },
    rounding: null,
    creditRules: [
      {
        kinds: ['online' as const],
        rule: ratio('1/2'),
        rounding: { step: f('1'), mode: 'down' as const },
      },
    ],
  }
  assert.equal(creditRuleFor(ruleSet, 'online').rule.method, 'ratio')
  assert.equal(creditRuleFor(ruleSet, 'course').rule.method, 'hours')
  assert.equal(creditRuleFor(ruleSet, 'course').rounding, null)
})

test('the steps repeat the calculation from what is stored, for one course and for two together', () => {
  const one = converted(
    {
      credit: f('2'),
      hours: { lecture: f('32'), practice: f('15') },
      host: scheme('cn-16'),
      home: scheme('th'),
    },
    { method: 'hours' },
    { step: f('0.5'), mode: 'half-up' },
  )
  const said = creditSteps(one).map(({ key, args }) => [
    key.replace('reason.credit-step.', ''),
    args['credit'] ?? args['result'],
  ])
  assert.deepEqual(said, [
    ['hours', '1.6'],
    ['hours', '0.375'],
    ['sum', '1.975'],
    ['rounding', '2'],
    ['other', '1.6'],
  ])
  const two = convertTogether([one, one], null)
  assert.deepEqual(
    creditSteps(two).map(({ key }) => key.replace('reason.credit-step.', '')),
    ['hours', 'hours', 'hours', 'hours', 'sum', 'rounding', 'other'],
  )
  const bare = converted(
    { credit: f('18'), hours: null, host: scheme('cn-18'), home: scheme('ects') },
    ratio('1.5'),
    null,
  )
  assert.deepEqual(
    creditSteps(bare).map(
      ({ key, args }) => `${key.split('.').at(-1)} ${args['result'] ?? args['credit']}`,
    ),
    ['ratio 27', 'exact 27', 'other 28.8'],
  )
})

test('an agreed ratio is compared with what another method gives, and counts for nothing itself', () => {
  const given = {
    credit: f('2'),
    hours: { lecture: f('32') },
    host: scheme('cn-16'),
    home: scheme('th'),
    crossRatio: f('3/4'),
  }
  const result = converted(given, { method: 'hours' }, null)
  assert.equal(result.credit.toString(), '8/5')
  const agreed = result.alternatives.find(({ method }) => method === 'ratio')
  assert.equal(agreed!.credit.toString(), '3/2')
  const warning = result.warnings.find(
    ({ key, args }) => key === 'reason.credit.methods-disagree' && args['method'] === 'ratio',
  )
  assert.deepEqual([warning!.args['other'], warning!.args['credit']], ['1.5', '1.6'])
  const same = converted({ ...given, crossRatio: f('4/5') }, { method: 'hours' }, null)
  assert.ok(same.warnings.every(({ args }) => args['method'] !== 'ratio'))
  const byRatio = converted(given, ratio('3/4'), null)
  assert.ok(byRatio.alternatives.every(({ method }) => method !== 'ratio'))
})
