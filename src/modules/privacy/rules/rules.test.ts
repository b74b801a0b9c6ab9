import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '#kernel/values'
import { answerDueOn } from './deadlines.ts'
import { firstKeptMonth, monthAfter, monthOf, startOfMonth } from './months.ts'

describe('the day for an answer', () => {
  const cases: [askedOn: string, country: string | null, due: string][] = [
    ['2026-11-22', 'TH', '2026-12-22'],
    ['2026-12-20', 'TH', '2027-01-19'],
    ['2026-11-22', 'KR', '2026-12-02'],
    ['2027-01-31', 'FR', '2027-02-28'],
    ['2027-02-10', 'CN', '2027-03-10'],
    ['2026-11-22', null, '2026-12-22'],
  ]
  for (const [askedOn, country, due] of cases) {
    test(`asked on ${askedOn} in ${country ?? 'no country'} is ${due}`, () => {
      assert.equal(answerDueOn(askedOn, country), due)
    })
  }

  test('is never later than thirty days, and in Korea than ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const on = addDays('2000-01-01', days)
        const elsewhere = daysBetween(on, answerDueOn(on, 'FR'))
        assert.ok(elsewhere >= 28 && elsewhere <= 30)
        assert.equal(daysBetween(on, answerDueOn(on, 'KR')), 10)
      }),
      { seed: 20261122 },
    )
  })
})

describe('the months of the record', () => {
  test('follow each other over the end of a year', () => {
    assert.equal(monthOf(new Date('2026-12-31T23:59:59.999Z')), '2026-12')
    assert.equal(monthAfter('2026-12', 1), '2027-01')
    assert.equal(monthAfter('2027-01', -2), '2026-11')
    assert.equal(startOfMonth('2027-01').toISOString(), '2027-01-01T00:00:00.000Z')
  })

  test('are kept at least as many whole months as was said', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (now, kept) => {
          const first = startOfMonth(firstKeptMonth(now, kept))
          const wholeMonthsAgo = new Date(now)
          wholeMonthsAgo.setUTCDate(1)
          wholeMonthsAgo.setUTCMonth(wholeMonthsAgo.getUTCMonth() - kept)
          assert.ok(first <= wholeMonthsAgo)
        },
      ),
      { seed: 20261122 },
    )
  })
})
