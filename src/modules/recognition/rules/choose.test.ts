import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { type Choosable, choose, type Limits, termLimit, totalLimit } from './choose.ts'

const seed = 20261122

/** A small problem: up to nine items over a few lines, courses and terms, with credit in halves. */
const problems = fc
  .record({
    items: fc.array(
      fc.record({
        lines: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
        courses: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 2 }),
        credit: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 9 },
    ),
    total: fc.option(fc.integer({ min: 0, max: 20 })),
    term: fc.option(fc.integer({ min: 0, max: 12 })),
  })
  .map(({ items, total, term }) => ({
    items: items.map(({ lines, courses, credit }): Choosable => {
      const whole = Fraction.of(credit, 2)
      const part = whole.divide(Fraction.of(lines.length))
      const perTerm = new Map<string, Fraction>()
      for (const line of lines) {
        const name = termLimit(String(line % 2))
        perTerm.set(name, (perTerm.get(name) ?? Fraction.zero).add(part))
      }
      return {
        lines: lines.map(String),
        courses: courses.map(String),
        credit: whole,
        uses: [
          { of: totalLimit, amount: whole },
          ...[...perTerm].map(([of, amount]) => ({ of, amount })),
        ],
      }
    }),
    limits: limitsOf(total, term),
  }))

function limitsOf(total: number | null, term: number | null): Limits {
  const limits = new Map<string, Fraction>()
  if (total !== null) limits.set(totalLimit, Fraction.of(total, 2))
  if (term !== null) {
    for (const name of ['0', '1']) limits.set(termLimit(name), Fraction.of(term, 2))
  }
  return limits
}

test('the choice brings as much as the best of all subsets, and keeps every limit', () => {
  fc.assert(
    fc.property(problems, ({ items, limits }) => {
      const choice = choose(items, limits)
      const subset = items.filter((_, place) => choice.chosen.has(place))
      assert.ok(isAllowed(subset, limits))
      assert.equal(choice.credit.toString(), creditOf(subset).toString())
      assert.equal(choice.bound.toString(), choice.credit.toString())
      assert.equal(choice.credit.toString(), bestBySearch(items, limits).toString())
    }),
    { seed, numRuns: 1000 },
  )
})

test('of equal choices the documented one is taken', () => {
  fc.assert(
    fc.property(problems, ({ items, limits }) => {
      const { chosen } = choose(items, limits)
      assert.deepEqual([...chosen].toSorted(byNumber), preferredBySearch(items, limits))
    }),
    { seed: seed + 1, numRuns: 1000 },
  )
})

function byNumber(a: number, b: number): number {
  return a - b
}

function isAllowed(subset: readonly Choosable[], limits: Limits): boolean {
  const lines = subset.flatMap((each) => each.lines)
  const courses = subset.flatMap((each) => each.courses)
  if (new Set(lines).size < lines.length || new Set(courses).size < courses.length) return false
  return [...limits].every(([of, limit]) => {
    const amounts = subset.flatMap((each) => each.uses.filter((use) => use.of === of))
    return Fraction.sum(amounts.map(({ amount }) => amount)).compare(limit) <= 0
  })
}

function creditOf(subset: readonly Choosable[]): Fraction {
  return Fraction.sum(subset.map((each) => each.credit))
}

function* subsets(items: readonly Choosable[], limits: Limits) {
  for (let choice = 0; choice < 1 << items.length; choice += 1) {
    const places = items.flatMap((_, place) => ((choice >> place) & 1 ? [place] : []))
    if (
      isAllowed(
        places.map((place) => items[place]!),
        limits,
      )
    )
      yield places
  }
}

function bestBySearch(items: readonly Choosable[], limits: Limits): Fraction {
  let best = Fraction.zero
  for (const places of subsets(items, limits)) {
    best = Fraction.max(best, creditOf(places.map((place) => items[place]!)))
  }
  return best
}

