import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { apAntwerp, guideA, guideB, tableOf } from '../testing/grading-tables.fixture.ts'
import { type GradingTableRow, type OverlapRule, overlapRules } from './grade-types.ts'
import { chooseGradingTable, placeSpan, spanOf, spansOf } from './grading-table.ts'

const percent = (share: Fraction, digits = 3) => share.multiply(Fraction.of(100)).toDecimal(digits)

function place(
  grade: string,
  from: readonly GradingTableRow[],
  to: readonly GradingTableRow[],
  rule: OverlapRule = 'average',
) {
  const span = spanOf(spansOf(from), grade)
  assert.ok(span, grade)
  const placed = placeSpan(span, spansOf(to), rule)
  assert.ok(placed)
  return placed
}

test('the printed cumulative percentages of AP Antwerp come out', () => {
  const printed: readonly [string, string, string][] = [
    ['10', '12.67', '100'],
    ['11', '11.98', '87.33'],
    ['12', '13.78', '75.35'],
    ['13', '14.19', '61.57'],
    ['14', '14.53', '47.38'],
    ['15', '12.08', '32.86'],
    ['16', '9.74', '20.78'],
    ['17', '5.79', '11.04'],
    ['18', '3.42', '5.24'],
    ['19', '1.35', '1.83'],
    ['20', '0.47', '0.47'],
  ]
  const spans = spansOf(apAntwerp)
  for (const [label, share, cumulative] of printed) {
    const { from, to } = spanOf(spans, label)!
    assert.equal(percent(to.subtract(from), 2), share, label)
    assert.equal(percent(to, 2), cumulative, label)
  }
})

test('the percentages of counts are those that the guide prints', () => {
  const counted = [50, 100, 350, 300, 200].map((count, index) => ({
    label: String(10 - index),
    weight: Fraction.of(count),
  }))
  const shares = spansOf(counted).map(({ from, to }) => percent(to.subtract(from)))
  assert.deepEqual(shares, ['5', '10', '35', '30', '20'])
})

test('a table that sums to 99.9 is normalised, so the last grade ends at the end', () => {
  const spans = spansOf(guideA)
  assert.equal(spans.at(-1)!.to.toString(), '1')
  assert.equal(percent(spanOf(spans, '30')!.from), '5.606')
  assert.equal(percent(spanOf(spans, '30')!.to), '21.321')
})

test('a span over several grades shows each share, and the rule of the home institution settles which counts', () => {
  const cases: readonly [string, Record<string, string>, string, string, string][] = [
    ['30', { '1': '14.394', '2': '1.321' }, '1', '2', '1'],
    ['25', { '2': '0.045', '3': '8.163' }, '2', '3', '3'],
    ['22', { '3': '2.823', '4': '3.183' }, '3', '4', '4'],
  ]
  for (const [grade, shares, maximum, minimum, average] of cases) {
    const { overlaps } = place(grade, guideA, guideB)
    assert.deepEqual(
      Object.fromEntries(overlaps.map(({ label, share }) => [label, percent(share)])),
      shares,
    )
    assert.equal(place(grade, guideA, guideB, 'maximum').home, maximum)
    assert.equal(place(grade, guideA, guideB, 'minimum').home, minimum)
    assert.equal(place(grade, guideA, guideB, 'average').home, average)
  }
})

test('the other way round a wide grade spans many fine ones', () => {
  const two = place('2', guideB, guideA)
  assert.deepEqual(
    two.overlaps.map(({ label, share }) => [label, percent(share)]),
    [
      ['30', '1.321'],
      ['29', '0.501'],
      ['28', '12.312'],
      ['27', '11.812'],
      ['26', '9.009'],
      ['25', '0.045'],
    ],
  )
  assert.equal(two.home, '27')
  assert.equal(place('2', guideB, guideA, 'maximum').home, '30')
  assert.equal(place('2', guideB, guideA, 'minimum').home, '25')
  assert.equal(place('4', guideB, guideA).home, '20')
  assert.equal(place('4', guideB, guideA, 'maximum').home, '22')
  assert.equal(place('4', guideB, guideA, 'minimum').home, '18')
})

test('AP Antwerp against the guide by the middle', () => {
  const expected = {
    '20': '30 e lode',
    '19': '30 e lode',
    '18': '30 e lode',
    '17': '30',
    '16': '30',
    '15': '28',
    '14': '27',
    '13': '26',
    '12': '24',
    '11': '22',
    '10': '18',
  }
  for (const [grade, home] of Object.entries(expected)) {
    assert.equal(place(grade, apAntwerp, guideA).home, home, grade)
  }
})

