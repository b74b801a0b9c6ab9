import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { covers, layPeriod, type SchemePeriod } from './scheme-periods.ts'

const period = (intakeFrom: number, intakeTo: number | null, scale: string): SchemePeriod => ({
  intakeFrom,
  intakeTo,
  scheme: 'cn-16',
  scale,
})

function laid(present: SchemePeriod[], next: SchemePeriod): string {
  const result = layPeriod(present, next)
  if (!result.ok) return result.fault
  return result.periods
    .map((each) => `${each.intakeFrom}-${each.intakeTo ?? ''} ${each.scale}`)
    .join(', ')
}

test('a period takes its intakes from those that were there', () => {
  const one = [period(2000, null, 'old')]
  const two = [period(2000, 2024, 'old'), period(2025, null, 'new')]
  const table: [SchemePeriod[], SchemePeriod, string][] = [
    [[], period(2020, null, 'a'), '2020- a'],
    [one, period(2025, null, 'new'), '2000-2024 old, 2025- new'],
    [one, period(2010, 2012, 'x'), '2000-2009 old, 2010-2012 x, 2013- old'],
    [one, period(2000, null, 'x'), '2000- x'],
    [one, period(1990, 1999, 'x'), '1990-1999 x, 2000- old'],
    [two, period(2020, 2026, 'x'), '2000-2019 old, 2020-2026 x, 2027- new'],
    [two, period(2025, null, 'old'), '2000- old'],
    [two, period(1990, null, 'x'), '1990- x'],
    [two, period(2026, null, 'new'), '2000-2024 old, 2025- new'],
    [[], period(2020, 2024, 'a'), 'open-end'],
    [one, period(1990, 1995, 'x'), 'gap'],
    [one, period(2020, 2019, 'x'), 'intake'],
  ]
  for (const [present, next, expected] of table) assert.equal(laid(present, next), expected)
})

test('after every change each intake has one scale: the new one in its period, the old one elsewhere', () => {
  const year = fc.integer({ min: 2000, max: 2030 })
  const change = fc.record({
    from: year,
    years: fc.option(fc.nat(10)),
    scale: fc.constantFrom('a', 'b', 'c'),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      let periods = [period(2000, null, 'start')]
      const expected = new Map<number, string>()
      for (let each = 2000; each <= 2045; each += 1) expected.set(each, 'start')
      for (const { from, years, scale } of changes) {
        const to = years === null ? null : from + years
        const result = layPeriod(periods, period(from, to, scale))
        assert.ok(result.ok)
        periods = result.periods
        for (const each of expected.keys()) {
          if (each >= from && each <= (to ?? each)) expected.set(each, scale)
        }
      }
      for (const [intake, scale] of expected) {
        const fitting = periods.filter(
          (each) => each.intakeFrom <= intake && (each.intakeTo ?? intake) >= intake,
        )
        assert.deepEqual(
          fitting.map((each) => each.scale),
          [scale],
        )
      }
    }),
    { seed: 20261122 },
  )
})

test('a scale for some intakes covers only periods within them', () => {
  const table: [number | null, number | null, number, number | null, boolean][] = [
    [null, null, 1990, null, true],
    [2025, null, 2025, null, true],
    [2025, null, 2024, null, false],
    [null, 2024, 2000, 2024, true],
    [null, 2024, 2000, null, false],
    [2020, 2024, 2021, 2025, false],
  ]
  for (const [first, last, intakeFrom, intakeTo, expected] of table) {
    assert.equal(covers({ intakeFrom: first, intakeTo: last }, { intakeFrom, intakeTo }), expected)
  }
})
