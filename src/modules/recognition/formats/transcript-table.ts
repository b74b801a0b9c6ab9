import { dayArgument } from '../rules/reasons.ts'
import { courseKey } from '../rules/context.ts'
import type { Titles, TranscriptLine } from '../rules/types.ts'
import { learningKindOf } from './learning-names.ts'
import { columnNames, proposeColumns } from './table-columns.ts'
import type { ColumnMapping, ColumnProposal } from './table-columns.ts'
import { shiftedRow } from './table-columns.ts'
import type { TableIssue, TableIssueKey } from './table-texts.ts'
import { looksLikeTotal } from './total-rows.ts'
import {
  cellOf,
  languageOfScript,
  readCreditCell,
  readDateCell,
  readTermCell,
} from './table-values.ts'

export type TranscriptField =
  | 'code'
  | 'title'
  | 'title.en'
  | 'title.zh-Hans'
  | 'title.th'
  | 'title.ko'
  | 'title.fr'
  | 'credit'
  | 'hours'
  | 'grade'
  | 'term'
  | 'date'
  | 'kind'

export type TranscriptMapping = ColumnMapping<TranscriptField>

const names = columnNames<TranscriptField>({
  code: `code|course code|course no|course number|course id|subject code|module code|
    课程代码|课程编号|课程号|课程编码|课号|代码|รหัสวิชา|รหัสรายวิชา|รหัส|과목코드|과목 코드|교과목코드|학수번호|과목번호|
    code du cours|code cours|code ue|code de l'ue|code matière`.split('|'),
  'title.en': `english title|title (english)|course title (english)|course name (english)|
    英文名称|课程英文名称|ชื่อวิชาภาษาอังกฤษ|ชื่อวิชา (อังกฤษ)|영문과목명|영문 과목명|과목영문명|intitulé anglais|en name`.split(
    '|',
  ),
  'title.zh-Hans':
    `chinese title|title (chinese)|课程中文名称|中文名称|중문과목명|intitulé chinois`.split('|'),
  'title.th': `thai title|title (thai)|ชื่อวิชาภาษาไทย|ชื่อวิชา (ไทย)|泰文名称|th name`.split('|'),
  'title.ko': `korean title|title (korean)|국문과목명|한글과목명|韩文名称`.split('|'),
  'title.fr': `french title|title (french)|titre français|intitulé français`.split('|'),
  title: `title|course title|course name|course|subject|module|name|课程名称|课程|课程名|名称|
    ชื่อวิชา|ชื่อรายวิชา|รายวิชา|วิชา|과목명|교과목명|과목|교과목|intitulé|intitulé du cours|titre|matière|cours|nom du cours`.split(
    '|',
  ),
  credit: `credit|credits|credit hours|units|ects|ects credits|cr|学分|学分数|หน่วยกิต|หน่วยกิจ|นก.|
    학점|이수학점|학점수|crédits|crédit|crédits ects`.split('|'),
  hours:
    `hours|class hours|contact hours|teaching hours|学时|总学时|课时|ชั่วโมง|จำนวนชั่วโมง|ชั่วโมงเรียน|시간|시수|
    수업시간|heures|volume horaire|nombre d'heures`.split('|'),
  grade:
    `grade|grades|mark|marks|score|result|letter grade|final grade|成绩|分数|总评|总评成绩|最终成绩|
    เกรด|ผลการเรียน|ระดับคะแนน|คะแนน|ผลการศึกษา|성적|등급|점수|평점|note|notes|résultat|moyenne`.split(
      '|',
    ),
  term: `term|semester|session|academic term|year/term|academic year|学期|学年学期|开课学期|修读学期|
    ภาคเรียน|ภาคการศึกษา|ภาค|ปีการศึกษา|학기|이수학기|년도학기|수강학기|semestre|période`.split('|'),
  date: `date|completed|completion date|date completed|exam date|日期|完成日期|考试日期|
    วันที่|วันที่สำเร็จ|วันที่สอบ|날짜|이수일|취득일|date d'obtention|date de validation`.split('|'),
  kind: `kind of learning|kind|mode of study|study mode|mode of delivery|delivery mode|delivery|mode of instruction|
    instruction mode|teaching mode|学习类型|学习方式|学习形式|授课方式|教学方式|授课形式|修读方式|
    ประเภทการเรียนรู้|รูปแบบการเรียน|รูปแบบการเรียนการสอน|รูปแบบการสอน|วิธีการเรียน|
    학습유형|수업방식|수업방법|수업형태|수업유형|강의방식|강의형태|
    forme d'apprentissage|forme d’apprentissage|mode d'enseignement|mode d’enseignement|modalité|modalités|
    modalité d'enseignement|modalité d’enseignement`.split('|'),
})

