import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { chooseUnderCaps } from './choose-under-caps.ts'
import type { CapCandidate } from './choose-under-caps.ts'

const seed = 20261122
const credit = fc.integer({ min: 0, max: 16 }).map((halves) => Fraction.of(halves, 2))
const candidates = fc.array(fc.record({ credit, group: fc.nat(6), term: fc.nat(1) }), {
  maxLength: 9,
})

test('the choice under caps equals the best of all subsets', () => {
  fc.assert(
    fc.property(candidates, credit, fc.option(credit), (items, total, term) => {
      const list: CapCandidate[] = items.map((each, place) => ({
        id: String(place),
        // A course that repeats across terms is settled before the caps and not compared here.
        group: term === null ? String(each.group) : `${each.group}/${each.term}`,
        term: String(each.term),
        credit: each.credit,
      }))
      const distinct = term === null ? list : firstOfEachGroup(list)
      const chosen = chooseUnderCaps(distinct, { total, term })!
      const sum = Fraction.sum(distinct.filter((c) => chosen.has(c.id)).map((c) => c.credit))
      assert.equal(sum.toString(), bestBySearch(distinct, total, term).toString())
    }),
    { seed, numRuns: 300 },
  )
})

function firstOfEachGroup(list: CapCandidate[]): CapCandidate[] {
  return list.filter((each, place) => list.findIndex((c) => c.group === each.group) === place)
}

function bestBySearch(list: CapCandidate[], total: Fraction, term: Fraction | null): Fraction {
  let best = Fraction.zero
  for (let choice = 0; choice < 1 << list.length; choice += 1) {
    const picked = list.filter((_, place) => (choice >> place) & 1)
    if (new Set(picked.map((each) => each.group)).size !== picked.length) continue
    const sum = Fraction.sum(picked.map((each) => each.credit))
    if (sum.compare(total) > 0) continue
    const terms = ['0', '1'].map((name) =>
      Fraction.sum(picked.filter((each) => each.term === name).map((each) => each.credit)),
    )
    if (term && terms.some((each) => each.compare(term) > 0)) continue
    best = Fraction.max(best, sum)
  }
  return best
}

test('credits without a usable common denominator are left to a person', () => {
  const primes = [1009, 1013, 1019, 1021]
  const uneven = primes.map((prime, place) => ({
    id: String(place),
    group: String(place),
    term: '',
    credit: Fraction.of(prime + 1, prime),
  }))
  assert.equal(chooseUnderCaps(uneven, { total: Fraction.of(2), term: null }), null)
})

test('among equal choices the earlier lines and the earlier terms go first', () => {
  const lines = ['a', 'b', 'c'].map((id, place) => ({
    id,
    group: id,
    term: place < 2 ? '1' : '2',
    credit: Fraction.of(3),
  }))
  const six = Fraction.of(6)
  assert.deepEqual([...chooseUnderCaps(lines, { total: six, term: null })!], ['a', 'b'])
  assert.deepEqual([...chooseUnderCaps(lines, { total: six, term: six })!], ['a', 'b'])
  assert.deepEqual([...chooseUnderCaps(lines, { total: six, term: Fraction.of(5) })!], ['a', 'c'])
})

test('many terms with a cap of their own need no common search', () => {
  const lines = Array.from({ length: 10_000 }, (_, place) => ({
    id: String(place),
    group: String(place),
    term: String(place % 500),
    credit: Fraction.of(100 + (place % 50), 20),
  }))
  const chosen = chooseUnderCaps(lines, { total: Fraction.of(50_000), term: Fraction.of(30) })!
  // All lines of a term have the same credit here, so that the best is plain: as many as fit.
  const credits = new Map(lines.map((each) => [each.term, each.credit]))
  for (const [term, each] of credits) {
    const taken = lines.filter((line) => line.term === term && chosen.has(line.id)).length
    const fitting = Fraction.of(30).divide(each)
    assert.equal(BigInt(taken), fitting.numerator / fitting.denominator)
  }
})
