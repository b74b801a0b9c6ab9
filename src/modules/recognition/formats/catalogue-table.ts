import type { Fraction, Language, LocalText } from '#kernel/values'
import { courseKey } from '../rules/context.ts'
import { parseContactHours } from './contact-hours.ts'
import type { ContactPart } from './contact-hours.ts'
import { columnNames, proposeColumns, shiftedRow } from './table-columns.ts'
import type { ColumnMapping, ColumnProposal } from './table-columns.ts'
import type { TableIssue } from './table-texts.ts'
import { cellOf, languageOfScript, readCreditCell } from './table-values.ts'

export type CatalogueField =
  | 'code'
  | 'title'
  | 'title.en'
  | 'title.zh-Hans'
  | 'title.th'
  | 'title.ko'
  | 'title.fr'
  | 'credit'
  | 'creditSplit'
  | 'contactHours'
  | 'unit'
  | 'faculty'
  | 'level'
  | 'description'
  | 'language'
  | 'term'

export type CatalogueMapping = ColumnMapping<CatalogueField>

/** A course of a catalogue as its file has it; texts of unit, level and term are the school's own. */
export interface CatalogueCourse {
  row: number
  code: string
  titles: LocalText
  /** Null where the school gives none, as for courses graded S or U only. */
  credit: Fraction | null
  creditSplit: ContactPart[]
  contactHours: ContactPart[]
  /** The file says that the figures are for a whole year, not a term. */
  wholeYear: boolean
  unit: string | null
  faculty: string | null
  level: string | null
  description: string | null
  language: string | null
  term: string | null
}

export interface CatalogueOptions {
  /** Language of the general title column where its script leaves it open. */
  titleLanguage: Language
  /** 'courses': a repeated code is an error. 'classes': a course has many rows, which are merged. */
  repeats: 'courses' | 'classes'
}

const names = columnNames<CatalogueField>({
  code: `code|course code|course no|course number|course id|subject code|课程代码|课程编号|课程号|课程编码|课号|
    รหัสวิชา|รหัสรายวิชา|과목코드|교과목코드|학수번호|과목번호|code du cours|code cours|code ue`.split(
    '|',
  ),
  'title.en':
    `en name|english title|english name|title (english)|course title (english)|title en|name en|英文名称|
    课程英文名称|ชื่อวิชาภาษาอังกฤษ|ชื่อวิชา (อังกฤษ)|영문과목명|과목영문명|intitulé anglais`.split('|'),
  'title.zh-Hans': `chinese title|chinese name|title zh|name zh|课程中文名称|中文名称`.split('|'),
  'title.th': `th name|thai title|thai name|title th|name th|ชื่อวิชาภาษาไทย|ชื่อวิชา (ไทย)`.split('|'),
  'title.ko': `korean title|korean name|title ko|name ko|국문과목명|한글과목명`.split('|'),
  'title.fr': `french title|title fr|name fr|intitulé français`.split('|'),
  title:
    `title|course title|course name|name|课程名称|课程名|课程|名称|ชื่อวิชา|ชื่อรายวิชา|과목명|교과목명|
    intitulé|intitulé du cours|titre|nom du cours`.split('|'),
  credit: `credit|credits|units|ects|学分|学分数|หน่วยกิต|학점|crédits|crédit`.split('|'),
  creditSplit: `c hrs1|credit split|学分构成|การแบ่งหน่วยกิต`.split('|'),
  contactHours:
    `c hrs2|contact hours|hours|class hours|学时|总学时|ชั่วโมง|ชั่วโมงเรียน|시수|시간|volume horaire|heures`.split(
      '|',
    ),
  unit: `dept|department|unit|holder school|school|开课单位|开课院系|院系|系|ภาควิชา|สาขาวิชา|หน่วยงาน|학과|개설학과|
    département|composante`.split('|'),
  faculty: `fac|faculty|college|学院|คณะ|단과대학|대학|faculté|ufr`.split('|'),
  level: `level|study level|课程层次|层次|ระดับ|학위과정|과정|niveau|cycle`.split('|'),
  description:
    `description|course description|abstract|课程简介|简介|คำอธิบายรายวิชา|교과목개요|강의개요|descriptif`.split(
      '|',
    ),
  language: `language|language of instruction|授课语言|ภาษาที่ใช้สอน|강의언어|수업언어|langue`.split(
    '|',
  ),
  term: `term|semester|学期|开课学期|ภาคเรียน|ภาคการศึกษา|학기|개설학기|semestre`.split('|'),
})

