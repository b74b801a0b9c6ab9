import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import { m } from '../messages/index.ts'
import { unpack, zipEntries, ZipProblem, type ByteSource, type ZipEntry } from '../zip.ts'
import { builtinMeaning, meaningOf, numberText, type NumberMeaning } from './number-formats.ts'
import {
  limitsOf,
  TableProblem,
  tableOf,
  type NumberedRow,
  type Table,
  type TableLimits,
  type TableOptions,
} from './table.ts'

const mostSharedCharacters = 300_000_000

interface Workbook {
  readonly source: ByteSource
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly sheets: readonly { name: string; path: string; hidden: boolean }[]
  readonly from1904: boolean
}

/** Reads one sheet of a workbook (ECMA-376 part 1, 18) row by row; formulas give the value that was last computed. */
export async function readXlsx(
  source: ByteSource,
  options: TableOptions,
): Promise<Table | Refusal> {
  const list = await zipEntries(source)
  if (isRefused(list)) return list
  try {
    const entries = new Map(list.map((entry) => [entry.name, entry]))
    const workbook = await readWorkbook(source, entries)
    const sheet =
      options.sheet === undefined
        ? (workbook.sheets.find((one) => !one.hidden) ?? workbook.sheets[0])
        : workbook.sheets.find((one) => one.name === options.sheet)
    const sheets = workbook.sheets.map((one) => one.name)
    if (!sheet)
      return refuse(
        422,
        m('table-sheet', { sheet: options.sheet ?? '', sheets: sheets.join(', ') }),
      )
    const limits = limitsOf(options)
    const facts = {
      format: 'xlsx',
      encoding: null,
      encodings: [],
      delimiter: null,
      sheets,
    } as const
    return await tableOf(facts, sheetRows(workbook, sheet.path, limits), limits)
  } catch (error) {
    return problemOf(error).refusal
  }
}

async function readWorkbook(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Workbook> {
  const targets = new Map<string, string>()
  await readPart(source, entries, 'xl/_rels/workbook.xml.rels', (tag) => {
    const { Id = '', Target = '' } = tag.attributes
    if (nameOf(tag) === 'Relationship')
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  })
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  await readPart(source, entries, 'xl/workbook.xml', (tag) => {
    const name = nameOf(tag)
    if (name === 'workbookPr') from1904 = isTrue(tag.attributes.date1904)
    if (name !== 'sheet') return
    const path = targets.get(tag.attributes['r:id'] ?? relationIn(tag)) ?? ''
    if (entries.has(path))
      sheets.push({
        name: tag.attributes.name ?? '',
        path,
        hidden: tag.attributes.state !== undefined && tag.attributes.state !== 'visible',
      })
  })
  return { source, entries, sheets, from1904 }
}

/** The prefix of the relationships namespace is free, so any `…:id` will do. */
function relationIn(tag: SaxesTagPlain): string {
  return Object.entries(tag.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
}

async function readStyles(workbook: Workbook): Promise<NumberMeaning[]> {
  const written = new Map<number, NumberMeaning>()
  const meanings: NumberMeaning[] = []
  let inCells = false
  const onTag = (tag: SaxesTagPlain) => {
    const name = nameOf(tag)
    if (name === 'numFmt')
      written.set(Number(tag.attributes.numFmtId), meaningOf(tag.attributes.formatCode ?? ''))
    else if (name === 'cellXfs') inCells = true
    else if (name === 'xf' && inCells) {
      const id = Number(tag.attributes.numFmtId ?? 0)
      meanings.push(written.get(id) ?? builtinMeaning(id))
    }
  }
  const onClose = (name: string) => {
    if (name === 'cellXfs') inCells = false
  }
  await readPart(workbook.source, workbook.entries, 'xl/styles.xml', onTag, onClose)
  return meanings
}

async function readSharedStrings(workbook: Workbook): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  let text = ''
  let inText = false
  let inReading = false
  await readPart(
    workbook.source,
    workbook.entries,
    'xl/sharedStrings.xml',
    (tag) => {
      const name = nameOf(tag)
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') {
        characters += text.length
        if (characters > mostSharedCharacters) throw new ZipProblem('too much text', true)
        strings.push(withoutEscapes(text))
      }
    },
    (part) => {
      if (inText && !inReading) text += part
    },
  )
  return strings
}

