import { readGrade } from '../rules/grades.ts'
import type { GradeScale } from '../rules/types.ts'
import { type CountField, type CountReading, readCount } from './grade-counts.ts'
import { columnNames, proposeColumns } from './table-columns.ts'

const names = columnNames<CountField>({
  grade:
    'grade|mark|result|letter|成绩|等级|分数|เกรด|ผลการเรียน|ระดับคะแนน|성적|등급|평점|note|résultat'.split(
      '|',
    ),
  count:
    'count|counts|number|n|students|frequency|total|percent|percentage|share|%|人数|数量|频数|百分比|比例|จำนวน|ความถี่|ร้อยละ|인원|인원수|명수|빈도|비율|effectif|nombre|fréquence|pourcentage'.split(
      '|',
    ),
  course:
    'course|course code|subject|code|programme|课程|课程代码|课程号|科目|รายวิชา|รหัสวิชา|과목|과목코드|교과목|학수번호|cours|matière|ue'.split(
      '|',
    ),
  year: 'year|academic year|term|semester|yearterm|学年|学期|年度|ปีการศึกษา|ภาคการศึกษา|ปี|학년도|년도|연도|학기|année|semestre|année universitaire'.split(
    '|',
  ),
})

/**
 * Proposes how the first rows of a file are read: columns by their names in five languages, columns of
 * grades by headings that the scale knows, and without any heading a grade beside a count.
 */
export function proposeCounts(
  rows: readonly (readonly string[])[],
  scale: GradeScale,
  sheet: string | null,
): CountReading {
  const grouping = scale.kind === 'range' && scale.highest.numerator > 20n ? 'whole' : 'mark'
  const open = { sheet, courses: [], yearFrom: null, yearTo: null }
  const wide = wideHeader(rows, scale)
  if (wide) return { ...open, ...wide, shape: 'wide', unit: unitOf(rows, wide), grouping }
  const named = proposeColumns(rows, names)
  const headerRow = named.headerRow ?? singleHeader(rows)
  const columns = named.headerRow === null ? columnsByContent(rows, scale) : named.columns
  const shape = columns.count === undefined ? 'singles' : 'counts'
  const counted = columns.count === undefined ? [] : [{ column: columns.count, label: '' }]
  const unit = unitOf(rows, { headerRow, gradeColumns: counted })
  return { ...open, headerRow, shape, columns, gradeColumns: [], unit, grouping }
}

/** A row in which three headings or more are grades of the scale. */
function wideHeader(rows: readonly (readonly string[])[], scale: GradeScale) {
  for (const [headerRow, row] of rows.slice(0, 30).entries()) {
    const gradeColumns = row.flatMap((label, column) =>
      label.trim() !== '' && readGrade(scale, label).kind !== 'unreadable'
        ? [{ column, label }]
        : [],
    )
    const below = rows[headerRow + 1]
    const isCounted =
      below && gradeColumns.every(({ column }) => isCountOrEmpty(below[column] ?? ''))
    if (gradeColumns.length < 3 || !isCounted) continue
    const { columns } = proposeColumns([row], names)
    return { headerRow, columns: { course: columns.course, year: columns.year }, gradeColumns }
  }
  return null
}

function isCountOrEmpty(text: string): boolean {
  return text.trim() === '' || readCount(text) !== null
}

/** A file with one named column has too few names for a row of headings to be found by itself. */
function singleHeader(rows: readonly (readonly string[])[]): number | null {
  const first = rows[0]?.filter((cell) => cell.trim() !== '') ?? []
  return first.some((cell) => proposeColumns([[cell, 'grade', 'count']], names).columns.grade === 0)
    ? 0
    : null
}

function columnsByContent(
  rows: readonly (readonly string[])[],
  scale: GradeScale,
): CountReading['columns'] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const share = (column: number, test: (cell: string) => boolean) =>
    rows.filter((row) => (row[column] ?? '').trim() !== '' && test(row[column]!)).length /
    Math.max(1, rows.length)
  const places = Array.from({ length: width }, (_, column) => column)
  const grade = places.find(
    (column) => share(column, (cell) => readGrade(scale, cell).kind !== 'unreadable') >= 0.5,
  )
  const count = places.find(
    (column) => column !== grade && share(column, (cell) => readCount(cell) !== null) >= 0.5,
  )
  return { ...(grade === undefined ? {} : { grade }), ...(count === undefined ? {} : { count }) }
}

/** Percentages where a heading or a cell says so, or where half of the numbers are not whole. */
function unitOf(
  rows: readonly (readonly string[])[],
  { headerRow, gradeColumns }: Pick<CountReading, 'headerRow' | 'gradeColumns'>,
): CountReading['unit'] {
  const counted = (row: readonly string[]) => gradeColumns.map(({ column }) => row[column] ?? '')
  const heading = headerRow === null ? [] : counted(rows[headerRow] ?? [])
  const cells = rows.slice((headerRow ?? -1) + 1).flatMap(counted)
  const saysSo = (cell: string) => /[%％]|percent|百分|ร้อยละ|비율|pourcentage/i.test(cell)
  const isPart = (cell: string) => (readCount(cell)?.denominator ?? 1n) !== 1n
  const parts = cells.filter(isPart).length
  const isPercent =
    [...heading, ...cells].some(saysSo) || (parts > 0 && 2 * parts >= cells.filter(Boolean).length)
  return isPercent ? 'percent' : 'count'
}
