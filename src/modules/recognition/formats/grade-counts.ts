import { Fraction, normaliseDigits } from '#kernel/values'
import { bandOf, gradeKey, readGrade } from '../rules/grades.ts'
import type { GradingTableRow } from '../rules/grade-types.ts'
import type { GradeScale } from '../rules/types.ts'
import type { GradeCountIssue, GradeCountIssueKey } from './grade-counts-texts.ts'
import { cellOf } from './table-values.ts'

/** How the rows of a file hold grades: one grade and its count, one column for each grade, or one single grade. */
export const countShapes = ['counts', 'wide', 'singles'] as const
export type CountShape = (typeof countShapes)[number]

export const countFields = ['grade', 'count', 'course', 'year'] as const
export type CountField = (typeof countFields)[number]

/** How marks of a numeric scale become rows: as they stand, cut to whole marks, or by the scale's bands. */
export const markGroupings = ['mark', 'whole', 'band'] as const
export type MarkGrouping = (typeof markGroupings)[number]

/** How a file is read and what of it counts; a person agrees to it on a page. Columns and rows count from 0. */
export interface CountReading {
  sheet: string | null
  headerRow: number | null
  shape: CountShape
  columns: Partial<Record<CountField, number>>
  /** Of the shape 'wide': the columns of grades, each with the grade as its heading has it. */
  gradeColumns: readonly { column: number; label: string }[]
  unit: 'count' | 'percent'
  grouping: MarkGrouping
  /** Beginnings of course codes that count; empty: all. */
  courses: readonly string[]
  /** First and last year that count; null: open. */
  yearFrom: number | null
  yearTo: number | null
}

/** What a file gave: the passing grades best first, and what was left out. */
export interface CountResult {
  rows: GradingTableRow[]
  /** Sums of what does not count: grades that did not pass, marks like W, words like P. */
  leftOut: { failed: string; remarks: string; words: string }
  rowsRead: number
  rowsUsed: number
  rowsWrong: number
  /** The years found among rows of the chosen courses, each with its number of rows. */
  years: { year: number; rows: number }[]
  issues: GradeCountIssue[]
}

/** Remarks that are kept; the count of rows that are wrong goes on. */
export const mostIssues = 200
/** More grades than this are no scale but a column of something else. */
const mostGrades = 200
const mostYears = 200

/** Counts passing grades row by row; memory depends on the number of grades, not of rows. */
export function gradeCounter(scale: GradeScale, reading: CountReading) {
  const found = new Map<string, { label: string; rank: Fraction; sum: Sum }>()
  const years = new Map<number, number>()
  const leftOut = { failed: new Sum(), remarks: new Sum(), words: new Sum() }
  const known = new Map<string, Sorted>()
  const issues: GradeCountIssue[] = []
  const totals = { rowsRead: 0, rowsUsed: 0, rowsWrong: 0 }
  const sort = (text: string) => {
    const kept = known.get(text)
    if (kept) return kept
    const sorted = sortGrade(scale, text, reading.grouping)
    if (known.size < 10_000) known.set(text, sorted)
    return sorted
  }
  const take = (entry: Entry): GradeCountIssueKey | null => {
    const sorted = sort(entry.grade)
    if (sorted.kind === 'unreadable') return 'grade-counts.unreadable'
    if (sorted.kind !== 'grade') {
      leftOut[sorted.kind].add(entry.weight)
      return null
    }
    const { key, label, rank } = sorted
    const row = found.get(key) ?? { label, rank, sum: new Sum() }
    if (!found.has(key) && found.size >= mostGrades) return 'grade-counts.too-many-grades'
    row.sum.add(entry.weight)
    found.set(key, row)
    return null
  }
  const entriesOf = entryReader(reading)
  return {
    add(cells: readonly string[], number: number): void {
      if (cells.every((cell) => cell.trim() === '')) return
      totals.rowsRead += 1
      if (!isWanted(cells, reading, years)) return
      totals.rowsUsed += 1
      const problems: GradeCountIssue[] = []
      for (const entry of entriesOf(cells)) {
        const key = 'issue' in entry ? entry.issue : take(entry)
        if (key) problems.push({ row: number, key, args: { value: entry.text.slice(0, 60) } })
      }
      if (problems.length > 0) totals.rowsWrong += 1
      issues.push(...problems.slice(0, mostIssues - issues.length))
    },
    result: (): CountResult => ({
      ...totals,
      rows: [...found.values()]
        .toSorted((a, b) => b.rank.compare(a.rank))
        .map(({ label, sum }) => ({ label, weight: sum.total() })),
      leftOut: {
        failed: leftOut.failed.total().toString(),
        remarks: leftOut.remarks.total().toString(),
        words: leftOut.words.total().toString(),
      },
      years: [...years].map(([year, rows]) => ({ year, rows })).toSorted((a, b) => a.year - b.year),
      issues,
    }),
  }
}