/** The first of the best choices in the documented order: competing items stand together, at the first of them. */
function preferredBySearch(items: readonly Choosable[], limits: Limits): number[] {
  const fitting = items.flatMap((item, place) => (isAllowed([item], limits) ? [place] : []))
  const sequence: number[] = []
  for (const place of fitting) {
    if (sequence.includes(place)) continue
    const group = new Set([place])
    for (const _ of fitting) {
      for (const other of fitting) {
        if ([...group].some((each) => !isAllowed([items[each]!, items[other]!], new Map()))) {
          group.add(other)
        }
      }
    }
    sequence.push(...[...group].toSorted(byNumber))
  }
  const best = bestBySearch(items, limits)
  let first: number[] | null = null
  for (const places of subsets(items, limits)) {
    if (!creditOf(places.map((place) => items[place]!)).equals(best)) continue
    const rank = sequence.map((place) => (places.includes(place) ? '1' : '0')).join('')
    const known = first && sequence.map((place) => (first!.includes(place) ? '1' : '0')).join('')
    if (known === null || rank > known) first = places
  }
  return first ?? []
}

const alone = (credit: Fraction, place: number, term = ''): Choosable => ({
  lines: [`l${place}`],
  courses: [`c${place}`],
  credit,
  uses: [
    { of: totalLimit, amount: credit },
    { of: termLimit(term), amount: credit },
  ],
})

test('among equal choices the earlier lines go first', () => {
  const items = [
    alone(Fraction.of(3), 0, '1'),
    alone(Fraction.of(3), 1, '1'),
    alone(Fraction.of(3), 2, '2'),
  ]
  const six = new Map([[totalLimit, Fraction.of(6)]])
  assert.deepEqual([...choose(items, six).chosen], [0, 1])
  const capped = new Map([...six, [termLimit('1'), Fraction.of(5)]])
  assert.deepEqual([...choose(items, capped).chosen], [0, 2])
})

test('credits with hostile denominators are chosen exactly', () => {
  const large = 10n ** 40n
  const items = [1n, 3n, 7n, 9n, 11n].map((odd, place) =>
    alone(Fraction.of(large + 1n, large * 2n + odd), place),
  )
  const limits = new Map([[totalLimit, Fraction.of(1)]])
  const choice = choose(items, limits)
  assert.equal(choice.credit.toString(), bestBySearch(items, limits).toString())
  assert.equal(choice.unproved.size, 0)
})

test('10,000 lines under a cap of each of 500 terms, and under one cap in all', () => {
  const termOf = (place: number) => Math.floor(place / 20)
  const items = Array.from({ length: 10_000 }, (_, place) =>
    alone(Fraction.of(100 + (termOf(place) % 50), 20), place, String(termOf(place))),
  )
  const terms = Array.from({ length: 500 }, (_, term) => termLimit(String(term)))
  const limits = new Map(terms.map((name) => [name, Fraction.of(30)]))
  const choice = choose(items, limits)
  assert.equal(choice.unproved.size, 0)
  for (const term of [0, 49, 499]) {
    const credit = Fraction.of(100 + (term % 50), 20)
    const taken = items.filter((_, place) => termOf(place) === term && choice.chosen.has(place))
    const fitting = Fraction.of(30).divide(credit)
    assert.equal(BigInt(taken.length), fitting.numerator / fitting.denominator)
  }
  // All terms under one cap is more than is searched: what is known and what cannot be exceeded is said.
  const over = choose(items, new Map([...limits, [totalLimit, Fraction.of(5_000)]]))
  assert.equal(over.bound.toString(), '5000')
  assert.ok(over.credit.compare(Fraction.of(4_990)) > 0 && over.unproved.size > 0)
})

test('a search that would look at too much says what it knows and what cannot be exceeded', () => {
  const items = Array.from({ length: 40 }, (_, place) =>
    alone(Fraction.of(1_000_003 + place * place * 7919, 1_000_000), place),
  )
  const limit = Fraction.of(31_234_567, 1_000_000)
  const choice = choose(items, new Map([[totalLimit, limit]]), 2_000)
  assert.ok(choice.credit.compare(choice.bound) < 0)
  assert.ok(choice.bound.compare(limit) <= 0)
  assert.equal(choice.unproved.size, 40)
  const subset = items.filter((_, place) => choice.chosen.has(place))
  assert.ok(isAllowed(subset, new Map([[totalLimit, limit]])))
})

test('many lines that could each be any of many courses are matched, however they are many', () => {
  const items: Choosable[] = []
  for (let line = 0; line < 30; line += 1) {
    for (let course = 0; course < 30; course += 1) {
      const credit = Fraction.of(3)
      items.push({ lines: [`l${line}`], courses: [`c${course}`], credit, uses: [] })
    }
  }
  const choice = choose(items, new Map())
  assert.equal(choice.credit.toString(), '90')
  assert.equal(choice.unproved.size, 0)
})
