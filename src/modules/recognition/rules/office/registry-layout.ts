import { type DateOnly, Fraction } from '#kernel/values'

/** What a column of a registry's file can hold, in the order in which a form offers it. */
export const postingSources = [
  'reference',
  'batch',
  'row',
  'act',
  'student-number',
  'student-name',
  'student-name-latin',
  'student-name-passport',
  'programme-code',
  'programme-name',
  'intake-year',
  'case-number',
  'revision',
  'decided-on',
  'host-name',
  'host-country',
  'host-codes',
  'host-titles',
  'host-credit',
  'host-grades',
  'host-term',
  'completed-on',
  'home-code',
  'home-title',
  'home-title-latin',
  'home-credit',
  'home-grade',
  'home-term',
  'exported-on',
  'constant',
] as const
export type PostingSource = (typeof postingSources)[number]

/** What a source holds: it decides which formats a column may have. */
export type SourceKind = 'text' | 'number' | 'date'

const numbers = new Set<PostingSource>([
  'row',
  'intake-year',
  'revision',
  'host-credit',
  'home-credit',
])
const dates = new Set<PostingSource>(['decided-on', 'completed-on', 'exported-on'])

/** What kind of value a source holds. */
export function kindOf(source: PostingSource): SourceKind {
  return numbers.has(source) ? 'number' : dates.has(source) ? 'date' : 'text'
}

/** One column of a registry's file. */
export interface LayoutColumn {
  heading: string
  source: PostingSource
  /** Of a number '0.00', '0,0#', '0'; of a date 'DD/MM/BBBB'; of a constant its text; empty is the usual form. */
  format: string
  /** Values of ours and what the registry writes for them: act, grade, code of a programme. */
  replacements: Readonly<Record<string, string>>
}

/** How the registry's answer is read: the headings of its columns, and which words mean that a row was entered. */
export interface AnswerLayout {
  reference: string
  studentNumber: string
  course: string
  status: string
  credit: string
  grade: string
  message: string
  accepted: readonly string[]
}

/** Encodings in which a registry takes text. */
export const layoutEncodings = [
  'utf-8-mark',
  'utf-8',
  'utf-16le',
  'windows-874',
  'gb18030',
  'cp949',
  'windows-1252',
] as const
export type LayoutEncoding = (typeof layoutEncodings)[number]

/** The layout of a registry's file: what an institution defines once and changes by a new version. */
export interface RegistryLayout {
  file: 'xlsx' | 'csv'
  encoding: LayoutEncoding
  delimiter: ',' | ';' | 'tab' | '|'
  lineEnd: 'crlf' | 'lf'
  quotes: 'needed' | 'always'
  /** Whether the first row names the columns. */
  headings: boolean
  /** Whether text that a spreadsheet would take for a formula gets an apostrophe before it. */
  guarded: boolean
  sheet: string
  columns: readonly LayoutColumn[]
  answer: AnswerLayout
}

/** How a number is written: how many places after which sign. */
export interface NumberFormat {
  least: number
  most: number
  sign: '.' | ','
}

