import { type DateOnly, Fraction, normaliseDigits, parseDate } from '#kernel/values'
import { columnNames, proposeColumns } from './table-columns.ts'
import { cellOf } from './table-values.ts'

type Field = 'hostCode' | 'homeCode' | 'share' | 'programme' | 'validFrom' | 'validTo' | 'note'

/** A row of a table of equivalences; what could not be read is named. */
export interface EquivalenceTableRow {
  row: number
  cells: string
  hostCode: string
  homeCode: string
  share: Fraction | null
  /** The code of a degree programme, as written; empty for all. */
  programme: string
  validFrom: DateOnly | null
  validTo: DateOnly | null
  note: string
  wrong: ('contentShare' | 'validFrom' | 'validTo')[]
}

const names = columnNames<Field>({
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
  note: `note|notes|remark|备注|หมายเหตุ|비고|remarque`.split('|'),
})

/**
 * Reads a table of equivalences with a row of column names in any of the five languages; null where the
 * columns of both codes are not there.
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
  const cell = (field: Field) => cellOf(cells, columns[field])
  const wrong: EquivalenceTableRow['wrong'] = []
  const share = cell('share') === '' ? null : shareOf(cell('share'))
  if (cell('share') !== '' && share === null) wrong.push('contentShare')
  const validFrom = cell('validFrom') === '' ? defaults.validFrom : parseDate(cell('validFrom'))
  if (validFrom === null) wrong.push('validFrom')
  const validTo = cell('validTo') === '' ? null : parseDate(cell('validTo'))
  if (cell('validTo') !== '' && validTo === null) wrong.push('validTo')
  return {
    row,
    cells: cells.filter(Boolean).join(' · ').slice(0, 300),
    hostCode: cell('hostCode'),
    homeCode: cell('homeCode'),
    share,
    programme: cell('programme'),
    validFrom,
    validTo,
    note: cell('note'),
    wrong,
  }
}

function shareOf(text: string): Fraction | null {
  const clean = normaliseDigits(text).replace(',', '.').trim()
  const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(clean)?.[1]
  const value = Fraction.parse(percent ?? clean)
  if (value === null) return null
  const hundredths = percent !== undefined || value.compare(Fraction.one) > 0
  return hundredths ? value.divide(Fraction.of(100)) : value
}
