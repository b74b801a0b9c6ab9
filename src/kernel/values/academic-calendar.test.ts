import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  academicTermId,
  academicYearFormIn,
  academicYearOf,
  compareAcademicTerms,
  formatAcademicYear,
  isAcademicYearId,
  languages,
  parseAcademicTerm,
  parseAcademicYear,
  shiftAcademicYear,
} from './index.ts'

describe('an academic year', () => {
  test('has the id of EWP, one year or two', () => {
    for (const good of ['2010/2011', '2010/2010']) assert.equal(isAcademicYearId(good), true)
    for (const bad of ['2010/2012', '2011/2010', '2010', '10/11', '2010-2011', null]) {
      assert.equal(isAcademicYearId(bad), false, String(bad))
    }
  })

  test('is read as people type it', () => {
    const table: [string, string | null][] = [
      ['2026/2027', '2026/2027'],
      ['2026-27', '2026/2027'],
      ['2026–2027', '2026/2027'],
      ['2026', '2026/2026'],
      ['2569/2570', '2026/2027'],
      ['2569/70', '2026/2027'],
      ['๒๕๖๙', '2026/2026'],
      ['1999/00', '1999/2000'],
      ['2026/28', null],
      ['2026/2', null],
      ['next year', null],
    ]
    for (const [text, expected] of table) assert.equal(parseAcademicYear(text), expected, text)
  })

  test('is found for a day: Korea from March in one year, Peking from September in two', () => {
    const korea = academicYearFormIn('KR')
    const peking = academicYearFormIn('CN')
    assert.equal(academicYearOf('2026-03-02', korea), '2026/2026')
    assert.equal(academicYearOf('2027-02-20', korea), '2026/2026')
    assert.equal(academicYearOf('2026-09-01', peking), '2026/2027')
    assert.equal(academicYearOf('2026-08-31', peking), '2025/2026')
  })

  test('moves on and back in its own form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: -50, max: 50 }),
        (first, length, years) => {
          const id = `${first}/${first + length}`
          assert.equal(shiftAcademicYear(shiftAcademicYear(id, years), 0 - years), id)
        },
      ),
      { seed: 20261122 },
    )
  })

  test('is written as each language says it', () => {
    assert.deepEqual(
      languages.map((language) => formatAcademicYear('2026/2027', language)),
      ['2026/27', '2026—2027学年', 'ปีการศึกษา 2569', '2026학년도', '2026-2027'],
    )
    assert.equal(formatAcademicYear('2026/2026', 'en'), '2026')
  })
})

describe('an academic term', () => {
  test('is a part of so many of its year', () => {
    const term = { year: '2026/2027', number: 1, parts: 2 }
    assert.equal(academicTermId(term), '2026/2027-1/2')
    assert.deepEqual(parseAcademicTerm('2026/2027-1/2'), term)
    for (const bad of ['2026/2027', '2026/2027-3/2', '2026/2027-0/2', '2026/2029-1/2', '']) {
      assert.equal(parseAcademicTerm(bad), null, bad)
    }
    assert.throws(() => academicTermId({ ...term, number: 3 }))
  })

  test('comes before the later parts and years', () => {
    const ordered = ['2025/2026-2/2', '2026/2027-1/2', '2026/2027-2/3', '2026/2027-2/2']
    assert.deepEqual(ordered.toReversed().sort(compareAcademicTerms), ordered)
  })
})
