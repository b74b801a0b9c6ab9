import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingOf, wishesGot } from './selection.ts'

test('only whoever was accepted and has taken the place is nominated, and once', () => {
  const facts = { withdrawn: false, outcome: 'accepted', reply: 'accepted' } as const
  const cases = [
    [facts, false, 'ready'],
    [facts, true, 'nominated'],
    [{ ...facts, reply: null }, false, 'asked'],
    [{ ...facts, reply: 'declined' }, false, 'given-up'],
    [{ ...facts, reply: 'lapsed' }, false, 'given-up'],
    [{ ...facts, withdrawn: true }, false, 'given-up'],
    [{ ...facts, outcome: 'waiting', reply: null }, false, 'waiting'],
    [{ ...facts, outcome: 'refused', reply: null }, false, 'refused'],
    [{ ...facts, outcome: null, reply: null }, false, 'undecided'],
  ] as const
  for (const [given, isNominated, standing] of cases) {
    assert.equal(standingOf(given, isNominated), standing)
  }
})

test('wishes are counted in their order, with those who got none at the end', () => {
  const placed = [{ wish: 2 }, { wish: null }, { wish: 1 }, { wish: 2 }]
  assert.deepEqual(wishesGot(placed), [
    { wish: 1, count: 1 },
    { wish: 2, count: 2 },
    { wish: null, count: 1 },
  ])
  assert.deepEqual(wishesGot([]), [])
})
