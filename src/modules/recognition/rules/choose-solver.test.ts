import assert from 'node:assert/strict'
import { test } from 'node:test'
import highs from 'highs'
import type { LegacyHighs } from 'highs'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { overlaps, programme } from './choose-solver.fixture.ts'
import { type Choosable, choose, type Limits } from './choose.ts'

const seed = 20261122

test('1,000 random transcripts have the optimum that a solver of mixed integer programmes finds', async () => {
  // The package's types speak of an ES module; under Node it exports the loader itself.
  const solver = await (highs as unknown as () => Promise<LegacyHighs>)()
  let greedyWrong = 0
  fc.assert(
    fc.property(overlaps, ({ items, limits }) => {
      const choice = choose(items, limits)
      const solution = solver.solve(programme(items, limits))
      assert.equal(solution.Status, 'Optimal')
      assert.ok(choice.credit.equals(choice.bound), 'the best choice is proved')
      const optimum = Number(choice.credit.toDecimal(9))
      assert.ok(
        Math.abs(solution.ObjectiveValue - optimum) < 1e-6,
        `${solution.ObjectiveValue} and ${optimum}`,
      )
      if (greedy(items, limits).compare(choice.credit) < 0) greedyWrong += 1
    }),
    { seed, numRuns: 1000 },
  )
  // Were taking the largest first as good, none of this would be needed.
  assert.ok(greedyWrong > 200, `${greedyWrong} of 1000`)
})

/** What taking each item that still fits would come to, the largest first. */
function greedy(items: readonly Choosable[], limits: Limits): Fraction {
  const taken = new Set<string>()
  const used = new Map<string, Fraction>()
  let credit = Fraction.zero
  for (const item of items.toSorted((a, b) => b.credit.compare(a.credit))) {
    const keys = [...item.lines.map((id) => `l${id}`), ...item.courses.map((id) => `c${id}`)]
    const fits = item.uses.every(({ of, amount }) => {
      const limit = limits.get(of)
      return !limit || (used.get(of) ?? Fraction.zero).add(amount).compare(limit) <= 0
    })
    if (!fits || keys.some((key) => taken.has(key))) continue
    for (const key of keys) taken.add(key)
    for (const { of, amount } of item.uses) {
      used.set(of, (used.get(of) ?? Fraction.zero).add(amount))
    }
    credit = credit.add(item.credit)
  }
  return credit
}
