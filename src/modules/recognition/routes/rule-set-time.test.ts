import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '../rules/input-hash.ts'
import { publishedRuleSets } from '../rules/policy.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'
import { draftOf, ruleSetForm, valuesOf } from './rule-set-form.ts'
import { tickedValues } from './rule-set-time.ts'

/** Reads a form as a browser sends it: boxes as values of one name. */
function sent(values: Record<string, string>) {
  const ticked = (name: string) => (values[name] ?? '').split(' ').filter(Boolean)
  return { form: ruleSetForm.safeParse({ ...values, next: 'publish' }), ticked }
}

function through(rules: RecognitionRuleSet, change: Record<string, string> = {}) {
  const values = { ...valuesOf(rules, rules.validFrom, 'en'), ...change }
  const { form, ticked } = sent(values)
  assert.ok(form.success, JSON.stringify(form.error?.issues))
  return draftOf(form.data, rules, { agreed: [], homeScales: [], ticked })
}

test('a form that nobody touches keeps every published rule', () => {
  for (const rules of publishedRuleSets) {
    const { deadline, suspension, homeTerms, residence } = rules
    const made = through(rules)
    const all = (each: Pick<RecognitionRuleSet, 'kindRules'>) =>
      // What must have been seen is in no order.
      each.kindRules?.map((rule) => ({ ...rule, evidence: rule.evidence.toSorted() }))
    assert.equal(
      canonicalJson([made.deadline, made.suspension, made.homeTerms, all(made), made.residence]),
      canonicalJson([deadline, suspension, homeTerms, all(rules), residence]),
      rules.id,
    )
  }
})

test('deadlines are counted as they were chosen, and ask for what they need', () => {
  const [rules] = publishedRuleSets
  const table: [Record<string, string>, unknown][] = [
    [
      { deadlineRule: 'week-2', deadlineNumber: '6', deadlineLate: 'refuse' },
      { rule: 'week', week: 6, term: 2, late: 'refuse' },
    ],
    [
      { deadlineRule: 'working-days-issue', deadlineNumber: '20' },
      { rule: 'working-days', days: 20, after: 'issue', late: 'needs-decision' },
    ],
    [
      { deadlineRule: 'date', deadlineDay: '๓๑/๓' },
      { rule: 'date', day: 31, month: 3, late: 'needs-decision' },
    ],
    [{ deadlineRule: '' }, undefined],
  ]
  for (const [change, expected] of table) {
    assert.deepEqual(through(rules!, change).deadline, expected)
  }
  const wrong: [Record<string, string>, string][] = [
    [{ deadlineRule: 'date', deadlineDay: '31/2' }, 'deadlineDay'],
    [{ deadlineRule: 'date' }, 'deadlineDay'],
    [{ deadlineRule: 'week-1' }, 'deadlineNumber'],
    [{ 'kind.0.total': '0' }, 'kind.0.total'],
    [{ 'home-term.0.home': '1/99999' }, 'home-term.0.home'],
  ]
  for (const [change, field] of wrong) {
    const { form } = sent({ ...valuesOf(rules!, rules!.validFrom, 'en'), ...change })
    assert.deepEqual(
      form.error?.issues.map(({ path }) => path.join('.')),
      [field],
    )
  }
})

test('what must be studied at home is read and said again: credit, share, years, the last term', () => {
  const [rules] = publishedRuleSets
  const change = { residence: '', residenceShare: '50 %', residenceYears: '2', lastTerm: 'home' }
  const { residence } = through(rules!, change)
  assert.equal(residence!.leastShare!.toString(), '1/2')
  assert.deepEqual(
    [residence!.leastCredit, residence!.leastYears, residence!.lastTerm],
    [null, 2, true],
  )
  const again = valuesOf({ ...rules!, residence: residence! }, rules!.validFrom, 'en')
  assert.deepEqual([again['residenceShare'], again['residenceYears']], ['1/2', '2'])
})

test('boxes that were ticked are shown again, in whatever row', () => {
  const ticked = (name: string) => (name === 'kind.3.kinds' ? ['online', 'summer'] : [])
  assert.equal(tickedValues(ticked)['kind.3.kinds'], 'online summer')
})