/** Proposes what each column of a transcript holds, from column names in five languages. */
export function proposeTranscriptColumns(
  rows: readonly (readonly string[])[],
): ColumnProposal<TranscriptField> {
  return proposeColumns(rows, names)
}

export interface TranscriptTable {
  lines: TranscriptLine[]
  /** Ids of lines that look like a sum or a mean: proposed to be left out, for a person to agree to. */
  totals: Set<string>
  /** Row in the table, from 1, of each line. */
  rowOfLine: number[]
  issues: TableIssue[]
}

/**
 * Reads a transcript from rows, whether of a file or pasted. Empty rows are passed over; every other row becomes a
 * line, one without a code too. A value that cannot be read stays empty and is remarked on, so that the person at
 * the grid fills it in. Credit is in the host's scheme, hours are lecture hours.
 */
export function readTranscriptTable(
  rows: readonly (readonly string[])[],
  mapping: TranscriptMapping,
  numbers: readonly number[] = [],
): TranscriptTable {
  const issues = missingColumns(rows, mapping)
  const table: TranscriptTable = { lines: [], totals: new Set(), rowOfLine: [], issues }
  if (table.issues.some((each) => each.severity === 'error')) return table
  const firstRows = new Map<string, number>()
  for (const [place, row] of rows.entries()) {
    if (place <= (mapping.headerRow ?? -1)) continue
    if (row.every((cell) => cell.trim() === '')) continue
    const number = numbers[place] ?? place + 1
    const shifted = shiftedRow(row, number, rows[mapping.headerRow ?? -1])
    if (shifted) table.issues.push(shifted)
    readRow(row, number, mapping, table, firstRows)
  }
  return table
}

function missingColumns(
  rows: readonly (readonly string[])[],
  { columns, headerRow }: TranscriptMapping,
): TableIssue[] {
  if (rows.length === 0) return [wholeTable('table.empty')]
  const issues: TableIssue[] = []
  if (headerRow === null) issues.push({ ...wholeTable('table.no-header'), severity: 'warning' })
  if (columns.code === undefined) {
    issues.push({ ...wholeTable('table.no-column'), args: { field: 'code' } })
  }
  return issues
}

function wholeTable(key: TableIssueKey): TableIssue {
  return { severity: 'error', row: 0, field: null, key, args: {} }
}

function readRow(
  row: readonly string[],
  number: number,
  { columns }: TranscriptMapping,
  table: TranscriptTable,
  firstRows: Map<string, number>,
): void {
  const remark = (
    severity: TableIssue['severity'],
    field: string,
    key: TableIssueKey,
    args: TableIssue['args'] = {},
  ) => table.issues.push({ severity, row: number, field, key, args })
  const title = namedBy(row, columns)
  if (looksLikeTotal({ code: cellOf(row, columns.code), title })) {
    readTotal(row, number, columns, table)
    return
  }
  const code = readCode(row, number, columns, remark, firstRows)
  if (Object.keys(title).length === 0) remark('warning', 'title', 'table.missing-title')
  const credit = readNumber(row, columns.credit, 'credit', remark)
  if (credit?.isNegative()) {
    remark('error', 'credit', 'table.negative-credit', { value: credit.toDecimal() })
  }
  const hours = readNumber(row, columns.hours, 'hours', remark)
  const grade = cellOf(row, columns.grade)
  if (grade === '' && columns.grade !== undefined) remark('warning', 'grade', 'table.missing-grade')
  table.rowOfLine.push(number)
  table.lines.push({
    id: String(table.lines.length + 1).padStart(5, '0'),
    code,
    title,
    credit: credit?.isNegative() ? null : credit,
    creditSchemeId: null,
    hours: hours && !hours.isNegative() && !hours.isZero() ? { lecture: hours } : null,
    grade: grade === '' ? null : grade.slice(0, 60),
    status: null,
    completedOn: readDay(cellOf(row, columns.date), remark),
    term: readTerm(cellOf(row, columns.term).slice(0, 60), remark),
    ...readKind(cellOf(row, columns.kind), remark),
  })
}