/** Reads '0', '0.00', '0,0#': zeros are written always, '#' only where they say something. Null for anything else. */
export function numberFormat(text: string): NumberFormat | null {
  if (text === '') return { least: 0, most: 6, sign: '.' }
  const match = /^0(?:([.,])(0*)(#*))?$/.exec(text)
  if (!match) return null
  const [, sign = '.', zeros = '', more = ''] = match
  const most = zeros.length + more.length
  if (most > 6 || (match[1] !== undefined && most === 0)) return null
  return { least: zeros.length, most, sign: sign as '.' | ',' }
}

/** An exact number as the format has it; null where it has more places than the format writes, because nothing is rounded. */
export function writtenNumber(value: Fraction, format: NumberFormat): string | null {
  const scale = Fraction.of(10n ** BigInt(format.most))
  const scaled = value.multiply(scale)
  if (!scaled.roundTo(Fraction.one, 'down').equals(scaled)) return null
  const [whole = '0', places = ''] = value.toDecimal(format.most).split('.')
  const shown = places.padEnd(format.least, '0')
  return shown === '' ? whole : `${whole}${format.sign}${shown}`
}

const dateParts = /YYYY|BBBB|YY|BB|MM|DD|M|D/g

/** Whether a text is a form of dates: year (YYYY, or BBBB of the Buddhist era), month and day, with signs between them. */
export function isDateFormat(text: string): boolean {
  if (text === '') return true
  if (text.length > 20 || /[A-Za-z]/.test(text.replace(dateParts, ''))) return false
  const parts = text.match(dateParts) ?? []
  const once = (...of: string[]) => parts.filter((part) => of.includes(part)).length === 1
  return once('YYYY', 'BBBB', 'YY', 'BB') && once('MM', 'M') && once('DD', 'D')
}

/** A date in a form that `isDateFormat` accepts; the empty form is ISO 8601. */
export function writtenDate(date: DateOnly, format: string): string {
  if (format === '') return date
  const [year = '', month = '', day = ''] = date.split('-')
  const buddhist = String(Number(year) + 543)
  const written: Record<string, string> = {
    YYYY: year,
    BBBB: buddhist,
    YY: year.slice(-2),
    BB: buddhist.slice(-2),
    MM: month,
    M: String(Number(month)),
    DD: day,
    D: String(Number(day)),
  }
  return format.replace(dateParts, (part) => written[part] ?? part)
}

/** What is wrong with a layout: the column that it is about, or null for the file as a whole. */
export interface LayoutFault {
  column: number | null
  field: 'columns' | 'heading' | 'source' | 'format' | 'replacements' | 'sheet' | 'answer'
  fault:
    | 'none'
    | 'too-many'
    | 'heading-missing'
    | 'heading-twice'
    | 'number-format'
    | 'date-format'
    | 'text-format'
    | 'sheet-name'
    | 'row-not-found'
}

/** More columns than any registry asks for. */
export const mostColumns = 60

/**
 * What keeps a layout from being used: no column, headings that are missing or stand twice where headings are written,
 * a format that is none for what the column holds, a name that no sheet may have. A student and a course, or the
 * reference of a row, must be in it, or nobody could say what an answer is about.
 */
export function layoutFaults(layout: RegistryLayout): LayoutFault[] {
  const faults: LayoutFault[] = []
  const { columns } = layout
  const add = (column: number | null, field: LayoutFault['field'], fault: LayoutFault['fault']) =>
    faults.push({ column, field, fault })
  if (columns.length === 0) add(null, 'columns', 'none')
  if (columns.length > mostColumns) add(null, 'columns', 'too-many')
  const seen = new Set<string>()
  for (const [place, column] of columns.entries()) {
    const heading = column.heading.trim()
    if (layout.headings && heading === '') add(place, 'heading', 'heading-missing')
    if (layout.headings && heading !== '' && seen.has(heading))
      add(place, 'heading', 'heading-twice')
    seen.add(heading)
    const fault = formatFault(column)
    if (fault) add(place, 'format', fault)
  }
  const has = (source: PostingSource) => columns.some((column) => column.source === source)
  if (columns.length > 0 && !has('reference') && !(has('student-number') && has('home-code')))
    add(null, 'columns', 'row-not-found')
  if (layout.file === 'xlsx' && !/^[^[\]:*?/\\']{1,31}$/.test(layout.sheet))
    add(null, 'sheet', 'sheet-name')
  return faults
}

function formatFault({ source, format }: LayoutColumn): LayoutFault['fault'] | null {
  if (source === 'constant') return null
  const kind = kindOf(source)
  if (kind === 'number') return numberFormat(format) ? null : 'number-format'
  if (kind === 'date') return isDateFormat(format) ? null : 'date-format'
  return format === '' ? null : 'text-format'
}