async function* sheetRows(
  workbook: Workbook,
  path: string,
  limits: TableLimits,
): AsyncGenerator<NumberedRow> {
  try {
    const strings = await readSharedStrings(workbook)
    const meanings = await readStyles(workbook)
    const reader = new SheetReader(strings, meanings, workbook.from1904, limits)
    const decoder = new TextDecoder('utf-8')
    for await (const chunk of unpack(workbook.source, workbook.entries.get(path)!)) {
      reader.write(decoder.decode(chunk, { stream: true }))
      yield* reader.take()
    }
    reader.close()
    yield* reader.take()
  } catch (error) {
    throw problemOf(error)
  } finally {
    await workbook.source.close()
  }
}

/** Turns the XML of a sheet into rows as it arrives; holds no more than the rows of one chunk. */
class SheetReader {
  readonly strings: readonly string[]
  readonly meanings: readonly NumberMeaning[]
  readonly from1904: boolean
  readonly limits: TableLimits
  readonly parser = plainParser()
  done: NumberedRow[] = []
  cells: string[] = []
  row = 0
  column = -1
  type = 'n'
  style = 0
  value = ''
  collecting = false
  inReading = false

  constructor(
    strings: readonly string[],
    meanings: readonly NumberMeaning[],
    from1904: boolean,
    limits: TableLimits,
  ) {
    this.strings = strings
    this.meanings = meanings
    this.from1904 = from1904
    this.limits = limits
    this.parser.on('opentag', (tag) => this.open(nameOf(tag), tag.attributes))
    this.parser.on('text', (text) => {
      if (this.collecting) this.value += text
    })
    this.parser.on('closetag', (tag) => this.shut(nameOf(tag)))
  }

  write(text: string): void {
    this.parser.write(text)
  }

  close(): void {
    this.parser.close()
  }

  take(): NumberedRow[] {
    const rows = this.done
    this.done = []
    return rows
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r)
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r)
      if (!(this.column < this.limits.maxColumns + 20_000))
        throw new TableProblem(
          refuse(422, m('table-columns', { row: this.row, most: this.limits.maxColumns })),
        )
      this.type = attributes.t ?? 'n'
      this.style = Number(attributes.s ?? 0)
      this.value = ''
    } else if (name === 'v' || name === 't') this.collecting = !this.inReading
    else if (name === 'rPh') this.inReading = true
  }

  shut(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false
    else if (name === 'rPh') this.inReading = false
    else if (name === 'c') {
      const text = this.cellText()
      if (text === '') return
      while (this.cells.length < this.column) this.cells.push('')
      this.cells[this.column] = text
    } else if (name === 'row') this.done.push({ row: this.row, cells: this.cells })
  }

  cellText(): string {
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? ''
      case 'b':
        return this.value === '1' ? 'true' : 'false'
      case 'str':
      case 'inlineStr':
        return withoutEscapes(this.value)
      case 'e':
      case 'd':
        return this.value
      default:
        return numberText(this.value, this.meanings[this.style] ?? { kind: 'plain' }, this.from1904)
    }
  }
}

/** 'BC12' is column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return column - 1
}

/** Characters that XML cannot hold are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19). */
function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

async function readPart(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
  onTag: (tag: SaxesTagPlain) => void,
  onClose: (name: string) => void = () => undefined,
  onText: (text: string) => void = () => undefined,
): Promise<void> {
  const entry = entries.get(path)
  if (!entry) return
  const parser = plainParser()
  parser.on('opentag', onTag)
  parser.on('closetag', (tag) => onClose(nameOf(tag)))
  parser.on('text', onText)
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of unpack(source, entry))
    parser.write(decoder.decode(chunk, { stream: true }))
  parser.close()
}

/** No workbook needs a document type; refusing it closes the door to entities. */
function plainParser(): SaxesParser {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new TableProblem(refuse(422, m('xml-doctype')))
  })
  return parser as SaxesParser
}

function nameOf(tag: { name: string }): string {
  const colon = tag.name.indexOf(':')
  return colon < 0 ? tag.name : tag.name.slice(colon + 1)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function problemOf(error: unknown): TableProblem {
  if (error instanceof TableProblem) return error
  if (error instanceof ZipProblem)
    return new TableProblem(refuse(422, m(error.bomb ? 'archive-bomb' : 'archive-broken')))
  // The XML parser throws plain errors that begin with the line and column.
  const said = error instanceof Error ? error.message : ''
  if (/^(?:[^:]*:)?\d+:\d+: /.test(said))
    return new TableProblem(refuse(422, m('table-workbook', { detail: said.slice(0, 200) })))
  throw error
}
