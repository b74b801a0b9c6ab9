import assert from 'node:assert/strict'
import { test } from 'node:test'
import highs from 'highs'
import type { LegacyHighs } from 'highs'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { type Choosable, choose, type Limits, termLimit, totalLimit } from './choose.ts'

const seed = 20261122

/** Overlapping equivalences of a whole transcript: up to thirty lines, forty ways to count them, three terms. */
const transcripts = fc
  .record({
    lines: fc.integer({ min: 4, max: 30 }),
    courses: fc.integer({ min: 3, max: 25 }),
    ways: fc.array(
      fc.record({
        lines: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 3 }),
        courses: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 2 }),
        credit: fc.integer({ min: 2, max: 24 }),
      }),
      { minLength: 5, maxLength: 40 },
    ),
    divisor: fc.constantFrom(1, 2, 3, 4),
    total: fc.option(fc.integer({ min: 1, max: 100 })),
    term: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(({ lines, courses, ways, divisor, total, term }) => {
    const items = ways.map((way): Choosable => {
      const own = [...new Set(way.lines.map((each) => each % lines))]
      const credit = Fraction.of(way.credit, divisor)
      const terms = new Map<string, Fraction>()
      for (const line of own) {
        const name = termLimit(String(line % 3))
        const part = credit.divide(Fraction.of(own.length))
        terms.set(name, (terms.get(name) ?? Fraction.zero).add(part))
      }
      return {
        lines: own.map(String),
        courses: [...new Set(way.courses.map((each) => each % courses))].map(String),
        credit,
        uses: [
          { of: totalLimit, amount: credit },
          ...[...terms].map(([of, amount]) => ({ of, amount })),
        ],
      }
    })
    const limits = new Map<string, Fraction>()
    if (total !== null) limits.set(totalLimit, Fraction.of(total))
    if (term !== null) {
      for (const name of ['0', '1', '2']) limits.set(termLimit(name), Fraction.of(term, 2))
    }
    return { items, limits: limits as Limits }
  })

/** The same problem for a solver of mixed integer programmes, in the LP format. */
function programme(items: readonly Choosable[], limits: Limits): string {
  const number = (value: Fraction) => value.toDecimal(12)
  const sum = (terms: readonly string[]) => terms.join(' + ')
  const rows: string[] = []
  for (const side of ['lines', 'courses'] as const) {
    const users = new Map<string, string[]>()
    for (const [place, item] of items.entries()) {
      for (const id of item[side]) users.set(id, [...(users.get(id) ?? []), `x${place}`])
    }
    for (const [id, names] of users) rows.push(` ${side}${id}: ${sum(names)} <= 1`)
  }
  for (const [of, limit] of limits) {
    const users = items.flatMap((item, place) =>
      item.uses.flatMap((use) => (use.of === of ? [`${number(use.amount)} x${place}`] : [])),
    )
    const name = of.replaceAll(' ', '')
    if (users.length > 0) rows.push(` ${name}: ${sum(users)} <= ${number(limit)}`)
  }
  const names = items.map((_, place) => `x${place}`)
  const objective = sum(items.map((item, place) => `${number(item.credit)} x${place}`))
  return `Maximize\n obj: ${objective}\nSubject To\n${rows.join('\n')}\nBinary\n ${names.join(' ')}\nEnd\n`
}

test('1,000 random transcripts have the optimum that a solver of mixed integer programmes finds', async () => {
  // The package's types speak of an ES module; under Node it exports the loader itself.
  const solver = await (highs as unknown as () => Promise<LegacyHighs>)()
  let greedyWrong = 0
  fc.assert(
    fc.property(transcripts, ({ items, limits }) => {
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
