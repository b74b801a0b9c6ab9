import { type DateOnly, Fraction, normaliseDigits, parseDate } from '#kernel/values'
import { columnNames, proposeColumns } from './table-columns.ts'
import { readSet } from '../rules/set-notation.ts'
import { cellOf, readCreditCell } from './table-values.ts'

type Field =
  | 'host'
  | 'hostCode'
  | 'homeCode'
  | 'homeTitle'
  | 'credit'
  | 'share'
  | 'programme'
  | 'validFrom'
  | 'validTo'
  | 'further'
  | 'accept'
  | 'note'

/** A row of a table of equivalences; what could not be read is named. */
export interface EquivalenceTableRow {
  row: number
  cells: string
  /** The host institution as written; empty where one is chosen for the whole table. */
  host: string
  /** Requirements with their alternatives; null where the cell cannot be read. */
  hostCourses: string[][] | null
  homeCourses: string[] | null
  /** What a block of credit is called and carries, where the home side is none of the catalogue. */
  homeTitle: string
  credit: Fraction | null
  share: Fraction | null
  /** The code of a degree programme, as written; empty for all. */
  programme: string
  validFrom: DateOnly | null
  validTo: DateOnly | null
  /** Courses that count into a package; null where the row is none. */
  package: { any: boolean; further: string[]; accept: Fraction } | null
  note: string
  wrong: WrongCell[]
}

/** What of a row could not be read. */
export type WrongCell =
  | 'hostCourse'
  | 'homeCourse'
  | 'contentShare'
  | 'validFrom'
  | 'validTo'
  | 'further'
  | 'accept'

/** Stands for any course in the column of what counts into a package. */
export const anyCourse = '*'

const names = columnNames<Field>({
  host: `host institution|host|接收院校|对方院校|สถาบันที่ไปศึกษา|수학한 대학|상대교|établissement d’accueil`.split(
    '|',
  ),
  hostCode:
    `code abroad|host code|host course code|host course|课程代码（境外）|境外课程代码|对方课程代码|รหัสวิชาต่างประเทศ|
    해외 과목 코드|국외 과목 코드|상대교 과목 코드|code à l’étranger|code d’accueil`.split('|'),
  homeCode:
    `code at home|home code|home course code|home course|本校课程代码|รหัสวิชาในสถาบัน|รหัสวิชาต้นสังกัด|
    소속 대학 과목 코드|본교 과목 코드|code d’origine|code dans l’établissement`.split('|'),
  share:
    `content covered|content share|share|内容重合比例|内容覆盖率|สัดส่วนเนื้อหา|เนื้อหาที่ครอบคลุม|내용 일치율|내용 비율|
    part du contenu|contenu couvert`.split('|'),
  programme:
    `degree programme|degree program|programme|program|专业|培养方案|หลักสูตร|학위 과정|교육과정|전공|
    diplôme|formation`.split('|'),
  validFrom:
    `valid from|from|生效日期|有效期自|ใช้ตั้งแต่|ตั้งแต่วันที่|적용 시작일|유효 시작일|valable à partir du|valable du`.split(
      '|',
    ),
  validTo:
    `valid until|valid to|until|截止日期|有效期至|ใช้ถึง|ถึงวันที่|적용 종료일|유효 종료일|valable jusqu’au`.split(
      '|',
    ),
  homeTitle:
    `course at home|title at home|home title|本校课程|รายวิชาของสถาบันต้นสังกัด|소속 대학 과목|cours d’origine`.split(
      '|',
    ),
  credit: `credit|credits|credit at home|学分|หน่วยกิต|학점|crédits|crédit`.split('|'),
  further:
    `counts into the package|package|计入整体认定|整体认定|นับเข้าชุด|การเทียบโอนทั้งชุด|일괄 인정 과목|일괄 인정|compte dans le bloc|bloc`.split(
      '|',
    ),
  accept:
    `may be short by|package tolerance|允许短缺学分|ขาดได้ไม่เกิน|부족 허용 학점|écart admis`.split(
      '|',
    ),
  note: `note|notes|remark|备注|หมายเหตุ|비고|remarque`.split('|'),
})

/**
 * Reads a table of equivalences with a row of column names in any of the five languages; null where the
 * columns of both sides are not there. Several courses stand in one cell, as `writeSet` writes them.
 */
export function readEquivalenceTable(
  rows: readonly { row: number; cells: readonly string[] }[],
  defaults: { validFrom: DateOnly },
): EquivalenceTableRow[] | null {
  const { headerRow, columns } = proposeColumns(
    rows.slice(0, 30).map(({ cells }) => cells),
    names,
  )
  if (headerRow === null || columns.hostCode === undefined || columns.homeCode === undefined) {
    return null
  }
  return rows
    .slice(headerRow + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => readRow(row, cells, columns, defaults))
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: Partial<Record<Field, number>>,
  defaults: { validFrom: DateOnly },
): EquivalenceTableRow {
  const cell = (field: Field) => unmarked(cellOf(cells, columns[field]))
  const wrong: WrongCell[] = []
  const read = <T>(field: Field, name: WrongCell, parse: (text: string) => T | null): T | null => {
    const text = cell(field)
    const value = text === '' ? null : parse(text)
    if (text !== '' && value === null) wrong.push(name)
    return value
  }
  const hostText = cell('hostCode')
  const hostCourses = hostText === '' ? [] : readSet(hostText)
  if (hostCourses === null) wrong.push('hostCourse')
  const homeCourses = readSet(cell('homeCode'))
  // At home everything counts: there is nothing to choose from.
  if (!homeCourses || homeCourses.some((codes) => codes.length > 1)) wrong.push('homeCourse')
  const validFrom = read('validFrom', 'validFrom', parseDate)
  return {
    row,
    cells: cells.filter(Boolean).join(' · ').slice(0, 300),
    host: cell('host'),
    hostCourses,
    homeCourses: wrong.includes('homeCourse') ? null : homeCourses!.flat(),
    homeTitle: cell('homeTitle'),
    credit: readCreditCell(cell('credit')),
    share: read('share', 'contentShare', shareOf),
    programme: cell('programme'),
    validFrom: cell('validFrom') === '' ? defaults.validFrom : validFrom,
    validTo: read('validTo', 'validTo', parseDate),
    package: packageOf(cell('further'), read('accept', 'accept', amountOf), wrong),
    note: cell('note'),
    wrong,
  }
}

function packageOf(
  text: string,
  accept: Fraction | null,
  wrong: WrongCell[],
): EquivalenceTableRow['package'] {
  if (text === '' && accept === null) return null
  const any = text === anyCourse || text === '＊'
  const further = any || text === '' ? [] : readSet(text)
  if (further === null || further.some((codes) => codes.length > 1)) {
    wrong.push('further')
    return null
  }
  return { any, further: further.flat(), accept: accept ?? Fraction.zero }
}

function amountOf(text: string): Fraction | null {
  const value = Fraction.parse(normaliseDigits(text).replace(',', '.').trim())
  return value?.isNegative() ? null : value
}

/** Text of separated values bears an apostrophe where a spreadsheet would have taken it for a formula. */
function unmarked(text: string): string {
  return /^'[=+\-@|＝＋－＠]/.test(text) ? text.slice(1) : text
}

function shareOf(text: string): Fraction | null {
  const clean = normaliseDigits(text).replace(',', '.').trim()
  const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(clean)?.[1]
  const value = Fraction.parse(percent ?? clean)
  if (value === null) return null
  const hundredths = percent !== undefined || value.compare(Fraction.one) > 0
  return hundredths ? value.divide(Fraction.of(100)) : value
}