/** A row's titles; where no column that is used says anything, what stands in front, so that the row can be seen. */
function namedBy(row: readonly string[], columns: TranscriptMapping['columns']): Titles {
  const said = Object.values(columns).some((column) => cellOf(row, column) !== '')
  const titles = titlesOf(row, columns)
  if (cellOf(row, columns.code) !== '' || Object.keys(titles).length > 0) return titles
  const front = frontOf(row)
  if (said && !looksLikeTotal({ code: '', title: { und: front } })) return titles
  return { und: front }
}

function frontOf(row: readonly string[]): string {
  const text = row.find((cell) => /\p{L}/u.test(cell)) ?? row.find((cell) => cell.trim() !== '')
  return (text ?? '').trim().slice(0, 500)
}

/** A line for a sum: what stands there stays to be seen, and nothing in it is asked for. */
function readTotal(
  row: readonly string[],
  number: number,
  columns: TranscriptMapping['columns'],
  table: TranscriptTable,
): void {
  const id = String(table.lines.length + 1).padStart(5, '0')
  const credit = readNumber(row, columns.credit, 'credit', () => {})
  const args = { value: frontOf(row).slice(0, 60) }
  table.issues.push({ severity: 'warning', row: number, field: null, key: 'table.total-row', args })
  table.totals.add(id)
  table.rowOfLine.push(number)
  table.lines.push({
    id,
    code: cellOf(row, columns.code).slice(0, 60),
    title: namedBy(row, columns),
    credit: credit?.isNegative() ? null : credit,
    creditSchemeId: null,
    hours: null,
    grade: cellOf(row, columns.grade).slice(0, 60) || null,
    status: null,
    completedOn: null,
    term: null,
  })
}

/** The code of a row; empty, with a remark, where there is none or what stands there is none. */
function readCode(
  row: readonly string[],
  number: number,
  columns: TranscriptMapping['columns'],
  remark: Remark,
  firstRows: Map<string, number>,
): string {
  const code = cellOf(row, columns.code)
  if (code === '') remark('error', 'code', 'table.kept-without-code')
  if (code.length > 60) remark('error', 'code', 'table.code-too-long', { limit: 60 })
  if (code === '' || code.length > 60) return ''
  const first = firstRows.get(courseKey(code))
  if (first === undefined) firstRows.set(courseKey(code), number)
  else remark('warning', 'code', 'table.repeated-course', { code, first })
  return code
}

type Remark = (
  severity: TableIssue['severity'],
  field: string,
  key: TableIssueKey,
  args?: TableIssue['args'],
) => void

function readNumber(
  row: readonly string[],
  column: number | undefined,
  field: 'credit' | 'hours',
  remark: Remark,
) {
  const text = cellOf(row, column)
  if (text === '') {
    if (field === 'credit') remark('warning', field, 'table.missing-credit')
    return null
  }
  const found = readCreditCell(text)
  if (!found) remark('error', field, 'table.not-a-number', { value: text.slice(0, 60) })
  return found
}

function readDay(text: string, remark: Remark): string | null {
  if (text === '') return null
  const value = text.slice(0, 60)
  const read = readDateCell(value)
  if (read.kind === 'day') {
    if (read.buddhist) {
      remark('warning', 'date', 'table.buddhist-year', { value, day: dayArgument(read.day) })
    }
    return read.day
  }
  const key = read.kind === 'ambiguous' ? 'table.ambiguous-date' : 'table.not-a-date'
  remark('error', 'date', key, { value })
  return null
}

function readTerm(value: string, remark: Remark): string | null {
  const { term, buddhist } = readTermCell(value)
  if (buddhist) remark('warning', 'term', 'table.buddhist-term', { value, term })
  return term || null
}

/** How a course was learnt, where the cell says it in words that are known here. */
function readKind(text: string, remark: Remark): Pick<TranscriptLine, 'kind'> {
  if (text === '') return {}
  const kind = learningKindOf(text)
  if (kind !== null) return { kind }
  remark('warning', 'kind', 'table.unknown-kind', { value: text.slice(0, 60) })
  return {}
}

function titlesOf(row: readonly string[], columns: TranscriptMapping['columns']): Titles {
  const titles: Titles = {}
  for (const language of ['en', 'zh-Hans', 'th', 'ko', 'fr'] as const) {
    const text = cellOf(row, columns[`title.${language}`])
    if (text !== '') titles[language] = text.slice(0, 500)
  }
  const general = cellOf(row, columns.title).slice(0, 500)
  if (general !== '') titles[languageOfScript(general) ?? 'und'] ??= general
  return titles
}
