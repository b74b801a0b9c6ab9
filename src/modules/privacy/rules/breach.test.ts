import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BreachFacts, dutiesOf } from './breach.ts'

const known = new Date('2026-11-20T10:30:00Z')
const facts = (given: Partial<BreachFacts>): BreachFacts => ({
  countries: ['FR'],
  risk: 'risk',
  persons: 20,
  isSensitive: false,
  ...given,
})
const said = (given: Partial<BreachFacts>, at = known) =>
  dutiesOf(facts(given), at).map(
    ({ law, addressee, dueAt }) => `${law} ${addressee} ${dueAt.toISOString()}`,
  )

test('an authority is told within 72 hours of knowing, and people where the risk is high', () => {
  assert.deepEqual(said({}), ['GDPR authority 2026-11-23T10:30:00.000Z'])
  assert.deepEqual(said({ risk: 'high', countries: ['TH'] }), [
    'PDPA persons 2026-11-20T10:30:00.000Z',
    'PDPA authority 2026-11-23T10:30:00.000Z',
  ])
  assert.deepEqual(said({ risk: 'none' }), [])
})

test('Korea asks for people to be told of any, and for the authority from a thousand people or of sensitive data', () => {
  const korea = { countries: ['KR'], risk: 'none' as const }
  assert.equal(said(korea).length, 1)
  for (const more of [{ persons: 1000 }, { persons: null }, { isSensitive: true }]) {
    assert.equal(said({ ...korea, ...more }).length, 2)
  }
})

test('a law counts from its day on, each country by its own, and no other', () => {
  assert.deepEqual(said({ countries: ['KR'] }, new Date('2023-09-14T12:00:00Z')), [])
  assert.deepEqual(said({ countries: ['US'] }), [])
  const all = said({ countries: ['CN', 'FR', 'DE', 'KR', 'TH'], risk: 'high' })
  assert.equal(all.filter((each) => each.startsWith('GDPR authority')).length, 1, 'once')
  assert.equal(all.length, 7)
  assert.deepEqual(
    all,
    all.toSorted((a, b) => (a.slice(-24) < b.slice(-24) ? -1 : 0)),
  )
})
