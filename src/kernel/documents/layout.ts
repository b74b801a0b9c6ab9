import { createTranslator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import qrcode from 'qrcode'
import {
  runsOf,
  type Attachment,
  type Block,
  type PdfDocument,
  type Run,
  type TableBlock,
  type TableRow,
  type Words,
} from './document.ts'
import { m } from './messages/index.ts'
import { atomsOf, cleanText, type Atom } from './text.ts'

/** What the template reads: the same tree with its text cleaned and cut into atoms. */
export interface Layout {
  language: string
  region: string
  title: string
  author: string
  reference: string
  /** The address of the page on which the document is checked; '' where it has none. */
  checked: string
  date: number[]
  landscape: boolean
  header: LaidRun[]
  footer: LaidRun[]
  banner: LaidRun[]
  pageNumber: { text?: LaidRun[]; counter?: 'page' | 'pages' }[]
  blocks: Record<string, unknown>[]
  attachments: Attachment[]
}

interface LaidRun {
  language: string
  region: string
  strong: boolean
  muted: boolean
  atoms: readonly Atom[]
}

const maximumCharacters = 2_000_000
const maximumCells = 100_000

/** Turns a document into what the template reads; throws a RangeError for one that no office could print. */
export function layOut(document: PdfDocument): Layout {
  refuseOversize(document)
  return {
    ...localeOf(document.language),
    title: cleanText(document.title).replaceAll('\n', ' '),
    author: cleanText(document.author ?? '').replaceAll('\n', ' '),
    checked: checkedAt(document),
    reference: cleanText(document.reference ?? '').replaceAll('\n', ' '),
    date: dateParts(document.now),
    landscape: document.orientation === 'landscape',
    header: lay(document.header),
    footer: lay(document.footer),
    banner: lay(document.banner),
    pageNumber: pageNumber(document.language),
    blocks: document.blocks.map(layBlock),
    attachments: [...(document.attachments ?? [])],
  }
}

function refuseOversize(document: PdfDocument): void {
  const characters = JSON.stringify(document).length
  const cells = document.blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.columns.length : 1),
    0,
  )
  if (characters > maximumCharacters || cells > maximumCells)
    throw new RangeError(`A document of ${characters} characters and ${cells} cells is too large.`)
}

function layBlock(block: Block): Record<string, unknown> {
  switch (block.kind) {
    case 'title':
      return {
        kind: block.kind,
        organisations: block.organisations.map(lay),
        titles: block.titles.map(lay),
        subtitle: lay(block.subtitle),
      }
    case 'heading':
      return { kind: block.kind, level: block.level, words: lay(block.words) }
    case 'paragraph':
      return { kind: block.kind, words: lay(block.words), align: block.align ?? 'start' }
    case 'definitions':
      return {
        kind: block.kind,
        columns: block.columns ?? 1,
        items: block.items.map((item) => ({ term: lay(item.term), value: lay(item.value) })),
      }
    case 'table':
      return layTable(block)
    case 'bilingual':
      return {
        kind: block.kind,
        arrangement: block.arrangement,
        pairs: block.pairs.map((pair) => ({ first: lay(pair.first), second: lay(pair.second) })),
      }
    case 'signatures':
      return {
        kind: block.kind,
        places: block.places.map((place) => ({
          kind: place.kind,
          label: lay(place.label),
          name: lay(place.name),
          date: lay(place.date),
          filled: lay(place.filled),
        })),
      }
    case 'notes':
      return { kind: block.kind, label: lay(block.label), items: block.items.map(lay) }
    case 'verification':
      return {
        kind: block.kind,
        qr: qrSvg(block.address),
        address: lay({ language: 'en', text: block.address }),
        words: lay(block.words),
      }
    case 'page-break':
      return { kind: block.kind }
  }
}

function checkedAt({ blocks }: PdfDocument): string {
  const check = blocks.find((block) => block.kind === 'verification')
  return check ? cleanText(check.address).replaceAll('\n', ' ') : ''
}

function layTable(block: TableBlock): Record<string, unknown> {
  return {
    kind: block.kind,
    caption: lay(block.caption),
    columns: block.columns.map((column) => ({
      header: lay(column.header),
      fr: 'fr' in column.width ? column.width.fr : 0,
      mm: 'mm' in column.width ? column.width.mm : 0,
      align: column.align ?? 'start',
    })),
    rows: block.rows.map((row) => layRow(row, block.columns.length)),
  }
}

function layRow(row: TableRow, columns: number): Record<string, unknown> {
  if (row.kind === 'group') return { kind: 'group', cells: [lay(row.words)], breakable: false }
  if (row.cells.length !== columns)
    throw new RangeError(
      `A row of ${row.cells.length} cells stands in a table of ${columns} columns.`,
    )
  return {
    kind: row.kind ?? 'plain',
    cells: row.cells.map(lay),
    breakable: row.cells.some((cell) => lengthOf(cell) > 800),
  }
}

function lengthOf(words: Words): number {
  return runsOf(words).reduce((sum, run) => sum + run.text.length, 0)
}

/** Only the outermost line ends are dropped when runs are cleaned one by one, so their inner spaces are kept here. */
function lay(words: Words | undefined): LaidRun[] {
  if (words === undefined) return []
  return runsOf(words).map((run) => ({
    ...localeOf(run.language),
    strong: run.strong === true,
    muted: run.muted === true,
    atoms: keepEdges(run),
  }))
}

/** French sets a space, and never a line end, before these marks and inside its quotation marks. */
function frenchSpaces(text: string): string {
  return text.replace(/ (?=[;:!?»%€])|(?<=«) /g, '\u00A0')
}

function keepEdges(run: Run): Atom[] {
  const text = run.language === 'fr' ? frenchSpaces(run.text) : run.text
  const inner = atomsOf(cleanText(text), { whole: run.whole === true })
  if (inner.length === 0) return []
  const before = text.slice(0, text.length - text.trimStart().length)
  const after = text.slice(text.trimEnd().length)
  return [...edge(before), ...inner, ...edge(after)]
}

function edge(space: string): Atom[] {
  if (space === '') return []
  return [space.includes('\n') ? ['line'] : ['text', ' ']]
}

const translator = createTranslator([m.catalogue])

/** The page number's words, with the places where the typesetter's own counters go. */
function pageNumber(language: Language): Layout['pageNumber'] {
  const page = '\uE000'
  const pages = '\uE001'
  return translator
    .for(language)(m('page-of', { page, pages }))
    .split(/([\uE000\uE001])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === page) return { counter: 'page' }
      if (part === pages) return { counter: 'pages' }
      return { text: lay({ language, text: part }) }
    })
}

function localeOf(language: Language): { language: string; region: string } {
  switch (language) {
    case 'zh-Hans':
      return { language: 'zh', region: 'CN' }
    case 'th':
      return { language: 'th', region: 'TH' }
    case 'ko':
      return { language: 'ko', region: 'KR' }
    case 'fr':
      return { language: 'fr', region: 'FR' }
    case 'en':
      return { language: 'en', region: 'GB' }
  }
}

function dateParts(now: Date): number[] {
  return [
    now.getUTCFullYear(),
    now.getUTCMonth() + 1,
    now.getUTCDate(),
    now.getUTCHours(),
    now.getUTCMinutes(),
    now.getUTCSeconds(),
  ]
}

/** Draws the code as one path of squares; nothing of the address reaches the drawing as text. */
function qrSvg(address: string): string {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  const quiet = 2
  const side = modules.size + 2 * quiet
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`
}
