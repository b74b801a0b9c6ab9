import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import { rulesInWords } from '../pages/rule-set-words.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import { publishedRuleSets } from '../rules/policy.ts'
import type { CreditRuleOfKinds, RecognitionRuleSet } from '../rules/types.ts'
import { draftOf, ruleSetForm, valuesOf } from './rule-set-form.ts'

const [rules] = publishedRuleSets
const own: CreditRuleOfKinds[] = [
  {
    kinds: ['online', 'summer'],
    rule: {
      method: 'ratio',
      homePerHost: Fraction.of(2, 3),
      source: { title: 'Agreement', url: 'https://example.org' },
    },
    rounding: { step: Fraction.of(1, 2), mode: 'down' },
  },
  {
    kinds: ['training'],
    rule: { method: 'hours', ends: { host: 'to', home: 'middle' } },
    rounding: null,
  },
]

function read(before: RecognitionRuleSet, change: Record<string, unknown> = {}) {
  return ruleSetForm.safeParse({
    ...valuesOf(before, before.validFrom, 'en'),
    ...change,
    next: 'publish',
  })
}

function through(before: RecognitionRuleSet, change: Record<string, unknown> = {}) {
  const form = read(before, change)
  assert.ok(form.success, JSON.stringify(form.error?.issues))
  return draftOf(form.data, before, { agreed: [], homeScales: [], ticked: () => [] })
}

test('rules for the credit of kinds go through the form as they were, ends and sources too', () => {
  const before: RecognitionRuleSet = { ...rules!, creditRules: own, setGrade: 'credit-weighted' }
  const made = through(before)
  assert.equal(canonicalJson(made.creditRules), canonicalJson(own))
  assert.equal(made.setGrade, 'credit-weighted')
})

test('an exact ratio, rounding and several boxes are read as a browser sends them', () => {
  const made = through(rules!, {
    'credit-kind.0.kinds': ['online', 'certificate'],
    'credit-kind.0.method': 'ratio',
    'credit-kind.0.ratio': '2/3',
    'credit-kind.0.step': '0,5',
    'credit-kind.0.mode': 'half-even',
    setGrade: 'credit-weighted',
  })
  assert.equal(
    canonicalJson(made.creditRules),
    canonicalJson([
      {
        kinds: ['online', 'certificate'],
        rule: { method: 'ratio', homePerHost: Fraction.of(2, 3), source: null },
        rounding: { step: Fraction.of(1, 2), mode: 'half-even' },
      },
    ]),
  )
  assert.equal(made.setGrade, 'credit-weighted')
})

test('a form without these fields leaves the rules as they are, and one that empties them takes them out', () => {
  const before: RecognitionRuleSet = { ...rules!, creditRules: own, setGrade: 'credit-weighted' }
  const without = through(before, { creditRules: undefined, setGrade: undefined })
  assert.equal(canonicalJson(without.creditRules), canonicalJson(own))
  assert.equal(without.setGrade, 'credit-weighted')
  const emptied = through(before, {
    'credit-kind.0.kinds': [],
    'credit-kind.0.method': '',
    'credit-kind.1.kinds': '',
    'credit-kind.1.method': '',
    setGrade: 'each',
  })
  assert.equal(emptied.creditRules, undefined)
  assert.equal(emptied.setGrade, 'each')
  // Rules that never said it do not begin to: their hash stays.
  assert.equal('setGrade' in through(rules!, { setGrade: 'each' }), false)
})

test('half a rule is refused at the field that lacks', () => {
  const wrong: [Record<string, string>, string][] = [
    [{ 'credit-kind.0.kinds': 'online' }, 'credit-kind.0.method'],
    [{ 'credit-kind.1.method': 'hours' }, 'credit-kind.1.kinds'],
    [{ 'credit-kind.2.kinds': 'online', 'credit-kind.2.method': 'ratio' }, 'credit-kind.2.ratio'],
    [{ 'credit-kind.0.step': '0' }, 'credit-kind.0.step'],
  ]
  for (const [change, field] of wrong) {
    assert.deepEqual(
      read(rules!, change).error?.issues.map(({ path }) => path.join('.')),
      [field],
    )
  }
})

test('the page of rules says them, with their figures', () => {
  const t = createTranslator([m.catalogue]).for('en')
  const said = (set: RecognitionRuleSet) =>
    rulesInWords({ t, language: 'en' }, set).map(({ term, value }) => `${term}: ${value}`)
  const texts = said({ ...rules!, creditRules: own, setGrade: 'credit-weighted' }).join('\n')
  assert.match(texts, /online courses and summer programmes: By a ratio: 1 host credit is 0\.6667/)
  assert.match(texts, /training \(CT\): By class hours/)
  assert.match(texts, /Their mean grade, weighted by credit/)
  assert.doesNotMatch(said(rules!).join('\n'), /mean grade/)
})