/** Proposes what each column of a catalogue holds, from column names in five languages. */
export function proposeCatalogueColumns(
  rows: readonly (readonly string[])[],
): ColumnProposal<CatalogueField> {
  return proposeColumns(rows, names)
}

/** Objects of a JSON catalogue as rows: the first row has the member names, in order of appearance. */
export function rowsOfObjects(objects: readonly Record<string, unknown>[]): string[][] {
  const header = [...new Set(objects.flatMap((each) => Object.keys(each)))]
  const rows = objects.map((each) => header.map((name) => cellText(each[name])))
  return [header.map((name) => name.replaceAll('_', ' ')), ...rows]
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export interface CatalogueTable {
  courses: CatalogueCourse[]
  /** Rows that repeated a course and agreed with it. */
  merged: number
  issues: TableIssue[]
}

/** Reads a small catalogue whole. */
export function readCatalogueTable(
  rows: readonly (readonly string[])[],
  mapping: CatalogueMapping,
  options: CatalogueOptions,
): CatalogueTable {
  const table: CatalogueTable = { courses: [], merged: 0, issues: [] }
  const whole = { severity: 'error' as const, row: 0, field: null }
  if (rows.length === 0) table.issues.push({ ...whole, key: 'table.empty', args: {} })
  else if (mapping.columns.code === undefined) {
    table.issues.push({ ...whole, key: 'table.no-column', args: { field: 'code' } })
  }
  if (table.issues.length > 0) return table
  const read = catalogueReader(mapping, options, rows[mapping.headerRow ?? -1])
  for (const [place, row] of rows.entries()) {
    if (place <= (mapping.headerRow ?? -1)) continue
    const result = read(row, place + 1)
    if (result.course) table.courses.push(result.course)
    if (result.merged) table.merged += 1
    table.issues.push(...result.issues)
  }
  return table
}

interface RowResult {
  course: CatalogueCourse | null
  merged: boolean
  issues: TableIssue[]
}

/** Reads one row: its course, or why it gives none. A repeated code is found by whoever knows the other rows. */
export function readCatalogueRow(
  row: readonly string[],
  number: number,
  mapping: CatalogueMapping,
  options: CatalogueOptions,
  names?: readonly string[],
): { course: CatalogueCourse | null; issues: TableIssue[] } {
  const issues: TableIssue[] = []
  if (row.every((cell) => cell.trim() === '')) return { course: null, issues }
  const shifted = shiftedRow(row, number, names)
  if (shifted) issues.push(shifted)
  return { course: readCourse(row, number, mapping.columns, options, issues), issues }
}

/**
 * Reads the rows of a sample one after the other and remembers their codes. A row without a code, with
 * negative credit or a repeated code gives no course.
 */
export function catalogueReader(
  mapping: CatalogueMapping,
  options: CatalogueOptions,
  names?: readonly string[],
): (row: readonly string[], number: number) => RowResult {
  const seen = new Map<string, CourseFacts>()
  return (row, number) => {
    const { course, issues } = readCatalogueRow(row, number, mapping, options, names)
    if (!course) return { course, merged: false, issues }
    const key = courseKey(course.code)
    const own = {
      row: number,
      title: Object.values(course.titles).join('\n'),
      credit: course.credit?.toString() ?? '',
    }
    const first = seen.get(key)
    if (!first) {
      seen.set(key, own)
      return { course, merged: false, issues }
    }
    const remark = repeatRemark(course.code, first, own, options)
    return { course: null, merged: remark === null, issues: remark ? [remark] : [] }
  }
}

/** What is compared where a code stands in two rows. */
export interface CourseFacts {
  row: number
  title: string
  credit: string
}

/** What to say of a row that repeats the code of an earlier one; null where it is a class of the same course. */
export function repeatRemark(
  code: string,
  first: CourseFacts,
  own: CourseFacts,
  options: Pick<CatalogueOptions, 'repeats'>,
): TableIssue | null {
  const args = { code, first: first.row }
  const base = { row: own.row, field: 'code' }
  if (options.repeats === 'courses') {
    return { ...base, severity: 'error', key: 'table.duplicate-code', args }
  }
  const field = own.credit !== first.credit ? 'credit' : own.title !== first.title ? 'title' : null
  if (field === null) return null
  return { ...base, severity: 'warning', key: 'table.conflicting-repeat', args: { ...args, field } }
}

function readCourse(
  row: readonly string[],
  number: number,
  columns: CatalogueMapping['columns'],
  options: CatalogueOptions,
  issues: TableIssue[],
): CatalogueCourse | null {
  const remark = (
    severity: TableIssue['severity'],
    field: string,
    key: TableIssue['key'],
    args: TableIssue['args'] = {},
  ) => issues.push({ severity, row: number, field, key, args })
  const code = cellOf(row, columns.code)
  if (code === '') {
    remark('error', 'code', 'table.missing-code')
    return null
  }
  if (code.length > 60) {
    remark('error', 'code', 'table.code-too-long', { limit: 60 })
    return null
  }
  const titles = titlesOf(row, columns, options)
  if (Object.keys(titles).length === 0) remark('warning', 'title', 'table.missing-title')
  const creditText = cellOf(row, columns.credit)
  const credit = creditText === '' ? null : readCreditCell(creditText)
  if (creditText === '') {
    if (columns.credit !== undefined) remark('warning', 'credit', 'table.missing-credit')
  } else if (!credit) {
    remark('error', 'credit', 'table.not-a-number', { value: creditText.slice(0, 60) })
    return null
  } else if (credit.isNegative()) {
    remark('error', 'credit', 'table.negative-credit', { value: credit.toDecimal() })
    return null
  }
  const hoursText = cellOf(row, columns.contactHours)
  const contact = parseContactHours(hoursText)
  if (hoursText !== '' && !contact) {
    const value = hoursText.slice(0, 60)
    remark('warning', 'contactHours', 'table.contact-hours-unread', { value })
  }
  return {
    row: number,
    code,
    titles,
    credit,
    creditSplit: parseContactHours(cellOf(row, columns.creditSplit))?.parts ?? [],
    contactHours: contact?.parts ?? [],
    wholeYear: contact?.wholeYear ?? false,
    ...texts(row, columns),
  }
}

function texts(row: readonly string[], columns: CatalogueMapping['columns']) {
  const text = (field: CatalogueField, longest: number) =>
    cellOf(row, columns[field]).slice(0, longest) || null
  return {
    unit: text('unit', 300),
    faculty: text('faculty', 300),
    level: text('level', 100),
    description: text('description', 20_000),
    language: text('language', 100),
    term: text('term', 100),
  }
}

function titlesOf(
  row: readonly string[],
  columns: CatalogueMapping['columns'],
  options: CatalogueOptions,
): LocalText {
  const titles: LocalText = {}
  for (const language of ['en', 'zh-Hans', 'th', 'ko', 'fr'] as const) {
    const text = cellOf(row, columns[`title.${language}`])
    if (text !== '') titles[language] = text.slice(0, 500)
  }
  const general = cellOf(row, columns.title).slice(0, 500)
  if (general !== '') titles[languageOfScript(general) ?? options.titleLanguage] ??= general
  return titles
}
