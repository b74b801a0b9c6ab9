import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dateInZone,
  daysBetween,
  formatDate,
  formatDateRange,
  formatInstant,
  formatList,
  formatNumber,
  formatPercent,
  formatYear,
  Fraction,
  isDateOnly,
  isTimeZone,
  languages,
  parseDate,
  parseYear,
  relativeDays,
  relativeTime,
  startOfDay,
  timeZoneName,
  timeZones,
  weekdayOf,
  yearInField,
} from './index.ts'

const seeded = { seed: 20261122 }
const days = fc
  .integer({ min: -60_000, max: 130_000 })
  .map((offset) => addDays('2026-11-22', offset))
const inAll = (write: (language: (typeof languages)[number]) => string) =>
  languages.map((language) => write(language).replace(/[\u2009\u00a0\u202f]/g, ' '))

describe('a typed year', () => {
  test('is read in both eras and in the digits of both scripts', () => {
    const table: [string, number | null][] = [
      ['2025', 2025],
      ['2568', 2025],
      ['๒๕๖๘', 2025],
      [' พ.ศ. 2568 ', 2025],
      ['1898', 1898],
      ['859', 859],
      ['68', null],
      ['two', null],
      ['20255', null],
      ['', null],
    ]
    for (const [typed, year] of table) assert.equal(parseYear(typed), year, typed)
  })

  test('as a field begins with it is read back as the same one, in every language', () => {
    const years = fc.integer({ min: 500, max: 2200 })
    fc.assert(
      fc.property(years, fc.constantFrom(...languages), (year, language) => {
        assert.equal(parseYear(yearInField(year, language)), year)
      }),
      seeded,
    )
    assert.equal(yearInField(2025, 'th'), '2568')
    assert.equal(yearInField(2025, 'ko'), '2025')
    assert.equal(yearInField(1257, 'th'), '1257')
    assert.equal(yearInField(null, 'th'), '')
  })
})

describe('a typed date', () => {
  test('is read in the ways in which the four countries write it', () => {
    const table: [string, string | null][] = [
      ['2026-11-22', '2026-11-22'],
      ['22/11/2026', '2026-11-22'],
      ['22.11.2026', '2026-11-22'],
      ['2/1/2026', '2026-01-02'],
      ['22/11/2569', '2026-11-22'],
      ['๒๒/๑๑/๒๕๖๙', '2026-11-22'],
      ['2569-11-22', '2026-11-22'],
      ['22/11/2569 พ.ศ.', '2026-11-22'],
      ['2026年11月22日', '2026-11-22'],
      ['2026년 11월 22일', '2026-11-22'],
      ['2026. 11. 22.', '2026-11-22'],
      ['２０２６/１１/２２', '2026-11-22'],
      ['29/02/2567', '2024-02-29'],
      ['29/02/2569', null],
      ['31/04/2026', null],
      ['00/01/2026', null],
      ['2026-13-01', null],
      ['22/11/26', null],
      ['0000-01-01', null],
      ['22 November 2026', null],
      ['', null],
    ]
    for (const [text, expected] of table) {
      assert.equal(parseDate(text), expected, text)
    }
  })

  test('is checked strictly where it is already a date', () => {
    for (const bad of [
      '2026-2-3',
      '2026-02-30',
      '2569-01-01',
      '20260203',
      ' 2026-02-03',
      5,
      null,
    ]) {
      assert.equal(isDateOnly(bad), false, String(bad))
    }
    assert.equal(isDateOnly('2024-02-29'), true)
  })

  test('never throws, and gives only real days', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const date = parseDate(text)
        assert.ok(date === null || isDateOnly(date))
      }),
      seeded,
    )
    fc.assert(
      fc.property(days, (date) => {
        assert.equal(parseDate(date), date)
        assert.equal(parseDate(formatDate(date, 'th', 'short')), date)
      }),
      seeded,
    )
  })
})

describe('days', () => {
  test('are counted and added as inverses', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        assert.equal(addDays(from, daysBetween(from, to)), to)
        assert.equal(daysBetween(from, to), 0 - daysBetween(to, from))
      }),
      seeded,
    )
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
    assert.equal(weekdayOf('2026-11-22'), 7)
  })

  test('belong to a time zone', () => {
    const instant = new Date('2026-11-22T18:30:00Z')
    assert.equal(dateInZone(instant, 'Asia/Bangkok'), '2026-11-23')
    assert.equal(dateInZone(instant, 'Europe/Paris'), '2026-11-22')
    assert.equal(startOfDay('2026-11-23', 'Asia/Seoul').toISOString(), '2026-11-22T15:00:00.000Z')
    assert.equal(startOfDay('2026-07-01', 'Europe/Paris').toISOString(), '2026-06-30T22:00:00.000Z')
  })
})

