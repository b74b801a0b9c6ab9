import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addWorkingDays,
  holidaysOf,
  isWorkingDay,
  weekdayOf,
  workingDay,
  workingDaysBetween,
} from './index.ts'

const seeded = { seed: 20261122 }
const country = fc.constantFrom('TH', 'CN', 'KR', 'FR', 'VN')
const date = fc.integer({ min: 0, max: 1094 }).map((offset) => addDays('2025-01-01', offset))

describe('a working day', () => {
  test('is none on a holiday, by the published calendars', () => {
    const closed: Record<string, string[]> = {
      TH: [
        '2025-02-12',
        '2025-04-16',
        '2025-05-12',
        '2025-06-02',
        '2025-07-11',
        '2025-08-11',
        '2026-01-02',
        '2026-03-03',
        '2026-05-13',
        '2026-06-01',
        '2026-07-29',
        '2026-07-30',
        '2026-12-07',
        '2027-02-22',
        '2027-05-20',
        '2027-07-20',
        '2027-10-25',
      ],
      CN: ['2025-01-28', '2025-02-04', '2025-10-08', '2026-01-02', '2026-02-23', '2026-09-25'],
      KR: [
        '2025-01-27',
        '2025-03-03',
        '2025-05-06',
        '2025-06-03',
        '2025-10-08',
        '2026-03-02',
        '2026-05-01',
        '2026-05-25',
        '2026-06-03',
        '2026-07-17',
        '2026-08-17',
        '2026-10-05',
        '2027-02-08',
        '2027-02-09',
        '2027-05-03',
        '2027-07-19',
        '2027-12-27',
      ],
      FR: [
        '2025-04-21',
        '2025-05-29',
        '2025-06-09',
        '2026-04-06',
        '2026-05-14',
        '2026-05-25',
        '2027-03-29',
      ],
    }
    for (const [code, dates] of Object.entries(closed)) {
      for (const each of dates) {
        assert.ok(weekdayOf(each) < 6, `${each} would be closed anyway`)
        assert.equal(isWorkingDay(each, code), false, `${code} ${each}`)
        assert.ok(workingDay(each, code).holiday?.en)
      }
    }
  })

  test('is worked where nothing is on, and on Chinese weekends made up for', () => {
    for (const each of ['2025-01-26', '2025-10-11', '2026-01-04', '2026-02-14', '2026-10-10']) {
      assert.ok(weekdayOf(each) > 5)
      assert.equal(isWorkingDay(each, 'CN'), true, each)
      assert.equal(isWorkingDay(each, 'TH'), false, each)
    }
    assert.equal(isWorkingDay('2026-02-24', 'CN'), true)
    assert.equal(isWorkingDay('2026-06-08', 'KR'), true, 'Memorial Day has no substitute')
    assert.equal(isWorkingDay('2025-07-17', 'KR'), true, 'Constitution Day was no holiday in 2025')
  })

  test('outside the known years and countries is any weekday, and says so', () => {
    assert.deepEqual(workingDay('2031-01-01', 'TH'), {
      working: true,
      holiday: null,
      known: false,
      official: false,
    })
    assert.equal(workingDay('2026-11-23', 'VN').known, false)
    assert.deepEqual(addWorkingDays('2027-12-30', 2, 'FR'), {
      date: '2028-01-03',
      known: false,
      official: false,
    })
  })

  test('of a year that is only computed is marked', () => {
    assert.equal(workingDay('2027-03-01', 'TH').official, false)
    assert.equal(workingDay('2027-03-02', 'KR').official, true)
    assert.deepEqual(addWorkingDays('2026-12-30', 1, 'CN'), {
      date: '2026-12-31',
      known: true,
      official: true,
    })
    assert.equal(addWorkingDays('2026-12-31', 1, 'CN').official, false)
  })
})

describe('the tables of holidays', () => {
  test('hold three years of four countries with a source, every date in its own year', () => {
    for (const code of ['TH', 'CN', 'KR', 'FR']) {
      for (const year of [2025, 2026, 2027]) {
        const table = holidaysOf(code, year)!
        assert.ok(table.source.length > 10)
        for (const each of [...table.holidays.keys(), ...table.makeUpDays]) {
          assert.equal(each.slice(0, 4), String(year))
        }
        for (const each of table.makeUpDays) {
          assert.ok(weekdayOf(each) > 5, `${each} is worked anyway`)
          assert.ok(!table.holidays.has(each))
        }
      }
    }
  })

  test('agree with the totals that were published', () => {
    const days = (code: string, year: number) =>
      workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, code).days
    assert.equal(days('KR', 2025), 365 - 121, '119 of the almanac and two days named later')
    assert.equal(days('KR', 2026), 365 - 120, '118 of the almanac, Labour and Constitution Day')
    assert.equal(days('KR', 2027), 365 - 119)
    assert.equal(days('CN', 2025), 248)
    assert.equal(days('CN', 2026), 248)
    assert.equal(days('FR', 2026), 252)
  })
})

describe('counting working days', () => {
  test('starts on the following day', () => {
    assert.equal(addWorkingDays('2026-04-10', 1, 'TH').date, '2026-04-16')
    assert.equal(addWorkingDays('2026-04-16', -1, 'TH').date, '2026-04-10')
    assert.equal(addWorkingDays('2026-04-11', 0, 'TH').date, '2026-04-16')
    assert.equal(addWorkingDays('2026-04-10', 0, 'TH').date, '2026-04-10')
    assert.equal(addWorkingDays('2026-02-13', 1, 'CN').date, '2026-02-14')
    assert.equal(workingDaysBetween('2026-04-10', '2026-04-17', 'TH').days, 2)
    assert.equal(workingDaysBetween('2026-04-17', '2026-04-10', 'TH').days, -2)
    assert.throws(() => addWorkingDays('2026-04-10', 0.5, 'TH'))
    assert.throws(() => addWorkingDays('2026-04-10', 10_000, 'TH'))
  })

  test('lands on a working day, exactly so many on', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), country, (from, n, code) => {
        const { date: to } = addWorkingDays(from, n, code)
        assert.ok(isWorkingDay(to, code))
        assert.equal(workingDaysBetween(from, to, code).days, n)
      }),
      seeded,
    )
  })

  test('adds up over any day in between', () => {
    fc.assert(
      fc.property(date, date, date, country, (a, b, c, code) => {
        const [first, second, third] = [a, b, c].sort() as [string, string, string]
        assert.equal(
          workingDaysBetween(first, second, code).days +
            workingDaysBetween(second, third, code).days,
          workingDaysBetween(first, third, code).days,
        )
      }),
      seeded,
    )
  })
})
