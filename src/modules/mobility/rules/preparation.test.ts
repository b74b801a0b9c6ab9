import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expiresSoon, isMinor, itemsFor, preparationState, preparedBy } from './preparation.ts'

test('who is a minor is said by the law of the country, on the day, and not guessed', () => {
  const cases = [
    ['2007-02-15', 'TH', false],
    ['2007-02-16', 'TH', true],
    ['2008-02-15', 'KR', false],
    ['2008-02-16', 'KR', true],
    ['2009-02-15', 'CN', false],
    ['2009-02-16', 'FR', true],
    ['2009-02-15', 'DE', false],
  ] as const
  for (const [born, country, minor] of cases) {
    assert.equal(isMinor(born, { on: '2027-02-15', country }), minor, `${born} ${country}`)
  }
  assert.equal(isMinor(null, { on: '2027-02-15', country: 'TH' }), null)
})

test('the checklist asks for a permit unless none is needed, and for a guardian of minors alone', () => {
  const facts = { startsOn: '2027-02-15', endsOn: '2027-06-20', sendingCountry: 'TH' } as const
  assert.deepEqual(itemsFor({ ...facts, birthDate: '2007-03-01', permit: 'conditions' }), [
    'permit',
    'insurance',
    'housing',
    'emergency',
    'guardian',
  ])
  assert.deepEqual(itemsFor({ ...facts, birthDate: '2004-03-01', permit: 'yes' }), [
    'insurance',
    'housing',
    'emergency',
  ])
  assert.ok(!itemsFor({ ...facts, birthDate: null, permit: 'unknown' }).includes('guardian'))
})

test('what ends before the stay does is short, on its last day it is enough', () => {
  assert.equal(preparationState(undefined, '2027-06-20'), 'missing')
  assert.equal(preparationState({ valid_until: '2027-06-19' }, '2027-06-20'), 'short')
  assert.equal(preparationState({ valid_until: '2027-06-20' }, '2027-06-20'), 'done')
  assert.equal(preparationState({ valid_until: null }, '2027-06-20'), 'done')
})

test('an insurance is about to expire only where the stay goes on after it', () => {
  const stay = { today: '2027-05-01', endsOn: '2027-06-20' } as const
  assert.equal(expiresSoon('2027-05-15', stay), true)
  assert.equal(expiresSoon('2027-05-16', stay), false)
  assert.equal(expiresSoon('2027-04-01', stay), true)
  assert.equal(expiresSoon('2027-06-20', { ...stay, today: '2027-06-19' }), false)
  assert.equal(expiresSoon(null, stay), false)
})

test('everything is settled ten working days before the first day', () => {
  assert.equal(preparedBy('2027-06-07', 'FR'), '2027-05-24')
})
