import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { convertCredit, totalHours } from './credit.ts'
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