describe('a written date', () => {
  test('follows the language, Thai in the Buddhist era', () => {
    assert.deepEqual(
      inAll((each) => formatDate('2026-11-22', each)),
      [
        '22 November 2026',
        '2026年11月22日',
        '22 พฤศจิกายน พ.ศ. 2569',
        '2026년 11월 22일',
        '22 novembre 2026',
      ],
    )
    assert.deepEqual(
      inAll((each) => formatDate('2026-11-22', each, 'weekday')),
      [
        'Sunday, 22 November 2026',
        '2026年11月22日星期日',
        'วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569',
        '2026년 11월 22일 일요일',
        'dimanche 22 novembre 2026',
      ],
    )
    assert.deepEqual(
      inAll((each) => formatDate('2026-11-22', each, 'medium')),
      ['22 Nov 2026', '2026年11月22日', '22 พ.ย. 2569', '2026. 11. 22.', '22 nov. 2026'],
    )
    assert.equal(formatDate('2026-11-22', 'th', 'month'), 'พฤศจิกายน พ.ศ. 2569')
    assert.equal(formatYear(2026, 'th'), '2569')
    assert.equal(formatYear(2026, 'ko'), '2026')
  })

  test('says once what both ends of a period share', () => {
    assert.deepEqual(
      inAll((each) => formatDateRange('2026-11-05', '2026-11-09', each)),
      [
        '5 – 9 November 2026',
        '2026年11月5日至9日',
        '5–9 พฤศจิกายน พ.ศ. 2569',
        '2026년 11월 5일~9일',
        '5–9 novembre 2026',
      ],
    )
    assert.equal(
      formatDateRange('2026-11-05', '2027-01-09', 'zh-Hans'),
      '2026年11月5日至2027年1月9日',
    )
    assert.equal(formatDateRange('2026-11-05', '2026-12-09', 'zh-Hans'), '2026年11月5日至12月9日')
    assert.equal(formatDateRange('2026-11-05', '2026-11-05', 'zh-Hans'), '2026年11月5日')
    assert.match(formatDateRange('2026-11-05', '2027-01-09', 'th'), /พ\.ศ\. 2569.*พ\.ศ\. 2570/)
  })

  test('of an instant names the offset of its zone', () => {
    const instant = new Date('2026-11-22T03:04:00Z')
    assert.deepEqual(
      inAll((each) => formatInstant(instant, 'Asia/Bangkok', each)),
      [
        '22 Nov 2026 10:04 (GMT+7)',
        '2026年11月22日 10:04 (GMT+7)',
        '22 พ.ย. 2569 10:04 (GMT+7)',
        '2026. 11. 22. 10:04 (GMT+7)',
        '22 nov. 2026 10:04 (UTC+7)',
      ],
    )
    assert.equal(formatInstant(instant, 'Europe/Paris', 'en', 'time'), '04:04 (GMT+1)')
  })

  test('can be told from today', () => {
    assert.deepEqual(
      inAll((each) => relativeDays('2026-11-25', '2026-11-22', each)),
      ['in 3 days', '3天后', 'ในอีก 3 วัน', '3일 후', 'dans 3 jours'],
    )
    assert.equal(relativeDays('2026-11-21', '2026-11-22', 'th'), 'เมื่อวาน')
    const now = new Date('2026-11-22T12:00:00Z')
    assert.equal(relativeTime(new Date('2026-11-22T11:54:30Z'), now, 'en'), '5 minutes ago')
    assert.equal(relativeTime(now, now, 'en'), 'now')
    assert.equal(relativeTime(new Date('2026-12-07T12:00:00Z'), now, 'en'), 'in 2 weeks')
  })
})

describe('numbers and zones', () => {
  test('are written as the language writes them, fractions exactly', () => {
    assert.equal(formatNumber(1234567, 'th'), '1,234,567')
    assert.equal(formatNumber(1234567, 'fr').replace(/\s/g, ' '), '1 234 567')
    assert.equal(formatNumber(Fraction.of(5, 2), 'fr'), '2,5')
    assert.equal(formatNumber(10n ** 20n, 'en'), '100,000,000,000,000,000,000')
    assert.equal(formatPercent(Fraction.of(3, 8), 'en'), '37.5%')
    assert.equal(formatPercent(Fraction.of(3, 8), 'fr').replace(/\s/g, ' '), '37,5 %')
    assert.equal(formatList(['A', 'B', 'C'], 'ko'), 'A, B 및 C')
    assert.equal(formatList(['ภาพ', 'เสียง'], 'th'), 'ภาพและเสียง')
    assert.equal(formatList(['Photography', 'เสียง'], 'th'), 'Photography และเสียง')
    assert.equal(formatList(['ภาพ', 'GE1102', 'CA2206'], 'th'), 'ภาพ GE1102 และ CA2206')
    assert.equal(formatList(['A', 'B'], 'en', 'or'), 'A or B')
  })

  test('of time are known by name, those of the alliance first', () => {
    assert.equal(timeZones()[0], 'Asia/Bangkok')
    assert.equal(new Set(timeZones()).size, timeZones().length)
    assert.ok(timeZones().every(isTimeZone))
    for (const bad of ['Asia/Atlantis', '+07:00', '', null, 'x'.repeat(100)]) {
      assert.equal(isTimeZone(bad), false)
    }
    assert.equal(timeZoneName('Asia/Bangkok', 'en', new Date(0)), 'Indochina Time (GMT+7)')
    const summer = new Date('2026-07-01T00:00:00Z')
    assert.match(timeZoneName('Europe/Paris', 'fr', summer), /UTC\+2/)
  })
})
