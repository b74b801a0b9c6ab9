import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { publishedGradeScales } from '../rules/grade-scales.ts'
import { proposeCounts } from './grade-counts-proposal.ts'
import {
  type CountReading,
  gradeCounter,
  mostIssues,
  readCount,
  yearOfCell,
} from './grade-counts.ts'

const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const cells = (text: string) => text.split('\n').map((line) => line.split('|'))

function count(id: string, rows: string[][], change: Partial<CountReading> = {}) {
  const reading = { ...proposeCounts(rows, scale(id), null), ...change }
  const counter = gradeCounter(scale(id), reading)
  for (const [place, row] of rows.entries()) {
    if (place > (reading.headerRow ?? -1)) counter.add(row, place + 1)
  }
  const { rows: counted, ...rest } = counter.result()
  const text = counted.map(({ label, weight }) => `${label} ${weight.toDecimal()}`)
  return { ...rest, counted: text, reading }
}

test('grades with their counts are read best first, and only passing grades count', () => {
  const result = count(
    'au',
    cells('Grade|Number\nC|40\nA|12\nB+|30\nF|9\nWF|1\nW|5\nＢ＋|3\nA-|1,234'),
  )
  assert.deepEqual(result.counted, ['A 12', 'A- 1234', 'B+ 33', 'C 40'])
  assert.deepEqual(result.leftOut, { failed: '10', remarks: '5', words: '0' })
  assert.equal(result.rowsWrong, 0)
})

test('a column for each grade, by course and year, in any of five languages', () => {
  const rows = cells('학년도|과목|A+|A|B+|F|P|W\n2024|DES101|3|5|2|1|4|1\n2023|MKT200|1|1|9|0|0|0')
  const result = count('kr-4.5', rows)
  assert.equal(result.reading.shape, 'wide')
  assert.deepEqual(result.reading.columns, { course: 1, year: 0 })
  assert.deepEqual(result.counted, ['A+ 4', 'A 6', 'B+ 11'])
  assert.deepEqual(result.leftOut, { failed: '1', remarks: '1', words: '4' })
  assert.deepEqual(result.years, [
    { year: 2023, rows: 1 },
    { year: 2024, rows: 1 },
  ])
  assert.deepEqual(count('kr-4.5', rows, { courses: ['des'] }).counted, ['A+ 3', 'A 5', 'B+ 2'])
  assert.deepEqual(count('kr-4.5', rows, { yearFrom: 2023, yearTo: 2023 }).counted, [
    'A+ 1',
    'A 1',
    'B+ 9',
  ])
})

test('a list of single grades is counted, marks as they stand or cut to whole ones', () => {
  const rows = cells('ปีการศึกษา|ผลการเรียน\n2567|85\n2567|85.5\n2566|91\n2566|59\n2566|合格')
  const whole = count('pku-from-2025', rows)
  assert.equal(whole.reading.shape, 'singles')
  assert.deepEqual(whole.counted, ['91 1', '85 2'])
  assert.deepEqual(whole.leftOut, { failed: '1', remarks: '0', words: '1' })
  assert.deepEqual(
    whole.years.map(({ year }) => year),
    [2023, 2024],
  )
  assert.deepEqual(count('pku-from-2025', rows, { grouping: 'mark' }).counted, [
    '91 1',
    '85.5 1',
    '85 1',
  ])
  assert.deepEqual(count('ruc', cells('成绩\n88\n87\n91'), { grouping: 'band' }).counted, [
    'A 1',
    'A- 2',
  ])
})

test('where the smaller mark is better, a mark is cut to the worse whole one and the order turns', () => {
  const rows = cells('Note\n1.3\n2\n4\n5')
  assert.deepEqual(count('de', rows, { grouping: 'whole' }).counted, ['2 2', '4 1'])
})

test('a table of percentages as schools print them', () => {
  const result = count('fr-20', cells('Note|Pourcentage\n16|5,6\n14|15,7 %\n12|0.5'))
  assert.equal(result.reading.unit, 'percent')
  assert.deepEqual(result.counted, ['16 5.6', '14 15.7', '12 0.5'])
})

test('a file without headings is read by its content', () => {
  const counts = count('au', cells('A|3\nB|9\nC|4'))
  assert.equal(counts.reading.headerRow, null)
  assert.deepEqual(counts.counted, ['A 3', 'B 9', 'C 4'])
  assert.deepEqual(count('au', cells('A\nB\nB\nC')).counted, ['A 1', 'B 2', 'C 1'])
})

test('what cannot be read is named by row, and the other rows count', () => {
  const result = count('au', cells('Grade|Count\nA|3\nZ|1\n|4\nB|-2\nB|1.5\nB|many\nC|2'))
  assert.deepEqual(result.counted, ['A 3', 'C 2'])
  assert.equal(result.rowsWrong, 5)
  assert.deepEqual(
    result.issues.map(({ row, key }) => `${row} ${key}`),
    [
      '3 grade-counts.unreadable',
      '4 grade-counts.no-grade',
      '5 grade-counts.no-count',
      '6 grade-counts.no-count',
      '7 grade-counts.no-count',
    ],
  )
})

test('a file of nothing but mistakes keeps a bounded list of remarks and counts them all', () => {
  const rows = [['Grade', 'Count'], ...Array.from({ length: 1000 }, (_, n) => [`Z${n}`, '1'])]
  const result = count('au', rows)
  assert.equal(result.issues.length, mostIssues)
  assert.equal(result.rowsWrong, 1000)
})

test('a column of anything but grades does not become a table of thousands of rows', () => {
  const rows = [['Mark'], ...Array.from({ length: 600 }, (_, n) => [`${60 + n / 20}`])]
  const result = count('pku-from-2025', rows, { grouping: 'mark' })
  assert.equal(result.counted.length, 200)
  assert.ok(result.issues.some(({ key }) => key === 'grade-counts.too-many-grades'))
})

test('counts and years in the forms that offices write', () => {
  assert.equal(readCount('๑๒')!.toDecimal(), '12')
  assert.equal(readCount('1\u202f234')!.toDecimal(), '1234')
  assert.equal(readCount('12,5 %')!.toDecimal(), '12.5')
  assert.equal(readCount('x'), null)
  assert.equal(readCount('1,234')!.equals(Fraction.of(1234)), true)
  assert.equal(yearOfCell('fa2010'), 2010)
  assert.equal(yearOfCell('2024/2025-1'), 2024)
  assert.equal(yearOfCell('2567'), 2024)
  assert.equal(yearOfCell('20241'), null)
})
