import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { type DraftScale, type DraftStep, scaleFaults, scaleFrom } from './check-scale.ts'
import { publishedGradeScales } from './grade-scales.ts'
import { readGrade } from './grades.ts'

const f = (text: string) => Fraction.parse(text)!
const step = (label: string, points: string | null, pass: boolean | null = true): DraftStep => ({
  label,
  points: points === null ? null : f(points),
  pass,
  from: null,
  to: null,
})
const band = (label: string, from: string, to: string, points: string | null = null) => ({
  ...step(label, points, null),
  from: f(from),
  to: f(to),
})
const letters: DraftScale = {
  institution: 'school',
  name: { en: 'Letters' },
  intakeFrom: null,
  intakeTo: null,
  grades: [step('A', '4'), step('B', '3'), step('F', '0', false)],
  bounds: null,
  words: [{ label: 'P', pass: true }],
  remarks: ['W'],
  sources: [],
}
const marks: DraftScale = {
  ...letters,
  bounds: { lowest: f('0'), highest: f('100'), passMark: f('60'), better: 'higher' },
  grades: [band('A', '90', '100', '4'), band('C', '60', '89.5'), band('F', '0', '59')],
}
const germanMarks: DraftScale = {
  ...marks,
  bounds: { lowest: f('1'), highest: f('5'), passMark: f('4'), better: 'lower' },
  grades: [band('sehr gut', '1', '1.5'), band('bestanden', '1.6', '4'), band('nein', '4.1', '5')],
}

const found = (draft: DraftScale) =>
  scaleFaults(draft).map(({ field, row, fault }) => `${field} ${row ?? '-'} ${fault}`)

test('a scale in order has no fault', () => {
  for (const draft of [letters, marks, germanMarks, { ...marks, grades: [] }]) {
    assert.deepEqual(found(draft), [])
  }
})

test('what is wrong is found at its row', () => {
  const bounds = marks.bounds!
  const table: [Partial<DraftScale>, string[]][] = [
    [{ grades: [] }, ['rows - none']],
    [{ grades: [step('F', '0', false)] }, ['rows - none-passes']],
    [{ grades: [step('A', '4'), step('ａ', '3')] }, ['rows 1 twice']],
    [{ grades: [step('A', '4'), step('P', '3')] }, ['words 0 twice']],
    [{ remarks: ['w', 'W'] }, ['remarks 1 twice']],
    [{ grades: [step('', '4'), step('x'.repeat(21), '3')] }, ['rows 0 label', 'rows 1 label-long']],
    [{ grades: [step('B', '3'), step('A', '4')] }, ['rows 1 order']],
    [{ grades: [step('F', null, false), step('A', null)] }, ['rows 1 order']],
    [{ grades: [step('A', '4', null)] }, ['rows 0 pass']],
    [{ grades: [step('A', '-1')] }, ['rows 0 negative']],
    [{ words: [{ label: 'S', pass: null }] }, ['words 0 pass']],
    [{ intakeFrom: 2025, intakeTo: 2024 }, ['intakeTo - intake']],
    [{ grades: Array.from({ length: 101 }, (_, at) => step(`G${at}`, null)) }, ['rows - too-many']],
    [{ bounds, grades: [band('A', '90', '100'), band('B', '80', '90')] }, ['rows 1 overlap']],
    [{ bounds, grades: [band('A', '90', '101')] }, ['rows 0 bounds']],
    [{ bounds, grades: [band('A', '100', '90')] }, ['rows 0 range']],
    [{ bounds, grades: [step('A', '4')] }, ['rows 0 range']],
    [{ bounds, grades: [band('B', '80', '89'), band('A', '90', '100')] }, ['rows 1 order']],
    [{ bounds, grades: [band('C', '55', '65')] }, ['rows 0 straddles']],
    [{ bounds, grades: [band('90', '90', '100')] }, ['rows 0 label-number']],
    [{ bounds: { ...bounds, highest: f('0') }, grades: [] }, ['highest - ends']],
    [{ bounds: { ...bounds, passMark: f('101') }, grades: [] }, ['passMark - pass-mark']],
    [
      { bounds: germanMarks.bounds, grades: germanMarks.grades.toReversed() },
      ['rows 1 order', 'rows 2 order'],
    ],
  ]
  for (const [change, expected] of table)
    assert.deepEqual(found({ ...letters, ...change }), expected)
})

test('bands pass by the pass mark, and the scale reads grades', () => {
  const read = (draft: DraftScale, grade: string) => {
    const reading = readGrade(scaleFrom(draft, 'new'), grade)
    return reading.kind === 'grade' ? [reading.passed, reading.points?.toString()] : reading.kind
  }
  assert.deepEqual(read(marks, '95'), [true, '4'])
  assert.deepEqual(read(marks, 'C'), [true, undefined])
  assert.deepEqual(read(marks, 'F'), [false, undefined])
  assert.deepEqual(read(germanMarks, 'bestanden'), [true, undefined])
  assert.deepEqual(read(germanMarks, '4.3'), [false, undefined])
  assert.deepEqual(read(letters, 'b'), [true, '3'])
  assert.equal(read(letters, 'W'), 'remark')
})

test('the published scales could be entered as they stand', () => {
  for (const scale of publishedGradeScales) {
    const rows = scale.kind === 'steps' ? scale.grades : scale.bands
    const grades = rows.map(({ from = null, to = null, ...rest }) => ({ ...rest, from, to }))
    const draft = {
      ...scale,
      institution: 'school',
      grades,
      bounds: scale.kind === 'range' ? scale : null,
    }
    assert.deepEqual(found(draft), [], scale.id)
  }
})
