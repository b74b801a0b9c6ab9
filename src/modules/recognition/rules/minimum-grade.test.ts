import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { convertGrade } from './convert-grade.ts'
import { publishedGradeScales } from './grade-scales.ts'
import { minimumText } from './grades.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
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
  const good = convertGrade('17', rule, { hostScale: scale('fr-20'), homeScale: scale('au') })
  assert.ok(good.ok)
  assert.equal(good.conversion.homeGrade, 'A')
  assert.equal(good.conversion.points!.toString(), '4')
  const gap = convertGrade('13', rule, { hostScale: scale('fr-20'), homeScale: scale('au') })
  assert.ok(!gap.ok)
  assert.equal(gap.reason.key, 'reason.grade.no-row')
  assert.equal(check('fr-20', '10', { gradeRule: rule }).outcome, 'met')
})

test('record, do not convert leaves no grade points', () => {
  const result = convertGrade('95', record, {
    hostScale: scale('pku-from-2025'),
    homeScale: scale('au'),
  })
  assert.ok(result.ok)
  assert.equal(result.conversion.homeGrade, 'TR')
  assert.equal(result.conversion.points, null)
})
