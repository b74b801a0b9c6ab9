import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { pekingGradePoint, publishedGradeScales } from './grade-scales.ts'
import {
  checkMinimumGrade,
  chooseGradeScale,
  convertGrade,
  minimumText,
  readGrade,
} from './grades.ts'
import type { GradeRule } from './types.ts'

const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const f = (text: string) => Fraction.parse(text)!
const record: GradeRule = { method: 'record', label: 'TR' }
const minimum = { homeScaleId: 'au', label: 'C' }

function check(hostScale: string, grade: string, more = {}) {
  return checkMinimumGrade(grade, minimum, {
    hostScale: scale(hostScale),
    homeScale: scale('au'),
    correspondences: [],
    gradeRule: record,
    ...more,
  })
}

function points(id: string, grade: string): string | undefined {
  const read = readGrade(scale(id), grade)
  return read.kind === 'grade' ? read.points?.toDecimal(2) : read.kind
}

test('the same letter is worth different points at two Thai universities', () => {
  assert.equal(points('au', 'B+'), '3.25')
  assert.equal(points('siam', 'B+'), '3.5')
  assert.equal(points('au', 'A-'), '3.75')
  assert.equal(points('au', 'C-'), '1.75')
})

test('Renmin marks fall into the published bands', () => {
  for (const [mark, expected] of [
    ['90', '4'],
    ['86', '3.7'],
    ['60', '1'],
    ['59', '0'],
    ['100', '4'],
  ] as const) {
    assert.equal(points('ruc', mark), expected)
  }
})

test('the grade point of Peking University matches the published figures at two decimals', () => {
  for (const [mark, published] of [
    ['100', '4'],
    ['95', '3.95'],
    ['92', '3.88'],
    ['85', '3.58'],
    ['80', '3.25'],
    ['60', '1'],
    ['59', '0'],
  ] as const) {
    assert.equal(pekingGradePoint(f(mark))!.toDecimal(2), published)
  }
  assert.equal(pekingGradePoint(f('101')), null)
})

test('no grade points exist at Peking University for the 2025 intake', () => {
  assert.equal(
    chooseGradeScale(publishedGradeScales, 'peking-university', 2025)!.id,
    'pku-from-2025',
  )
  assert.equal(
    chooseGradeScale(publishedGradeScales, 'peking-university', 2023)!.id,
    'pku-until-2024',
  )
  assert.equal(chooseGradeScale(publishedGradeScales, 'elsewhere', 2023), null)
})

test('full-width letters and other minus signs are the same grade', () => {
  assert.equal(points('au', ' ａ− '), '3.75')
  assert.equal(points('au', 'Ｂ＋'), '3.25')
})

test('grades off the scale and remarks are told apart', () => {
  assert.equal(readGrade(scale('fr-20'), '21').kind, 'unreadable')
  assert.equal(readGrade(scale('fr-20'), '-1').kind, 'unreadable')
  assert.equal(readGrade(scale('au'), 'Z').kind, 'unreadable')
  assert.equal(readGrade(scale('au'), '').kind, 'unreadable')
  assert.equal(readGrade(scale('au'), 'AUD').kind, 'remark')
  const comma = readGrade(scale('fr-20'), '12,5')
  assert.ok(comma.kind === 'grade' && comma.value!.equals(f('12.5')))
})

test('a minimum on the same scale is compared by rank', () => {
  assert.equal(check('au', 'C').outcome, 'met')
  assert.equal(check('au', 'B-').outcome, 'met')
  const below = check('au', 'C-')
  assert.equal(below.outcome, 'not-met')
  assert.equal(below.reason.key, 'reason.grade.below')
  assert.equal(below.reason.args.required, 'C (2.00)')
  assert.equal(minimumText(scale('au'), 'B+'), 'B+ (3.25)')
})

test('a minimum on another scale stays open until somebody says what corresponds', () => {
  assert.equal(check('ruc', '85').reason.key, 'reason.grade.no-correspondence')
  const correspondences = [
    { hostScaleId: 'ruc', homeScaleId: 'au', host: '70', home: 'C', source: null },
  ]
  assert.equal(check('ruc', '70', { correspondences }).outcome, 'met')
  const below = check('ruc', '69', { correspondences })
  assert.equal(below.outcome, 'not-met')
  assert.equal(below.reason.args.threshold, '70')
  assert.equal(check('ruc', '合格', { correspondences }).outcome, 'open')
  assert.equal(check('siam', 'C').outcome, 'open', 'equal letters of two schools prove nothing')
})

test('a failed mark is refused without any correspondence', () => {
  assert.equal(check('ruc', '59').reason.key, 'reason.grade.not-passed')
  assert.equal(check('pku-from-2025', '不合格').outcome, 'not-met')
})

test('a bilateral table converts by label and by range, and invents no row', () => {
  const rule: GradeRule = {
    method: 'table',
    hostScaleId: 'fr-20',
    homeScaleId: 'au',
    rows: [
      { host: { from: f('16'), to: f('20') }, home: 'A' },
      { host: { from: f('10'), to: f('11.99') }, home: 'C' },
    ],
    source: null,
  }
  const good = convertGrade('17', rule, scale('fr-20'), scale('au'))
  assert.ok(good.ok)
  assert.equal(good.conversion.homeGrade, 'A')
  assert.equal(good.conversion.points!.toString(), '4')
  const gap = convertGrade('13', rule, scale('fr-20'), scale('au'))
  assert.ok(!gap.ok)
  assert.equal(gap.reason.key, 'reason.grade.no-row')
  assert.equal(check('fr-20', '10', { gradeRule: rule }).outcome, 'met')
})

test('record, do not convert leaves no grade points', () => {
  const result = convertGrade('95', record, scale('pku-from-2025'), scale('au'))
  assert.ok(result.ok)
  assert.equal(result.conversion.homeGrade, 'TR')
  assert.equal(result.conversion.points, null)
})