test('a middle exactly on a border belongs to the better grade', () => {
  const host = [{ label: 'X', weight: Fraction.of(1) }]
  const halves = ['A', 'B'].map((label) => ({ label, weight: Fraction.of(1) }))
  assert.equal(place('X', host, halves).home, 'A')
})

test('a mark that nobody had lies on the border between its neighbours, and beyond the last pass is no place', () => {
  const spans = spansOf(apAntwerp)
  const between = spanOf(spans, '14,5')!
  assert.equal(percent(between.from, 2), '32.86')
  assert.ok(between.from.equals(between.to))
  assert.equal(placeSpan(between, spansOf(guideB), 'average')!.home, '2')
  assert.equal(spanOf(spans, '9'), null)
  assert.equal(spanOf(spans, 'Z'), null)
  assert.equal(
    spanOf(spansOf(guideB), '0.7')!.to.toString(),
    '0',
    'better than all that were given',
  )
  const german = spanOf(spansOf(guideB), '1.5')!
  assert.equal(percent(german.from), '20', 'where the smaller number is the better one')
})

test('an empty table has no place for anything', () => {
  assert.deepEqual(spansOf([]), [])
  assert.equal(
    placeSpan({ label: 'A', from: Fraction.zero, to: Fraction.one }, [], 'average'),
    null,
  )
})

const arbitraryRows = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) =>
    counts.map((count, index) => ({ label: `G${index}`, weight: Fraction.of(count) })),
  )

test('whatever the counts: shares add up to the span, the best is never worse than the average or the lowest, and order is kept', () => {
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, (host, home) => {
      const homeSpans = spansOf(home)
      const rank = (label: string) => home.findIndex((row) => row.label === label)
      const before = new Map<OverlapRule, number>()
      for (const span of spansOf(host)) {
        const placed = overlapRules.map((rule) => placeSpan(span, homeSpans, rule)!)
        const [best, average, worst] = placed.map((each) => rank(each.home))
        assert.ok(best! <= average! && average! <= worst!)
        const sum = Fraction.sum(placed[0]!.overlaps.map(({ share }) => share))
        assert.ok(sum.equals(span.to.subtract(span.from)))
        for (const [index, rule] of overlapRules.entries()) {
          const now = rank(placed[index]!.home)
          assert.ok(now >= (before.get(rule) ?? 0), 'a worse grade never becomes a better one')
          before.set(rule, now)
        }
      }
    }),
    { seed: 20261125, numRuns: 300 },
  )
})

test('multiplying all counts changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRows, fc.integer({ min: 1, max: 9 }), (host, times) => {
      const more = host.map((row) => ({ ...row, weight: row.weight.multiply(Fraction.of(times)) }))
      assert.deepEqual(spansOf(more), spansOf(host))
    }),
    { seed: 20261125, numRuns: 100 },
  )
})

test('the narrowest reference group that the rules allow is taken, else the next broader one', () => {
  const of = (id: string, cycle: 'bachelor' | null, iscedF: string | null, yearTo = 2024) =>
    tableOf(id, 's', guideB, {
      institution: 'u',
      group: { cycle, iscedF, yearFrom: yearTo - 2, yearTo },
    })
  const all = of('all', null, null)
  const arts = of('arts', 'bachelor', '02')
  const design = of('design', 'bachelor', '0212')
  const older = of('older', 'bachelor', '0212', 2021)
  const question = { institution: 'u', scaleId: 's', cycle: 'bachelor' as const, iscedF: '0212' }
  const chosen = (tables: Parameters<typeof chooseGradingTable>[0], digits: 0 | 2 | 3 | 4) =>
    chooseGradingTable(tables, { ...question, digits })?.id ?? null
  assert.equal(chosen([all, arts, older, design], 4), 'design')
  assert.equal(chosen([all, arts, older, design], 2), 'arts')
  assert.equal(chosen([all, arts, older, design], 0), 'all')
  assert.equal(chosen([all, arts], 4), 'arts')
  assert.equal(chosen([design], 2), null, 'a narrower group than the rules ask for is not taken')
  assert.equal(chosen([of('law', 'bachelor', '0421')], 4), null)
  assert.equal(chooseGradingTable([all], { ...question, institution: 'v', digits: 4 }), null)
  assert.equal(chooseGradingTable([arts], { ...question, cycle: 'master', digits: 4 }), null)
})
