import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairCost, type PairFacts } from './mentor-costs.ts'

const silent: PairFacts = {
  wish: null,
  hasWishes: false,
  named: null,
  hasNamed: false,
  isOtherField: false,
}

test('a pair costs what the page says of wishes, of the mentor’s own, and of fields', () => {
  const table: [Partial<PairFacts>, number][] = [
    [{}, 0],
    [{ hasWishes: true, wish: 1 }, 0],
    [{ hasWishes: true, wish: 3 }, 20],
    [{ hasWishes: true, wish: 40 }, 100],
    [{ hasWishes: true }, 100],
    [{ hasNamed: true, named: 2 }, 5],
    [{ hasNamed: true }, 50],
    [{ isOtherField: true }, 60],
    [{ hasWishes: true, hasNamed: true, isOtherField: true }, 210],
  ]
  for (const [facts, cost] of table) assert.equal(pairCost({ ...silent, ...facts }), cost)
})
