import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { pekingGradePoint } from './grade-points.ts'
import { publishedGradeScales } from './grade-scales.ts'
import { chooseGradeScale, readGrade } from './grades.ts'

const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const f = (text: string) => Fraction.parse(text)!

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

test('a mark of an intake until 2024 carries the grade point of the formula, one from 2025 on none', () => {
  const read = readGrade(scale('pku-until-2024'), '85')
  assert.equal(read.kind === 'grade' && read.points!.toDecimal(2), '3.58')
  assert.equal(points('pku-from-2025', '85'), undefined)
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

test('a zero behind a letter is the plain step of a scale with plus grades, where it has no such step of its own', () => {
  assert.equal(points('kr-4.5', 'A0'), '4')
  assert.equal(points('kr-4.3', 'b0'), '3')
  assert.equal(points('soongsil', 'A0'), '4.3')
  assert.equal(points('kr-4.5', 'F0'), 'unreadable')
  assert.equal(points('kr-4.5', 'E0'), 'unreadable')
})