/** A sum of counts and percentages: nearly all are whole, and whole numbers add up much faster. */
class Sum {
  #whole = 0n
  #parts = Fraction.zero

  add(weight: Fraction): void {
    if (weight.denominator === 1n) this.#whole += weight.numerator
    else this.#parts = this.#parts.add(weight)
  }

  total(): Fraction {
    return this.#parts.add(Fraction.of(this.#whole))
  }
}

type Sorted =
  | { kind: 'grade'; key: string; label: string; rank: Fraction }
  | { kind: 'failed' | 'remarks' | 'words' | 'unreadable' }

function graded(label: string, rank: Fraction): Sorted {
  return { kind: 'grade', key: gradeKey(label), label, rank }
}

function sortGrade(scale: GradeScale, text: string, grouping: MarkGrouping): Sorted {
  const read = readGrade(scale, text)
  if (read.kind === 'unreadable') return { kind: 'unreadable' }
  if (read.kind === 'remark') return { kind: 'remarks' }
  if (!read.passed) return { kind: 'failed' }
  if (!read.rank) return { kind: 'words' }
  if (scale.kind !== 'range' || !read.value || grouping === 'mark') {
    return graded(read.label, read.rank)
  }
  if (grouping === 'whole') {
    const whole = read.value.roundTo(Fraction.one, scale.better === 'higher' ? 'down' : 'up')
    const rank = scale.better === 'higher' ? whole : whole.negate()
    return graded(whole.toDecimal(), rank)
  }
  const band = bandOf(scale, read.value)
  const edge = band && (scale.better === 'higher' ? band.from : band.to)
  if (!band || !edge) return { kind: 'unreadable' }
  const rank = scale.better === 'higher' ? edge : edge.negate()
  return graded(band.label, rank)
}

type Entry = { grade: string; weight: Fraction; text: string }
type Wrong = { issue: GradeCountIssueKey; text: string }

/** Reads the grades of a row with their weights; numbers that were read before are not read again. */
function entryReader(reading: CountReading): (cells: readonly string[]) => (Entry | Wrong)[] {
  const { columns, shape, unit, gradeColumns } = reading
  const known = new Map<string, Fraction | null>()
  const weightOf = (text: string) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const weight = readCount(text)
    const isRight =
      weight && !weight.isNegative() && (unit === 'percent' || weight.denominator === 1n)
    if (known.size < 10_000) known.set(text, isRight ? weight : null)
    return isRight ? weight : null
  }
  const entryOf = (grade: string, text: string): Entry | Wrong => {
    const weight = weightOf(text)
    return weight ? { grade, weight, text: grade } : { issue: 'grade-counts.no-count', text }
  }
  return (cells) => {
    if (shape === 'wide') {
      return gradeColumns.flatMap(({ column, label }) => {
        const text = cellOf(cells, column)
        return text === '' ? [] : [entryOf(label, text)]
      })
    }
    const grade = cellOf(cells, columns.grade)
    if (grade === '') return [{ issue: 'grade-counts.no-grade', text: cells.join(' ').trim() }]
    if (shape === 'singles') return [{ grade, weight: Fraction.one, text: grade }]
    return [entryOf(grade, cellOf(cells, columns.count))]
  }
}

/** A count or percentage as spreadsheets show it: '1,234', '1 234', '12.5 %', '12,5'. */
export function readCount(text: string): Fraction | null {
  const clean = normaliseDigits(text).replace(/[%％\s\u00a0\u202f]/g, '')
  const grouped = /^\d{1,3}(?:,\d{3})+$/.test(clean) ? clean.replaceAll(',', '') : clean
  return Fraction.parse(grouped.replace(',', '.'))
}

function isWanted(
  cells: readonly string[],
  { columns, courses, yearFrom, yearTo }: CountReading,
  years: Map<number, number>,
): boolean {
  if (columns.course !== undefined && courses.length > 0) {
    const course = courseStart(cellOf(cells, columns.course))
    if (!courses.some((start) => course.startsWith(courseStart(start)))) return false
  }
  if (columns.year === undefined) return true
  const year = yearOfCell(cellOf(cells, columns.year))
  if (year !== null && (years.has(year) || years.size < mostYears)) {
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  if (yearFrom === null && yearTo === null) return true
  return year !== null && (yearFrom ?? year) <= year && (yearTo ?? year) >= year
}

function courseStart(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/** The first year that a cell names ('2024/2025', 'fa2010', '2567'); from 2400 on of the Buddhist era. */
export function yearOfCell(text: string): number | null {
  const found = /(?<!\d)(\d{4})(?!\d)/.exec(normaliseDigits(text))
  if (!found) return null
  const year = Number(found[1])
  const common = year >= 2400 ? year - 543 : year
  return common >= 1900 && common <= 2200 ? common : null
}
