import { Zip, ZipDeflate } from 'fflate'

/** A value of a cell; numbers are given as text, so that nothing is rounded. */
export type CellValue = string | number | bigint | null

/** What a column holds decides how a spreadsheet treats it; dates are given as 'YYYY-MM-DD'. */
export interface SheetColumn {
  readonly header: string
  readonly kind: 'text' | 'number' | 'date'
  /** In characters; from the header's length unless said. */
  readonly width?: number
}

export type SheetRows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: SheetRows
  /** For programs that want no row of headings. */
  readonly withoutHeader?: boolean
}

const mostRows = 1_048_576
const longestCell = 32_767
const modified = new Date(Date.UTC(2020, 0, 1, 12))

/**
 * Writes a workbook. Text is written as text, in cells formatted as text, so that nothing that a
 * person typed becomes a formula, a number or a date, not even when the cell is edited later. The
 * same rows give the same bytes. Throws a RangeError past the limits of the format.
 */
export async function writeXlsx(workbook: { sheets: readonly Sheet[] }): Promise<Uint8Array> {
  if (workbook.sheets.length === 0) throw new RangeError('A workbook has at least one sheet.')
  const archive = newArchive()
  const names = sheetNames(workbook.sheets)
  archive.add('[Content_Types].xml', contentTypes(names.length))
  archive.add('_rels/.rels', packageRelations)
  archive.add('xl/workbook.xml', workbookXml(names))
  archive.add('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
  archive.add('xl/styles.xml', styles)
  for (const [index, sheet] of workbook.sheets.entries()) {
    const entry = archive.open(`xl/worksheets/sheet${index + 1}.xml`)
    for await (const part of sheetXml(sheet)) entry.push(part)
    entry.end()
  }
  return archive.finish()
}

/**
 * Writes separated values for spreadsheets: UTF-8 with its mark, so that Excel shows every script,
 * CRLF, and an apostrophe before whatever a spreadsheet would take for a formula.
 */
export async function writeCsv(
  columns: readonly SheetColumn[],
  rows: SheetRows,
): Promise<Uint8Array> {
  const lines = [columns.map((column) => csvCell(column.header, 'text')).join(',')]
  for await (const row of rows)
    lines.push(columns.map((column, index) => csvCell(row[index] ?? null, column.kind)).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

const decimal = /^-?\d+(?:\.\d+)?$/

function csvCell(value: CellValue, kind: SheetColumn['kind']): string {
  const text = value === null ? '' : String(value).replace(/(?![\t\r\n])\p{Cc}/gu, '')
  const harmless = kind === 'number' && decimal.test(text)
  const safe = !harmless && /^[\s\p{Cc}]*[=+\-@\t\r\n|＝＋－＠]/u.test(text) ? `'${text}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`
  if (!sheet.withoutHeader)
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `</sheetView></sheetViews><cols>${sheet.columns.map(columnXml).join('')}</cols><sheetData>`
  let row = 0
  if (!sheet.withoutHeader) {
    row = 1
    yield rowXml(
      1,
      sheet.columns.map((column, index) => textCell(cellName(index, 1), column.header, 1)),
    )
  }
  let part = ''
  for await (const values of sheet.rows) {
    row += 1
    if (row > mostRows) throw new RangeError('A sheet holds 1,048,576 rows.')
    part += rowXml(
      row,
      sheet.columns.map((column, index) =>
        cellXml(cellName(index, row), column.kind, values[index] ?? null),
      ),
    )
    if (part.length < 65_536) continue
    yield part
    part = ''
  }
  yield `${part}</sheetData></worksheet>`
}

function columnXml(column: SheetColumn, index: number): string {
  const width = Math.min(255, column.width ?? Math.max(10, column.header.length + 4))
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`
}

function cellXml(name: string, kind: SheetColumn['kind'], value: CellValue): string {
  if (value === null || value === '') return ''
  const text = String(value)
  if (kind === 'number' && isExact(text)) return `<c r="${name}" s="3"><v>${text}</v></c>`
  const serial = kind === 'date' ? serialOf(text) : null
  return serial === null ? textCell(name, text, 2) : `<c r="${name}" s="4"><v>${serial}</v></c>`
}

/** A spreadsheet keeps 15 digits; a longer number is written as text rather than changed. */
function isExact(text: string): boolean {
  return decimal.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15
}

function serialOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  const serial = (time - Date.UTC(1899, 11, 30)) / 86_400_000
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
  // Before March 1900 the calendar of spreadsheets differs from ours by the day that never was.
  return exists && serial >= 61 ? serial : null
}

function textCell(name: string, text: string, style: number): string {
  if (text.length > longestCell)
    throw new RangeError(`The cell ${name} is longer than a sheet allows.`)
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/** Escapes markup, and writes what XML cannot hold, and what looks like such writing, as _xHHHH_. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(
      /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

function cellName(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

/** At most 31 characters, none that separates parts of a reference, and no name twice. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const used = new Set<string>()
  return sheets.map((sheet, index) => {
    const clean = sheet.name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 28)
    const base = clean === '' ? String(index + 1) : clean
    let name = base
    for (let number = 2; used.has(name.toLowerCase()); number++)
      name = `${base.slice(0, 25)} ${number}`
    used.add(name.toLowerCase())
    return name
  })
}

function newArchive() {
  const chunks: Uint8Array[] = []
  const failures: Error[] = []
  const zip = new Zip((error, chunk) => {
    if (error) failures.push(error)
    else chunks.push(chunk)
  })
  const encoder = new TextEncoder()
  const open = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = modified
    zip.add(entry)
    return {
      push: (text: string) => entry.push(encoder.encode(text)),
      end: () => entry.push(new Uint8Array(0), true),
    }
  }
  return {
    open,
    add(name: string, text: string) {
      const entry = open(name)
      entry.push(text)
      entry.end()
    },
    finish(): Uint8Array {
      zip.end()
      if (failures[0]) throw failures[0]
      return Buffer.concat(chunks)
    },
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${parts.join('')}</Types>`
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${sheetType}.${type}+xml"/>`
}

const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`
}

// Styles by number: 0 general, 1 header, 2 text, 3 number, 4 date (year-month-day).
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
